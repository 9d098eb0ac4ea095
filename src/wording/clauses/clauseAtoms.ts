import type { BlockType } from '../../document/draft/draft';
import type { Clause, SentenceReading } from '../../language/clause/clause';
import { insertInOrder } from '../../language/insertInOrder';
import { TokenKind, type Tokens } from '../../language/tokens';
import { type LexiconHit, lexiconLists } from './clauseLexicon';

/** What a clause is or is not. */
const flagNames = [
  'addressed',
  'possessed',
  'writer',
  'negated',
  'passive',
  'conditional',
  'reason',
  'relative',
  'polite',
  'intensified',
  'hedged',
] as const;

/** What can be seen in a clause that pairs with what else is seen in it: words of a list, and the shape of the clause. */
const pairing = [
  ...lexiconLists,
  ...['writer', 'reader', 'third', 'thing', 'nobody'].map((value) => `subject ${value}`),
  ...['statement', 'question', 'order', 'wish', 'offer'].map((value) => `mood ${value}`),
  ...['past', 'present', 'future', 'none'].map((value) => `tense ${value}`),
  ...(['must', 'should', 'can', 'will', 'would', 'may'] as const).map((value) => `modal ${value}`),
  ...['claimed', 'supposed'].map((value) => `reported ${value}`),
  ...flagNames,
];

const blockTypes: readonly BlockType[] = [
  'paragraph',
  'heading',
  'list-item',
  'table-cell',
  'salutation',
  'sign-off',
  'subject',
];

/** Names of all that can be seen in a clause and around it, in the order of their numbers. */
export const atomNames: readonly string[] = [
  ...pairing,
  ...lexiconLists.map((name) => `beside ${name}`),
  ...(
    ['question', 'exclaims', 'reason', 'apology', 'thanks', 'agreement', 'play', 'own fault', 'first', 'last'] as const
  ).map((name) => `sentence ${name}`),
  ...[0, 1, 2, 3, 4, 5, 6].map((size) => `clause of ${size * 3}`),
  ...[0, 1, 2, 3, 4, 5].map((size) => `sentence of ${size * 8}`),
  ...blockTypes.map((type) => `in ${type}`),
  'capitals',
  'more capitals',
  'dots',
  'stacked marks',
];

/** Atoms below this number pair with one another. */
export const PAIRING = pairing.length;

export const atomNumbers: ReadonlyMap<string, number> = new Map(atomNames.map((name, number) => [name, number]));

function numberOf(name: string): number {
  const number = atomNumbers.get(name);
  if (number === undefined) throw new Error(`There is no atom “${name}”`);
  return number;
}

const flags = flagNames.map((name) => [name, numberOf(name)] as const);
const shapes = (['subject', 'mood', 'tense', 'modal', 'reported'] as const).map((name) => {
  const own = atomNames.filter((atom) => atom.startsWith(`${name} `));
  return [name, new Map<string, number>(own.map((atom) => [atom.slice(name.length + 1), numberOf(atom)]))] as const;
});
const clauseSizes = numberOf('clause of 0');
const sentenceSizes = numberOf('sentence of 0');
const types = numberOf(`in ${blockTypes[0]}`);
const besides = lexiconLists.map((name) => numberOf(`beside ${name}`));
const sentenceFlags = (
  [
    ['question', 'question'],
    ['exclaims', 'exclaims'],
    ['reason', 'reason'],
    ['apology', 'apology'],
    ['thanks', 'thanks'],
    ['agreement', 'agreement'],
    ['play', 'play'],
    ['ownFault', 'own fault'],
  ] as const
).map(([key, name]) => [key, numberOf(`sentence ${name}`)] as const);

/**
 * Numbers of what is seen in a clause, each once, in rising order.
 *
 * @param tail what stands after the last word of the sentence
 */
export function atomsOf(
  tokens: Tokens,
  clause: Clause,
  sentence: SentenceReading,
  hits: readonly LexiconHit[],
  type: BlockType,
  tail: string,
): number[] {
  const seen: number[] = [];
  for (const { list, start } of hits)
    insertInOrder(start >= clause.start && start < clause.end ? list : besides[list]!, seen);
  for (const [name, byValue] of shapes) {
    const number = byValue.get(clause[name] ?? '');
    if (number !== undefined) insertInOrder(number, seen);
  }
  for (const [name, number] of flags) if (clause[name]) insertInOrder(number, seen);
  for (const [name, number] of sentenceFlags) if (sentence[name]) insertInOrder(number, seen);
  if (clause.start === 0) insertInOrder(sentenceFirst, seen);
  if (clause.end === tokens.count) insertInOrder(sentenceLast, seen);
  insertInOrder(clauseSizes + Math.floor(Math.min(clause.end - clause.start, 20) / 3), seen);
  insertInOrder(sentenceSizes + Math.floor(Math.min(tokens.count, 40) / 8), seen);
  insertInOrder(types + blockTypes.indexOf(type), seen);
  const capitals = capitalsIn(tokens, clause);
  if (capitals > 0) insertInOrder(capitals > 1 ? moreCapitals : someCapitals, seen);
  if (tail.startsWith('..') || tail.startsWith('…')) insertInOrder(dots, seen);
  if (STACKED.test(tail)) insertInOrder(stackedMarks, seen);
  return seen;
}

const [sentenceFirst, sentenceLast] = [numberOf('sentence first'), numberOf('sentence last')];
const [someCapitals, moreCapitals] = [numberOf('capitals'), numberOf('more capitals')];
const [dots, stackedMarks] = [numberOf('dots'), numberOf('stacked marks')];

const STACKED = /^[!?]{2}/;

function capitalsIn({ kinds, starts, ends }: Tokens, { start, end }: Clause): number {
  let count = 0;
  for (let at = start; at < end; at++) if ((kinds[at]! & TokenKind.upper) !== 0 && ends[at]! - starts[at]! > 2) count++;
  return count;
}
