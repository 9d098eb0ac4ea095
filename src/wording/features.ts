import { TokenKind, type Tokens } from '../language/tokens';
import type { Surroundings } from './conditions';
import { pairOf, placeOf, type Sign, type TenorNames } from './featureIndex';
import { ours, readers, writers, yours } from './wordClasses';

let line = new Uint16Array(256);

/**
 * Visits what there is to see in a sentence. A key is a name, or a pair of names as `pairOf` numbers it; the words that it was seen
 * in go from token `from` to before token `to`, and both are 0 for what belongs to the whole sentence. A key may be visited twice.
 */
export function visitFeatures(
  around: Surroundings,
  names: TenorNames,
  visit: (key: number, from: number, to: number) => void,
): void {
  const { tokens } = around;
  const { count } = tokens;
  if (line.length < count + 2) line = new Uint16Array((count + 2) * 2);
  const sign = (name: Sign) => names.signs[placeOf[name]]!;
  line[0] = sign('^begin');
  for (let at = 0; at < count; at++) line[at + 1] = nameOf(tokens, at, names);
  const end = endOf(around);
  line[count + 1] = sign(end);
  for (let at = 0; at < count + 2; at++) {
    const name = line[at]!;
    if (name === 0) continue;
    const from = Math.max(0, at - 1);
    visit(name, from, Math.min(count, at));
    const next = at + 1 < count + 2 ? line[at + 1]! : 0;
    if (next !== 0) visit(pairOf(name, next, false), from, Math.min(count, at + 1));
    const after = at + 2 < count + 2 ? line[at + 2]! : 0;
    if (after !== 0) visit(pairOf(name, after, true), from, Math.min(count, at + 2));
  }
  for (const shape of shapesOf(around, end.includes('?'))) if (sign(shape) !== 0) visit(sign(shape), 0, 0);
}

function nameOf(tokens: Tokens, at: number, names: TenorNames): number {
  const kind = tokens.kinds[at]!;
  if ((kind & TokenKind.opaque) !== 0) return names.signs[placeOf['^code']]!;
  if ((kind & TokenKind.money) !== 0) return names.signs[placeOf['^money']]!;
  if ((kind & TokenKind.number) !== 0) return names.signs[placeOf['^number']]!;
  return names.words[tokens.words[at]!] ?? 0;
}

function endOf({ block, tokens, end }: Surroundings): Sign {
  const tail = block.text.slice(tokens.count > 0 ? tokens.ends[tokens.count - 1] : 0, end);
  const asks = tail.includes('?');
  const cries = tail.includes('!');
  if (asks && (cries || /\?\s*\?/.test(tail))) return '^?!';
  if (asks) return '^?';
  if (cries) return '^!';
  if (/\.\.|…/.test(tail)) return '^...';
  return tail.includes('.') ? '^.' : '^open';
}

function* shapesOf(around: Surroundings, asks: boolean): Generator<Sign> {
  const { tokens, block, start, end, kind } = around;
  const { count, words, kinds } = tokens;
  let reader = false;
  let writer = false;
  let capitals = false;
  for (let at = 0; at < count; at++) {
    const word = words[at]!;
    reader ||= readers.has(word) || yours.has(word);
    writer ||= writers.has(word) || ours.has(word);
    capitals ||= (kinds[at]! & TokenKind.upper) !== 0 && tokens.ends[at]! - tokens.starts[at]! > 2;
  }
  if (reader) yield '^reader';
  if (asks) yield reader ? '^asks-reader' : '^asks';
  if (writer) yield '^writer';
  if (capitals) yield '^capitals';
  yield count <= 3
    ? '^words-3'
    : count <= 6
      ? '^words-6'
      : count <= 12
        ? '^words-12'
        : count <= 24
          ? '^words-24'
          : '^words-more';
  const text = block.text.slice(start, end);
  if (SCARE_QUOTES.test(text)) yield '^scare-quotes';
  if (STRESS.test(text)) yield '^stress';
  if (count > 0 && (kinds[0]! & (TokenKind.capital | TokenKind.word)) === TokenKind.word) yield '^lower-case';
  if (kind === 'proposal') yield '^proposal';
}

const SCARE_QUOTES = /["“‘'][a-z]+(?: [a-z]+)?["”’']/i;
const STRESS = /(?<![\w*])[*_][a-z]+[*_](?![\w*])/i;
