import * as vscode from 'vscode';
import { isMember, membersOf, threadKey } from '../case/caseIdentity';
import { findPlace, lineAt } from '../case/casePlaces';
import { answersOf } from '../case/caseRecord';
import { topicOf } from '../case/letterhead';
import type { Diagnosis } from '../diagnosis/diagnosis';
import { content, type Values } from '../engine/playbook';
import { modelOf } from '../sidebar/sidebarView';
import type { Strings } from '../sidebar/stringKeys';
import type { Places } from '../sidebar/talksView';
import type { CaseView, SidebarModel } from '../sidebar/view';
import { type CaseText, createCaseReader } from './caseDocuments';
import type { CaseSeed, CaseStore } from './cases';
import type { DraftNotes } from './draftNotes';
import type { Drafts, OpenDraft } from './drafts';
import { draftView } from './draftView';
import type { LimitSource } from './limitWarnings';
import type { PrivateLimits } from './privateLimits';
import { replyView } from './replyView';
import type { Review } from './review';
import { isWriting } from './selector';
import type { People } from './writerIdentity';

/** A model with what it was made from, to act on what the user does with it. */
export interface Shown {
  readonly model: SidebarModel;
  readonly open: OpenDraft | undefined;
  readonly seed: CaseSeed | undefined;
  readonly text: CaseText | undefined;
  readonly diagnosis: Diagnosis | undefined;
  /** What the thread says for the placeholders of moves and questions. */
  readonly values: Values;
}

export interface ModelSource {
  /** What can be shown at once, before the thread has been read. */
  quick(document: vscode.TextDocument | undefined): SidebarModel;
  make(document: vscode.TextDocument | undefined): Promise<Shown>;
  /** What is shown instead of a document that reading failed on. */
  unreadable(): SidebarModel;
}

export interface Sources {
  readonly limitsOf: LimitSource['limitsOf'];
  readonly notes: DraftNotes;
  readonly review: Review;
  readonly drafts: Drafts;
  readonly people: People;
  readonly cases: CaseStore;
  readonly limits: PrivateLimits;
  readonly strings: Strings;
}

/** Puts together what the page shows of a document. */
export function createModelSource({
  drafts,
  people,
  cases,
  limits,
  strings,
  notes,
  review,
  limitsOf,
}: Sources): ModelSource {
  const reader = createCaseReader(drafts, people);
  let version = 0;

  function quick(document: vscode.TextDocument | undefined): SidebarModel {
    const open = openOf(document);
    const draft = open === undefined || open.tooLong ? undefined : open;
    return empty(undefined, draft, true).model;
  }

  const openOf = (document: vscode.TextDocument | undefined) =>
    document === undefined || !isWriting(document) ? undefined : drafts.get(document);

  async function make(document: vscode.TextDocument | undefined): Promise<Shown> {
    await cases.ready;
    const open = openOf(document);
    if (document === undefined) return empty(undefined, undefined, false, true);
    if (open === undefined) return empty(nothingIn(document));
    if (open.tooLong) return empty(vscode.l10n.t('This document is too long to be read.'));
    // The case may be known by its address alone; what is in it is known when it has been read.
    const known = cases.find(document.uri, undefined);
    let text = await reader.read(open, known);
    const thread = threadKey(text.reading.subject, text.reading.people);
    const record = cases.find(document.uri, thread);
    if (record !== undefined && record.id !== known?.id) text = await reader.read(open, record);
    const { reading } = text;
    await breath();
    const seed = cases.seedOf(document.uri, thread);
    if (!open.active && !open.chosen && reading.thread.messages.length < 2 && record === undefined)
      return empty(undefined, open);
    const name = nameOf(document.uri);
    const own = people.thread(open);
    const diagnosis = reading.diagnose(answersOf(record), Date.now());
    const values = reading.valuesFor(diagnosis);
    const places: Places = {
      placeOf: (offset) => lineOf(text, offset),
      date: (milliseconds) => dates.format(milliseconds),
      since,
      amount: (value, unit) => (unit === 'percent' ? `${numbers.format(value)} %` : numbers.format(value)),
    };
    const ownLimits = await limitsOf(open);
    const remarks = notes.get(open.document);
    const reply = replyView({ open, notes: remarks, text, places, strings });
    const model = modelOf({
      ...common(),
      fill: (text: string) => content.fill(text, values),
      ...(reply === undefined ? {} : { reply: reply.view }),
      wording: open.settings.wording,
      draft: draftView({
        open,
        notes: remarks,
        reading,
        thread: own,
        strings,
        name,
        lit: review.at,
        limits: ownLimits,
        isUnanswered: reply?.view.asked.some(({ answered }) => !answered) === true,
        places,
      }),
      kind: open.draft.kind.kind,
      // Of a thread that lies beside the reply, the panel of the reply says what counts now.
      reading: reply?.apart === true ? undefined : reading,
      diagnosis,
      record,
      case: {
        id: seed.id,
        title: titleOf(reading, name),
        documents: documentsOf(document.uri, record),
      },
      places,
      hasLimits: limits.has(seed.id),
    });
    return { model, open, seed, text, diagnosis, values };
  }

  function common() {
    const { playbook, suggestedAnswers, fill } = content;
    const notice: SidebarModel['notice'] | undefined =
      cases.setAside === undefined
        ? undefined
        : {
            text: vscode.l10n.t(
              'Part of the stored answers could not be read. The file was set aside; the rest is here.',
            ),
            action: 'show-set-aside',
          };
    return {
      version: ++version,
      strings,
      playbook,
      suggested: suggestedAnswers,
      fill,
      ...(notice === undefined ? {} : { notice }),
    };
  }

  function empty(nothing: string | undefined, open?: OpenDraft, loading = false, begin = false): Shown {
    const places: Places = { placeOf: () => ({ line: 1 }), date: String, since: String, amount: String };
    const model = modelOf({
      ...common(),
      ...(nothing === undefined ? {} : { nothing }),
      ...(loading ? { loading: true as const } : {}),
      ...(begin ? { begin: true as const } : {}),
      wording: 'plain',
      draft:
        open &&
        draftView({
          open,
          notes: notes.get(open.document),
          reading: undefined,
          thread: undefined,
          strings,
          name: nameOf(open.document.uri),
          lit: review.at,
          limits: undefined,
          isUnanswered: false,
          places,
        }),
      kind: 'other',
      reading: undefined,
      diagnosis: undefined,
      record: undefined,
      case: undefined,
      places,
      hasLimits: false,
    });
    return { model, open, seed: undefined, text: undefined, diagnosis: undefined, values: {} };
  }

  const unreadable = () =>
    empty(vscode.l10n.t('This document could not be read. The log of Common Ground says why.')).model;

  return { quick, make, unreadable };
}

