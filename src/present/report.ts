import type { Diagnosis, Quote, RankedCause } from '../diagnosis/diagnosis';
import { surenessOf } from '../diagnosis/sureness';
import { createPositionAt } from '../document/draft/position';
import { uncapitalised } from '../language/capitals';
import { findCause, findMove } from '../playbook/read';
import { balanceText, nameOf, timelineText } from './charts';
import { inMarkdown } from './inMarkdown';
import content from './reportTexts.yaml';

export interface ReportOptions {
  /** Turns a quote's place into a link target; without it, line numbers stand without links. */
  readonly link?: (quote: { readonly start: number; readonly end: number }) => string;
  /** How many causes are told at length, two at most. */
  readonly causes?: number;
  /** The caller's clock, in milliseconds since 1970: says how many days ago the last message was. */
  readonly today?: number;
}

type Place = (quote: { readonly start: number; readonly end: number }) => string;

/** The diagnosis in prose as a Markdown document, with line numbers of `text` beside every quote. */
export function reportMarkdown(diagnosis: Diagnosis, text: string, options: ReportOptions = {}): string {
  const positionAt = createPositionAt(text);
  const place: Place = (quote) => {
    const label = `line ${positionAt(quote.start).line + 1}`;
    return options.link === undefined ? label : `[${label}](${options.link(quote)})`;
  };
  const told = toldAtLength(diagnosis, options.causes);
  const parts = [
    `# ${texts.state[diagnosis.state]}`,
    ...statePart(diagnosis, place, options.today),
    ...diagnosis.notices.map((notice) => texts.notices[notice]),
    ...questionPart(diagnosis, told),
    ...causesPart(diagnosis, told, place),
    ...(told.length === 0 ? [] : nextPart(diagnosis)),
    ...ledgerPart(diagnosis, place),
    ...coursePart(diagnosis),
    ...sumPart(told[0]),
    `*${texts.advice}*`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const MOST_TOLD = 2;
/** A cause with less than a tenth of the evidence is not told. */
const LEAST_TOLD = 0.1;

/** The causes that are told at length: two at most, none with less than a tenth of the evidence. */
export function toldAtLength({ causes }: Pick<Diagnosis, 'causes'>, most = MOST_TOLD): readonly RankedCause[] {
  return causes.filter(({ score }) => score >= LEAST_TOLD).slice(0, Math.min(most, MOST_TOLD));
}

function statePart({ stateGrounds, turn, since, next }: Diagnosis, place: Place, today: number | undefined): string[] {
  const grounds = stateGrounds
    .slice(0, 3)
    .map((quote) => (quote.text === '' ? quote.why : `${quote.why} ${quoted(quote.text)} (${place(quote)})`));
  const parts = [grounds.join(' ')];
  if (turn !== undefined && since !== undefined) {
    const values = { turn: texts.turn[turn], date: new Date(since).toISOString().slice(0, 10) };
    const days = today === undefined ? 0 : Math.floor((today - since) / DAY);
    parts.push(days > 0 ? put(texts.sinceDays, { ...values, days: String(days) }) : put(texts.since, values));
  } else if (turn !== undefined) parts.push(`${texts.turn[turn]}.`);
  if (next !== undefined) parts.push(put(texts.next, { place: place(next), line: quoted(next.text) }));
  return parts;
}

const DAY = 86_400_000;

function questionPart(diagnosis: Diagnosis, told: readonly RankedCause[]): string[] {
  const { discriminatingQuestion: question, discriminatingAnswers = [], undecided } = diagnosis;
  if (undecided !== true || question === undefined || told.length === 0) return [];
  const answers = discriminatingAnswers.map(
    ({ cause, answer }) => `- ${put(texts.questionAnswer, { answer, cause: uncapitalised(findCause(cause).title) })}`,
  );
  return [`## ${texts.question}`, put(texts.questionLead, { question }), answers.join('\n')];
}

function causesPart(diagnosis: Diagnosis, told: readonly RankedCause[], place: Place): string[] {
  return told.flatMap((cause, index) => {
    const { title, summary } = findCause(cause.id);
    const lead = index > 0 ? texts.or : texts[surenessOf(told, diagnosis)];
    return [
      index === 0 ? `## ${texts.causes}` : '',
      `**${put(lead, { title: uncapitalised(title) })}** ${summary}`,
      cause.restsOn ?? quoteList(texts.for, cause.for.slice(0, 3), place),
      quoteList(texts.against, cause.against.slice(0, 1), place),
    ];
  });
}

function quoteList(title: string, quotes: readonly Quote[], place: Place): string {
  if (quotes.length === 0) return '';
  const lines = quotes.map((quote) => `- ${nameOf(quote.by)}, ${place(quote)}: ${quoted(quote.text)} ${quote.why}`);
  return `${title}:\n\n${lines.join('\n')}`;
}

function nextPart({ moves, avoid, questions }: Diagnosis): string[] {
  const lines = moves.map(({ id, why, whenNot, openings }) => {
    const opening = openings[0] === undefined ? '' : `\n\n  > ${openings[0].replace(/\n/g, '\n  > ')}`;
    return `- **${findMove(id).title}.** ${why}${opening}\n\n  ${put(texts.wrongIf, { text: uncapitalised(whenNot) })}`;
  });
  const first = questions[0];
  return [
    `## ${texts.moves}`,
    lines.join('\n'),
    first === undefined ? '' : `${texts.ask}: “${first.text}”`,
    avoid === undefined ? '' : put(texts.avoid, avoid),
  ];
}

function ledgerPart({ openQuestions, concessions, promises }: Diagnosis, place: Place): string[] {
  const asked = (side: 'me' | 'them') =>
    openQuestions
      .filter(({ by }) => by === side)
      .slice(-4)
      .map((question) => `- ${quoted(question.text)} (${place(question)})`);
  const given = concessions
    .slice(-8)
    .map((one) => `- ${nameOf(one.by)}, ${one.tied ? texts.tied : texts.free}: ${quoted(one.text)} (${place(one)})`);
  const promised = promises.slice(-6).map(({ by, due, passed, ...line }) => {
    const day = due === undefined ? '' : ` ${put(passed === true ? texts.duePassed : texts.due, { day: due })}`;
    return `- ${nameOf(by)}: ${quoted(line.text)} (${place(line)})${day}`;
  });
  return [
    ...listed(texts.openTheirs, asked('them')),
    ...listed(texts.openYours, asked('me')),
    ...listed(texts.given, given),
    ...listed(texts.promised, promised),
  ];
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];
}

function coursePart(diagnosis: Diagnosis): string[] {
  if (diagnosis.messages.length < 2) return [];
  const words = [timelineText(diagnosis), balanceText(diagnosis)].filter((text) => text !== '').join(' ');
  return words === '' ? [] : [`## ${texts.course}`, words];
}

/** Folded: who wants to know can open it. */
function sumPart(first: RankedCause | undefined): string[] {
  if (first === undefined) return [];
  const terms = first.terms.filter(({ points }) => Math.abs(points) >= 0.3).slice(0, 10);
  if (terms.length === 0) return [];
  const rows = terms.map(
    ({ why, points }) => `| ${inMarkdown(why)} | ${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)} |`,
  );
  return [`<details><summary>${texts.sum}</summary>`, [texts.sumHead, '|---|--:|', ...rows].join('\n'), '</details>'];
}

function quoted(text: string): string {
  const short = text.length > 200 ? `${text.slice(0, 197).trimEnd()}…` : text;
  return `“${inMarkdown(short)}”`;
}

function put(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z]+)\}/gi, (whole, name: string) => values[name] ?? whole);
}

interface Texts extends Readonly<Record<PlainText, string>> {
  readonly state: Readonly<Record<Diagnosis['state'], string>>;
  readonly turn: Readonly<Record<'me' | 'them', string>>;
  readonly notices: Readonly<Record<Diagnosis['notices'][number], string>>;
}

type PlainText =
  | 'since'
  | 'sinceDays'
  | 'next'
  | 'question'
  | 'questionLead'
  | 'questionAnswer'
  | 'causes'
  | 'clearly'
  | 'probably'
  | 'oneOfTwo'
  | 'perhaps'
  | 'or'
  | 'for'
  | 'against'
  | 'moves'
  | 'wrongIf'
  | 'avoid'
  | 'ask'
  | 'openTheirs'
  | 'openYours'
  | 'given'
  | 'tied'
  | 'free'
  | 'promised'
  | 'due'
  | 'duePassed'
  | 'course'
  | 'sum'
  | 'sumHead'
  | 'advice';

const texts = content as Texts;
