import { answeredThread } from '../case/answeredThread';
import type { DraftNote } from '../engine/index';
import { ownStretch } from '../engine/text';
import type { Strings } from '../sidebar/stringKeys';
import { chipOf, type Places } from '../sidebar/talksView';
import type { ReplyView } from '../sidebar/view';
import type { CaseText } from './caseDocuments';
import type { OpenDraft } from './drafts';

export interface ReplySources {
  readonly open: OpenDraft;
  /** What is remarked on the draft as a whole: a question that a remark names is not ticked beside it. */
  readonly notes: readonly DraftNote[];
  readonly text: CaseText;
  readonly places: Places;
  readonly strings: Strings;
}

export interface ReplyReading {
  readonly view: ReplyView;
  /** The thread is in other documents of the case. */
  readonly apart: boolean;
}

const MOST = 12;

/** How the words that the user is writing stand to the thread they answer; nothing where they answer none. */
export function replyView({ open, notes, text, places, strings }: ReplySources): ReplyReading | undefined {
  const answered = answeredThread(text.documents);
  if (answered === undefined) return undefined;
  const { thread, base } = answered;
  const check = open.analyzer.reply(thread, open.draft);
  const own = ownStretch(open.draft);
  type Line = { readonly text: string; readonly start: number; readonly end: number };
  const theirs = (line: Line) =>
    chipOf({ ...line, start: line.start + base, end: line.end + base, by: 'them' }, places);
  const mine = (line: Line) => chipOf({ ...line, by: 'me' }, places);
  const remarks = notes.filter(({ id }) => id === 'unanswered-question').map(({ message }) => squeezed(message));
  const isRemarked = (question: string) => remarks.some((message) => message.includes(squeezed(question)));
  const { nextStep } = check;
  const next = nextStep?.date ?? (nextStep?.owner === 'me' ? strings.me : undefined);
  return {
    apart: base > 0,
    view: {
      asked: check.theirQuestions.slice(0, MOST).map(({ answered: done, ...line }) => ({
        chip: theirs(line),
        answered: done && !isRemarked(line.text),
      })),
      gives: check.given.slice(0, MOST).map(({ tied, ...line }) => ({ chip: mine(line), tied })),
      // A figure that is named twice is new once.
      strange: check.strange
        .filter(({ text }, at, all) => all.findIndex((one) => one.text === text) === at)
        .slice(0, MOST)
        .map(mine),
      promises: check.promises.slice(0, MOST).map(({ date, ...line }) => ({
        chip: mine(line),
        ...(date === undefined ? {} : { when: date.slice(0, 100) }),
      })),
      ...(next === undefined ? {} : { next: next.slice(0, 300) }),
      empty: own === undefined || open.draft.text.slice(own.start, own.end).trim() === '',
    },
  };
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
