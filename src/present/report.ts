import type { Diagnosis, Notice, Quote, RankedCause } from '../diagnosis/diagnosis';
import { createPositionAt } from '../document/draft/position';
import { findCause, findMove } from '../playbook/read';
import { balanceText, nameOf, timelineText } from './charts';

export interface ReportOptions {
  /** Turns a quote's place into a link target; without it, line numbers stand without links. */
  readonly link?: (quote: { readonly start: number; readonly end: number }) => string;
  /** How many causes are told at length. */
  readonly causes?: number;
}

/** The diagnosis as a readable Markdown document, with line numbers of `text` beside every quote. */
export function reportMarkdown(diagnosis: Diagnosis, text: string, options: ReportOptions = {}): string {
  const positionAt = createPositionAt(text);
  const place = (quote: { readonly start: number; readonly end: number }) => {
    const label = `line ${positionAt(quote.start).line + 1}`;
    return options.link === undefined ? label : `[${label}](${options.link(quote)})`;
  };
  const told = diagnosis.causes
    .slice(0, options.causes ?? 3)
    .filter(({ score }, index) => index === 0 || score >= 0.04);
  const parts = [
    '# Where the talks stand',
    verdict(diagnosis, place),
    ...diagnosis.notices.map((notice) => notices[notice]),
    ...(told.length === 0
      ? []
      : ['## What may be behind it', ...told.map((cause, index) => causePart(cause, index, place))]),
    ...apartPart(diagnosis),
    ...nextPart(diagnosis),
    ...listPart(
      '## Questions nobody has answered',
      diagnosis.openQuestions.slice(-8),
      (question) => `${nameOf(question.by)}, ${place(question)}: ${quoted(question.text)}`,
    ),
    ...listPart(
      '## Give and take',
      diagnosis.concessions.slice(0, 12),
      (given) =>
        `${nameOf(given.by)}, ${place(given)}, ${given.tied ? 'for something in return' : 'with nothing asked in return'}: ${quoted(given.text)}`,
      balanceText(diagnosis),
    ),
    ...timelinePart(diagnosis),
    ...sumPart(told[0]),
    '*This is advice with its evidence, not a measurement. It says what the lines may mean, and predicts nothing.*',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

type Place = (quote: { readonly start: number; readonly end: number }) => string;

function verdict({ stalled, stateGrounds, confidence, causes }: Diagnosis, place: Place): string {
  const lead = {
    yes: 'The talks seem to have stopped.',
    no: 'The talks seem to be going on. What follows is what could slow them down.',
    unclear: 'It is not clear whether the talks have stopped.',
  }[stalled];
  const first = causes[0];
  const cause = first === undefined ? '' : ` ${sureness(confidence)} **${findCause(first.id).title}**.`;
  const why = stateGrounds.map(
    (quote) => `- ${quote.why}${quote.text === '' ? '' : ` (${place(quote)}: ${quoted(quote.text)})`}`,
  );
  return [`${lead}${cause}`, why.join('\n')].filter((part) => part !== '').join('\n\n');
}

function sureness(confidence: number): string {
  if (confidence >= 0.7) return 'Most of the evidence points to one cause:';
  if (confidence >= 0.4) return 'The evidence points most to this cause, with others possible:';
  if (confidence >= 0.2) return 'Several causes fit; slightly ahead is';
  return 'There is not enough to go on. If anything, it may be';
}

const notices: Readonly<Record<Notice, string>> = {
  'no-thread': 'There is no message here to read. Paste the correspondence, or answer the checklist.',
  'one-message': 'There is only one message here. The whole exchange would show more.',
  'one-side': 'Only one side is here. Paste what the other side wrote, and more can be said.',
  'not-english':
    'These messages don’t seem to be in English, which is the only language that can be read here. The checklist works in any case.',
  'not-enough':
    'Take the ranking lightly: there is little to go on. A few answers in the checklist would help more than anything else.',
  'who-is-me-guessed':
    'Nothing says which side is yours, so the writer of the first message was taken for you. A first line `Me: Name <address>` settles it.',
  'no-dates': 'The messages carry no dates, so silences could not be measured.',
  'may-be-us':
    'It may be worth asking whether your own side is the one that is stuck. The self-check takes five minutes.',
  'consider-stopping':
    'Stopping on good terms may be the right move here. An agreement that serves neither side is worse than none.',
};

function causePart(cause: RankedCause, index: number, place: Place): string {
  const { title, summary } = findCause(cause.id);
  return [
    `### ${index + 1}. ${title} (${Math.round(cause.score * 100)} of 100)`,
    summary,
    quoteList('What speaks for it', cause.for, place),
    quoteList('What speaks against it', cause.against, place),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function quoteList(title: string, quotes: readonly Quote[], place: Place): string {
  if (quotes.length === 0) return '';
  const lines = quotes.map((quote) => `- ${nameOf(quote.by)}, ${place(quote)}: ${quoted(quote.text)} ${quote.why}`);
  return `${title}:\n\n${lines.join('\n')}`;
}

function apartPart({ discriminatingQuestion: question, discriminatingAnswers = [], causes }: Diagnosis): string[] {
  if (question === undefined || causes.length < 2) return [];
  const answers = discriminatingAnswers.map(
    ({ cause, answer }) => `- ${answer} That points to *${findCause(cause).title.toLowerCase()}*.`,
  );
  return ['## What would tell the first two apart', question, answers.join('\n')];
}

function nextPart({ moves, avoid, questions }: Diagnosis): string[] {
  const parts: string[] = [];
  if (moves.length > 0) {
    const lines = moves.map(
      ({ id, why, openings }) =>
        `- **${findMove(id).title}.** ${why}${openings[0] === undefined ? '' : `\n  > ${openings[0].replace(/\n/g, '\n  > ')}`}`,
    );
    parts.push('## Next move', lines.join('\n'));
  }
  if (avoid !== undefined) parts.push(`**Better not now:** ${avoid.text} ${avoid.why}`);
  if (questions.length > 0) parts.push('Questions to ask:', questions.map(({ text }) => `- ${text}`).join('\n'));
  return parts;
}

function listPart<Item>(title: string, items: readonly Item[], show: (item: Item) => string, lead = ''): string[] {
  if (items.length === 0) return [];
  return [title, lead, items.map((item) => `- ${show(item)}`).join('\n')].filter((part) => part !== '');
}

function timelinePart(diagnosis: Diagnosis): string[] {
  const { messages } = diagnosis;
  if (messages.length < 2) return [];
  const rows = messages
    .slice(-40)
    .map(({ index, author, by, date, gapDays, words, questions, concessions, heat }) =>
      [
        index + 1,
        date === undefined ? '' : new Date(date).toISOString().slice(0, 10),
        escaped(author || nameOf(by)),
        gapDays === undefined ? '' : gapDays < 1 ? 'same day' : `${Math.round(gapDays)}`,
        words,
        questions || '',
        concessions || '',
        heat || '',
      ].join(' | '),
    );
  return [
    '## Message by message',
    timelineText(diagnosis),
    [
      '| # | Date | Who | Days since | Words | Asks | Gives | Heat |',
      '|--:|---|---|--:|--:|--:|--:|--:|',
      ...rows.map((row) => `| ${row} |`),
    ].join('\n'),
  ];
}

function sumPart(first: RankedCause | undefined): string[] {
  if (first === undefined) return [];
  const terms = first.terms.filter(({ points }) => Math.abs(points) >= 0.3).slice(0, 10);
  if (terms.length === 0) return [];
  const rows = terms.map(
    ({ why, points }) => `| ${escaped(why)} | ${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)} |`,
  );
  return ['## How the first cause was reckoned', ['| Evidence | Points |', '|---|--:|', ...rows].join('\n')];
}

function quoted(text: string): string {
  const short = text.length > 240 ? `${text.slice(0, 237).trimEnd()}…` : text;
  return `“${escaped(short)}”`;
}

/** The characters that Markdown reads as marks, made plain. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#~]/g, '\\$&').replace(/\s+/g, ' ');
}
