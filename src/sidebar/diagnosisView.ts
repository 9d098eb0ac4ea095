import type { Diagnosis, Notice, Quote } from '../diagnosis/diagnosis';
import type { Playbook } from '../playbook/types';
import { type StringKey, type Strings, say } from './stringKeys';
import type { CauseView, ChipView, StallView } from './view';

/** Finds the line of an offset; `document` is the name of the document, unless it is the active one. Lines are one-based. */
export interface Places {
  placeOf(offset: number): { readonly line: number; readonly document?: string };
  date(milliseconds: number): string;
  amount(value: number, unit: 'money' | 'percent' | 'number'): string;
}

export interface StallContext {
  readonly strings: Strings;
  readonly playbook: Pick<Playbook, 'causes' | 'groups'>;
  readonly places: Places;
  readonly ruledOut: ReadonlySet<string>;
}

/** The diagnosis as the page shows it. Causes that the user ruled out stand apart, and the shares count only the others. */
export function stallOf(diagnosis: Diagnosis, context: StallContext): StallView {
  const { strings, playbook, places, ruledOut } = context;
  const left = diagnosis.causes.filter(({ id }) => !ruledOut.has(id));
  const total = left.reduce((sum, { score }) => sum + score, 0) || 1;
  const { discriminatingQuestion: apart, discriminatingAnswers: answers = [] } = diagnosis;
  const titleOf = (id: string) => playbook.causes.find((cause) => cause.id === id)?.title ?? id;
  return {
    stalled: diagnosis.stalled,
    words: say(strings, stalledWords[diagnosis.stalled]),
    why: diagnosis.stateGrounds.map((quote) =>
      quote.text === '' ? { text: quote.why } : { text: quote.why, chip: chipOf(quote, places) },
    ),
    notices: diagnosis.notices.map((id) => ({
      id,
      text: say(strings, noticeWords[id]),
      ...(id === 'who-is-me-guessed' ? { action: 'me' as const } : {}),
    })),
    confidence: say(strings, sureness(diagnosis.confidence)),
    causes: left.map((ranked): CauseView => {
      const share = Math.min(1, Math.max(0, ranked.score / total));
      const entry = playbook.causes.find(({ id }) => id === ranked.id);
      return {
        id: ranked.id,
        title: entry?.title ?? ranked.id,
        summary: entry?.summary ?? '',
        group: playbook.groups.find(({ id }) => id === ranked.group)?.title ?? '',
        share,
        words: say(strings, shareWords(share)),
        speaksFor: ranked.for.map((quote) => chipOf(quote, places)),
        speaksAgainst: ranked.against.map((quote) => chipOf(quote, places)),
      };
    }),
    ruledOut: [...ruledOut].map((id) => ({ id, title: titleOf(id) })),
    ...(apart === undefined || answers.some(({ cause }) => ruledOut.has(cause))
      ? {}
      : {
          apart: {
            question: apart,
            answers: answers.map(({ cause, answer }) => ({ cause: titleOf(cause), answer })),
          },
        }),
  };
}

const LONGEST_QUOTE = 280;

/** A line to show, short enough for a chip. Its id says where it stands. */
export function chipOf({ text, start, end, by, why }: Quote, places: Places): ChipView {
  const short = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return { id: targetOf(start, end), text: short, why, by, ...places.placeOf(start) };
}

/** Names a range of the case's documents in messages from the page. */
export function targetOf(start: number, end: number): string {
  return `${start}-${end}`;
}

/** The range that a target names; undefined when it names none. */
export function readTarget(target: string): { readonly start: number; readonly end: number } | undefined {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(target);
  if (match === null) return undefined;
  const start = Number(match[1]);
  const end = Number(match[2]);
  return start <= end ? { start, end } : undefined;
}

const stalledWords: Readonly<Record<Diagnosis['stalled'], StringKey>> = {
  yes: 'stalledYes',
  no: 'stalledNo',
  unclear: 'stalledUnclear',
};

const noticeWords: Readonly<Record<Notice, StringKey>> = {
  'no-thread': 'noticeNoThread',
  'one-message': 'noticeOneMessage',
  'one-side': 'noticeOneSide',
  'not-english': 'noticeNotEnglish',
  'not-enough': 'noticeNotEnough',
  'who-is-me-guessed': 'noticeWhoIsMe',
  'no-dates': 'noticeNoDates',
  'may-be-us': 'noticeMayBeUs',
  'consider-stopping': 'noticeConsiderStopping',
};

function sureness(confidence: number): StringKey {
  if (confidence < 0.12) return 'sureNot';
  if (confidence < 0.3) return 'sureWeak';
  return confidence < 0.55 ? 'sureFair' : 'sureGood';
}

function shareWords(share: number): StringKey {
  if (share >= 0.5) return 'shareMost';
  if (share >= 0.25) return 'shareMuch';
  return share >= 0.1 ? 'shareSome' : 'shareLittle';
}
