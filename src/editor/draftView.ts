import * as vscode from 'vscode';
import type { CaseReading } from '../case/caseReading';
import { addresseeOf, letterheadOf } from '../case/letterhead';
import type { DraftStrength } from '../diagnosis/draftStrengths';
import type { DraftNote } from '../engine/index';
import { content, findDraftCheck } from '../engine/playbook';
import { blanksOf, findOwnLimits, isForeign, type OwnLimits, ownStretch, previewOf, shortened } from '../engine/text';
import { type Strings, say } from '../sidebar/stringKeys';
import { chipOf, type Places } from '../sidebar/talksView';
import type { DraftView, RowView } from '../sidebar/view';
import type { Thread } from '../thread/thread';
import type { Finding } from '../wording/rule';
import { wordsOf } from './diagnostics';
import { offersFor } from './draftNotes';
import type { OpenDraft } from './drafts';
import { familyName } from './familyNames';
import { keyedFindings } from './review';
import { rewritesOf } from './rewrites';
import { cutShortText, foreignText, kindName } from './status';

export interface DraftSources {
  readonly open: OpenDraft;
  readonly notes: readonly DraftNote[];
  readonly reading: CaseReading | undefined;
  readonly thread: Thread | undefined;
  readonly strings: Strings;
  readonly name: string;
  readonly lit: string | undefined;
  readonly limits: OwnLimits | undefined;
  /** Questions of theirs are open in it. */
  readonly isUnanswered: boolean;
  readonly places: Places;
}

/** Fewest words of which it is said how they read. */
const ENOUGH = 25;
const MOST_ROWS = 100;
const UNFINISHED = 3;
/** Below and above these it is said that a text reads as closed or open. Set by hand. */
const CLOSED = 0.4;
const OPEN = 0.6;

/** What the sidebar says of the draft itself; nothing of a document that holds no words of the user. */
export function draftView(sources: DraftSources): DraftView | undefined {
  const { open, notes, thread, name, lit, limits, isUnanswered, places } = sources;
  const { draft, marked, findings, active } = open;
  const own = ownStretch(draft);
  // All of it was written and sent before.
  if (own === undefined) return undefined;
  const to =
    thread === undefined
      ? undefined
      : (addresseeOf(draft) ?? letterheadOf(draft, thread).to)?.replace(/<[^<>]*>$/, '').trimEnd();
  const isEmpty = draft.text.slice(own.start, own.end).trim() === '';
  const foreign = isForeign(thread);
  const note = noteOf(open, isEmpty, foreign);
  const checked = active && !open.tooLong;
  const shown = checked && !isEmpty && !draft.formalNotice;
  const count = shown ? marked.length + notes.length : 0;
  const reads = count > 0 ? readsOf(sources) : undefined;
  const strengths = shown && open.settled && thread !== undefined ? open.analyzer.strengths(draft, thread) : [];
  const empty = shown ? toFillIn(draft.text.slice(own.start, own.end)) : 0;
  const verdict =
    !shown || !open.settled || (count === 0 && (foreign || (empty === 0 && isUnanswered)))
      ? undefined
      : count === 0 && empty > 0
        ? vscode.l10n.t('{0} still to fill in', empty)
        : verdictOf(count, findings.length > marked.length, strengths);
  const leaks = shown && limits !== undefined ? findOwnLimits(draft, limits) : [];
  return {
    title: (to === undefined ? name : vscode.l10n.t('To {0}', to)).slice(0, 300),
    kind: kindName(open),
    checked,
    ...(note === undefined ? {} : { note }),
    ...(verdict === undefined ? {} : { verdict }),
    findings: shown ? rowsOf(marked, open) : [],
    hints: shown
      ? rowsOf(
          findings.filter((one) => !marked.includes(one)),
          open,
        )
      : [],
    remarks: shown
      ? notes.map((note) => ({
          id: note.id,
          title: findDraftCheck(note.id).title,
          text: note.message.slice(0, 600),
          offers: offersFor(note, open).map(({ label }) => label),
        }))
      : [],
    done: count > 0 ? strengths.flatMap((id) => doneWords(id) ?? []) : [],
    leaks: leaks
      .slice(0, 6)
      .map(({ start, end }) => chipOf({ text: draft.text.slice(start, end), start, end, by: 'me' }, places)),
    ...(lit === undefined ? {} : { lit }),
    ...(reads === undefined ? {} : { reads }),
  };
}

