import { surenessOf } from '../case/caseReading';
import type { Answers } from '../diagnosis/causeScores';
import type { Diagnosis, Notice, Quote, RankedCause } from '../diagnosis/diagnosis';
import type { Playbook } from '../playbook/types';
import type { Thread } from '../thread/thread';
import { type StringKey, type Strings, say } from './stringKeys';
import type { CauseView, ChipView, TalksView } from './view';

/** Finds the line of an offset; `document` is its name where that is not the document in front. Lines are one-based. */
export interface Places {
  placeOf(offset: number): { readonly line: number; readonly document?: string };
  date(milliseconds: number): string;
  /** The day, and how long ago it was. */
  since(milliseconds: number): string;
  amount(value: number, unit: 'money' | 'percent' | 'number'): string;
}

export interface TalksContext {
  readonly strings: Strings;
  readonly playbook: Pick<Playbook, 'causes'>;
  readonly places: Places;
  readonly ruledOut: ReadonlySet<string>;
  readonly answers: Answers;
  readonly thread: Thread;
  readonly title: string;
}

/** Causes that are shown. */
const MOST_CAUSES = 2;
const MOST_LINES = 3;
const MOST_PEOPLE = 8;

/** Where the talks stand, as the page shows it. Where it is not known who the user is, it asks and says nothing of causes. */
export function talksOf(diagnosis: Diagnosis, context: TalksContext): TalksView {
  const { strings, playbook, places, ruledOut, thread } = context;
  const ask = peopleToAsk(thread);
  const me = thread.participants.find(({ side }) => side === 'me')?.name;
  const left = causesLeft(diagnosis, ruledOut);
  const causes = ask.length > 0 ? [] : left.slice(0, MOST_CAUSES);
  const closer = causes.length < MOST_CAUSES ? undefined : closerOf(diagnosis, context);
  const state = say(strings, stateWords(diagnosis));
  const [ground] = diagnosis.stateGrounds;
  const titleOf = (id: string) => playbook.causes.find((cause) => cause.id === id)?.title ?? id;
  return {
    title: context.title,
    ...(me === undefined || me === '' || ask.length > 0 ? {} : { me: say(strings, 'youAre', me) }),
    ask,
    ...(thread.meMissing === undefined || ask.length === 0 ? {} : { missing: thread.meMissing.slice(0, 300) }),
    state: diagnosis.state,
    words: ground === undefined ? state : say(strings, 'stateWhy', state, lowered(ground.why)),
    ...(diagnosis.since === undefined ? {} : { since: say(strings, 'lastWritten', places.since(diagnosis.since)) }),
    ...(ground === undefined || ground.text === '' ? {} : { ground: chipOf({ ...ground, why: '' }, places) }),
    notices: diagnosis.notices
      .filter((id) => id !== 'who-is-me-guessed' && id !== 'me-missing')
      .map((id) => ({ id, text: say(strings, noticeWords[id]) })),
    causes: causes.map((ranked, index): CauseView => {
      const entry = playbook.causes.find(({ id }) => id === ranked.id);
      return {
        id: ranked.id,
        lead: say(strings, index > 0 ? 'leadOr' : leads[surenessOf(causes, diagnosis)]),
        title: entry?.title ?? ranked.id,
        summary: `${ranked.restsOn === undefined ? '' : `${ranked.restsOn} `}${entry?.summary ?? ''}`,
        speaksFor: ranked.for.slice(0, MOST_LINES).map((quote) => chipOf(quote, places)),
        speaksAgainst: ranked.against.slice(0, MOST_LINES).map((quote) => chipOf(quote, places)),
      };
    }),
    ruledOut: [...ruledOut].map((id) => ({ id, title: titleOf(id) })),
    ...(closer === undefined ? {} : { closer }),
  };
}

/** Asked until one of its answers is given. */
function closerOf(
  { discriminatingQuestion: question, discriminatingAnswers = [], undecided }: Diagnosis,
  { ruledOut, answers }: TalksContext,
): TalksView['closer'] {
  const isSettled = discriminatingAnswers.some(
    ({ cause, statement }) => ruledOut.has(cause) || answers[statement] === 'yes',
  );
  if (question === undefined || isSettled) return undefined;
  return {
    question,
    first: undecided === true,
    answers: discriminatingAnswers.slice(0, 4).map(({ cause, answer }) => ({ cause, answer })),
  };
}

/** The reason as it goes on after a colon. */
function lowered(why: string): string {
  return /^I\b/.test(why) ? why : why.charAt(0).toLocaleLowerCase() + why.slice(1);
}

/** The causes that the user did not rule out, best first. */
export function causesLeft({ causes }: Diagnosis, ruledOut: ReadonlySet<string>): RankedCause[] {
  return causes.filter(({ id }) => !ruledOut.has(id));
}

function peopleToAsk({ meKnownBy, candidates, messages }: Thread): TalksView['ask'] {
  if (meKnownBy !== 'guess' || messages.length < 2) return [];
  return candidates
    .map(({ participant }) => participant)
    .filter(({ name, addresses }) => name !== '' || addresses[0] !== undefined)
    .slice(0, MOST_PEOPLE)
    .map(({ name, addresses: [address] }) => ({
      id: (address ?? name).slice(0, 300),
      name: (name === '' ? address! : name).slice(0, 300),
      ...(address === undefined || name === '' ? {} : { address: address.slice(0, 300) }),
    }));
}

function stateWords({ state, turn }: Diagnosis): StringKey {
  if (state === 'moving') return turn === 'me' ? 'stateMovingMe' : 'stateMoving';
  const words: Readonly<Record<Exclude<Diagnosis['state'], 'moving'>, StringKey>> = {
    stalled: 'stateStalled',
    waiting: 'stateWaiting',
    agreed: 'stateAgreed',
    declined: 'stateDeclined',
    closed: 'stateClosed',
    unclear: 'stateUnclear',
  };
  return words[state];
}

const leads = {
  clearly: 'leadClearly',
  probably: 'leadProbably',
  perhaps: 'leadPerhaps',
  oneOfTwo: 'leadOneOfTwo',
} as const;

const LONGEST_QUOTE = 280;

/** A line to show, short enough for a chip. Its id says where it stands. */
export function chipOf(
  { text, start, end, by, why = '' }: Omit<Quote, 'why'> & { why?: string },
  places: Places,
): ChipView {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
  return { id: targetOf(start, end), text: short, why, by, ...places.placeOf(start) };
}

/** Names a stretch of the case's documents in messages from the page. */
export function targetOf(start: number, end: number): string {
  return `${start}-${end}`;
}

/** The stretch that a target names; undefined when it names none. */
export function readTarget(target: string): { readonly start: number; readonly end: number } | undefined {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(target);
  if (match === null) return undefined;
  const start = Number(match[1]);
  const end = Number(match[2]);
  return start <= end ? { start, end } : undefined;
}

const noticeWords: Readonly<Record<Exclude<Notice, 'who-is-me-guessed' | 'me-missing'>, StringKey>> = {
  'no-thread': 'noticeNoThread',
  'one-message': 'noticeOneMessage',
  'one-side': 'noticeOneSide',
  'not-english': 'noticeNotEnglish',
  'not-enough': 'noticeNotEnough',
  'no-dates': 'noticeNoDates',
  'may-be-us': 'noticeMayBeUs',
  'consider-stopping': 'noticeConsiderStopping',
};