/** Lets others have the extension host before the next stretch of work. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

const dates = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const ago = new Intl.RelativeTimeFormat(vscode.env.language);
const DAY = 86_400_000;
/** Days. */
const MONTH = 30.44;

function since(milliseconds: number): string {
  const days = Math.floor((Date.now() - milliseconds) / DAY);
  const day = dates.format(milliseconds);
  if (days < 1) return day;
  return `${day}, ${days < 2 * MONTH ? ago.format(-days, 'day') : ago.format(-Math.floor(days / MONTH), 'month')}`;
}

const numbers = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });

function nothingIn({ uri }: vscode.TextDocument): string {
  return vscode.l10n.t('{0} is not written to anybody, so it is not checked.', nameOf(uri));
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').pop() || uri.toString();
}

function documentsOf(front: vscode.Uri, record: ReturnType<CaseStore['find']>): CaseView['documents'] {
  const address = front.toString();
  const others = record === undefined ? [] : membersOf(record).filter((member) => member.address !== address);
  const automatic = record !== undefined && !isMember(record, address);
  return [
    { id: address, name: nameOf(front).slice(0, 300), how: automatic ? ('same-thread' as const) : ('open' as const) },
    ...others.slice(0, 50).map((member) => ({
      id: member.address,
      name: nameOf(vscode.Uri.parse(member.address)).slice(0, 300),
      how: member.how === 'same-thread' ? ('same-thread' as const) : ('linked' as const),
    })),
  ];
}

function lineOf({ documents }: CaseText, offset: number): { line: number; document?: string } {
  const place = findPlace(documents, offset, offset);
  if (place === undefined) return { line: 1 };
  const { draft, uri } = place.document;
  const line = lineAt(draft, place.start);
  return place.document === documents[0] ? { line } : { line, document: nameOf(uri).slice(0, 300) };
}

/** What the talks are about, with whom, and how many messages there are. */
function titleOf({ subject, thread }: CaseText['reading'], name: string): string {
  const count = thread.messages.length;
  const them = thread.participants.filter(({ side, name }) => side === 'them' && name !== '').map((one) => one.name);
  const topic = topicOf(subject) ?? name;
  const messages = count === 1 ? vscode.l10n.t('1 message') : vscode.l10n.t('{0} messages', count);
  const people = them.slice(0, 3).join(', ');
  return (people === '' ? `${topic} · ${messages}` : `${topic} · ${people}, ${messages}`).slice(0, 300);
}