/** Blanks that are still to be filled in: a name in brackets, no link and no number of a note. */
function toFillIn(text: string): number {
  return blanksOf(text).filter(({ end, name }) => /^[a-z][a-z ,’'-]+$/.test(name) && !/[([:]/.test(text.charAt(end)))
    .length;
}

function rowsOf(findings: readonly Finding[], { draft, findings: all }: OpenDraft): RowView[] {
  const keys = new Map(keyedFindings(all).map(({ finding, key }) => [finding, key]));
  return findings.slice(0, MOST_ROWS).map((finding) => ({
    id: keys.get(finding)!,
    ...wordsShown(finding, draft),
    kind: familyName(finding.family),
    level: finding.severity,
    message: finding.message.slice(0, 600),
    rewrites: rewritesOf(finding, draft).map(({ whole }) => whole),
  }));
}

/** A word or two are shown within those around them, so that two rows can be told apart. */
function wordsShown(finding: Finding, draft: OpenDraft['draft']): Pick<RowView, 'words' | 'within'> {
  const words = shortened(finding.text, 120);
  if (words.split(' ').length > 2) return { words };
  const around = shortened(previewOf(draft, wordsOf(finding), words), 60);
  return around.includes(words) && around !== words ? { words, within: around } : { words: around };
}

function verdictOf(count: number, hasHints: boolean, strengths: readonly DraftStrength[]): string {
  if (count === 0 && hasHints) return vscode.l10n.t('Nothing that many readers would mind.');
  if (count === 0) {
    // A reason alone is not much to praise.
    const plain = strengths.some((id) => id === 'price' || id === 'date');
    const clear = plain ? strengths.flatMap((id) => clearWords(id) ?? []) : [];
    return clear.length === 0
      ? vscode.l10n.t('Nothing to change.')
      : vscode.l10n.t(
          'Nothing to change. It is clear about {0}.',
          new Intl.ListFormat(vscode.env.language).format(clear),
        );
  }
  return count === 1 ? vscode.l10n.t('1 thing to look at') : vscode.l10n.t('{0} things to look at', count);
}

function clearWords(id: DraftStrength): string | undefined {
  switch (id) {
    case 'price':
      return vscode.l10n.t('the price');
    case 'date':
      return vscode.l10n.t('the date');
    case 'reason':
      return vscode.l10n.t('the reason');
    default:
      return undefined;
  }
}

function doneWords(id: DraftStrength): string | undefined {
  switch (id) {
    case 'next-step':
      return vscode.l10n.t('A next step with a date');
    case 'open-question':
      return vscode.l10n.t('A question that lets them explain');
    case 'acknowledgement':
      return vscode.l10n.t('What they said is taken up');
    default:
      return undefined;
  }
}

function readsOf({ open, reading, thread, strings }: DraftSources): DraftView['reads'] {
  const score = open.analyzer.score(open.draft);
  // What is still to be filled in reads like nothing yet.
  const isUnfinished = blanksOf(open.draft.text).length >= UNFINISHED;
  if (score.words < ENOUGH || isUnfinished || isForeign(thread)) return undefined;
  // Of most messages there is nothing to say.
  if (score.receptiveness >= CLOSED && score.receptiveness <= OPEN) return undefined;
  // What most readers would mind is not made good by how the rest of it reads.
  if (score.receptiveness > OPEN && open.marked.some(({ severity }) => severity === 'warning')) return undefined;
  const parts = content.toneParts
    .map(({ id, title, says }) => ({ id, title, says, value: score.parts[id] ?? 0 }))
    .filter(({ value }) => Math.abs(value) >= 0.01);
  const threats = open.findings.filter(({ family }) => family === 'ultimatum').length;
  return {
    words: readsWords(score.receptiveness, parts, strings),
    parts,
    counts: [
      { id: 'asks', title: strings.countAsks, count: reading?.own.asks ?? 0 },
      { id: 'questions', title: strings.countQuestions, count: score.questions },
      { id: 'offers', title: strings.countOffers, count: reading?.own.gives ?? 0 },
      { id: 'thanks', title: strings.countThanks, count: reading?.own.thanks ?? 0 },
      { id: 'threats', title: strings.countThreats, count: threats },
    ],
  };
}

function readsWords(
  receptiveness: number,
  parts: readonly { readonly title: string; readonly value: number }[],
  strings: Strings,
): string {
  const way = receptiveness > OPEN ? 1 : -1;
  const telling = parts
    .filter(({ value }) => value * way > 0)
    .sort((one, other) => (other.value - one.value) * way)
    .slice(0, 2)
    .map(({ title }) => title.toLocaleLowerCase());
  return say(strings, way > 0 ? 'readsHigh' : 'readsLow', telling.join(', '));
}

function noteOf(
  { active, analyzer, tooLong, draft }: OpenDraft,
  isEmpty: boolean,
  foreign: boolean,
): string | undefined {
  if (tooLong) return vscode.l10n.t('This document is too long to be checked.');
  if (isEmpty) return vscode.l10n.t('Nothing is written yet.');
  if (!active) return vscode.l10n.t('The wording of this document is not checked.');
  if (draft.formalNotice) return vscode.l10n.t('This reads as a formal notice, so its wording is left alone.');
  if (foreign) return foreignText();
  if (analyzer.isCutShort(draft)) return cutShortText();
  return undefined;
}
