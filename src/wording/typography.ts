import { capitalised } from '../language/capitals';
import { TokenKind, type Tokens, writtenAt } from '../language/tokens';
import type { Surroundings } from './conditions';
import type { Judgement } from './valence';
import { gladWords, legalWords, plainWords, pressingWords, scareQuoted, voiceWords } from './valenceLexicon';

/** What is loud in a sentence by how it is written, not by its words: capitals, stacked marks, scare quotes, angry faces. */
export function judgeLoudness(around: Surroundings): Judgement[] {
  const { tokens, block } = around;
  if (tokens.count === 0) return angryFaces(around);
  const prose = block.type === 'paragraph' || block.type === 'list-item';
  return [
    ...(prose ? shouting(around) : []),
    ...(prose ? stackedMarks(around) : []),
    ...scareQuotes(tokens),
    ...angryFaces(around),
  ];
}

const FEWEST_WORDS = 4;
/** Longer stretches in capitals are disclaimers and forms. */
const MOST_WORDS = 60;

/** Runs of capitals with ordinary words in them; lists of acronyms, headings and legal capitals have none or no end. */
function shouting(around: Surroundings): Judgement[] {
  const { tokens } = around;
  const found: Judgement[] = [];
  for (let start = 0; start < tokens.count; start++) {
    if (!isLoud(tokens, start)) continue;
    let end = start + 1;
    while (end < tokens.count && (isLoud(tokens, end) || isNeutral(tokens, end))) end++;
    while (end > start + 1 && isNeutral(tokens, end - 1)) end--;
    if (isShouted(around, start, end)) found.push(quietly(tokens, start, end));
    start = end;
  }
  return found;
}

function isShouted(around: Surroundings, start: number, end: number): boolean {
  const { tokens, block } = around;
  let loud = 0;
  let plain = 0;
  let legal = 0;
  let voice = 0;
  for (let at = start; at < end; at++) {
    if (isLoud(tokens, at)) loud++;
    if (plainWords.has(tokens.words[at]!)) plain++;
    if (voiceWords.has(tokens.words[at]!)) voice++;
    if (legalWords.has(tokens.words[at]!)) legal++;
  }
  if (loud < FEWEST_WORDS || loud > MOST_WORDS || plain < 2 || voice === 0 || legal > 0) return false;
  const whole = start === 0 && end === tokens.count;
  return !whole || /[.!?]["'”’)*_]{0,3}$/.test(block.text.slice(tokens.ends[end - 1], around.end));
}

function isLoud(tokens: Tokens, at: number): boolean {
  if ((tokens.kinds[at]! & TokenKind.upper) !== 0) return true;
  // The second half of a contraction: "DON'T".
  return at > 0 && tokens.starts[at] === tokens.ends[at - 1] && isLoud(tokens, at - 1);
}

function isNeutral(tokens: Tokens, at: number): boolean {
  const length = tokens.ends[at]! - tokens.starts[at]!;
  const single = length === 1 && (tokens.kinds[at]! & TokenKind.capital) !== 0;
  return single || (tokens.kinds[at]! & (TokenKind.number | TokenKind.money | TokenKind.percent)) !== 0;
}

function quietly(tokens: Tokens, start: number, end: number): Judgement {
  const from = tokens.starts[start]!;
  const to = tokens.ends[end - 1]!;
  const written = tokens.text.slice(from, to);
  const lower = written.toLowerCase().replace(/\bi\b/g, 'I');
  const quiet = start === 0 ? capitalised(lower) : lower;
  return {
    ruleId: 'heat/shouting',
    hit: span(start, end),
    severity: 'warning',
    rephrasings: [],
    // Names lose their capitals with the rest, so this is for the writer to read.
    written: { start: from, end: to, suggestions: [{ text: quiet, safe: false }] },
  };
}

const STACK = /[!?](?:\s?[!?])+/;

/** "???", "!!!", "?!": silent where the sentence is glad, and for "!!" where nothing in it presses. */
function stackedMarks(around: Surroundings): Judgement[] {
  const { tokens, block, end } = around;
  const last = tokens.count - 1;
  const tail = block.text.slice(tokens.ends[last], end);
  const marks = STACK.exec(tail)?.[0];
  if (marks === undefined || hasAny(tokens, gladWords)) return [];
  const asks = marks.includes('?');
  if (!asks && !hasAny(tokens, pressingWords)) return [];
  const from = tokens.starts[last]!;
  const to = tokens.ends[last]! + tail.indexOf(marks) + marks.length;
  const text = block.text.slice(from, to - marks.length) + (asks ? '?' : '.');
  return [
    {
      ruleId: 'heat/stacked-marks',
      hit: span(last, last + 1),
      severity: 'information',
      rephrasings: [],
      written: { start: from, end: to, suggestions: [{ text, safe: true }] },
    },
  ];
}

const QUOTES = new Set([...'"\'“”‘’'].map((quote) => quote.charCodeAt(0)));

/** One or two words in quotation marks after "your", such as: your “offer”. */
function scareQuotes(tokens: Tokens): Judgement[] {
  const { text } = tokens;
  const found: Judgement[] = [];
  for (let at = 1; at < tokens.count; at++) {
    const opaque = (tokens.kinds[at]! & TokenKind.opaque) !== 0;
    const from = tokens.starts[at]! - (opaque ? 0 : 1);
    if (!QUOTES.has(text.charCodeAt(from)) || !/^(?:your|yours|this|these)$/i.test(writtenAt(tokens, at - 1))) continue;
    const quoted = /^["'“‘]([a-z]+(?: [a-z]+)?)[,.]?["'”’]/.exec(text.slice(from, from + 40));
    if (quoted === null || !scareQuoted.has(quoted[1]!)) continue;
    found.push({
      ruleId: 'heat/scare-quotes',
      hit: span(at, at + 1),
      severity: 'information',
      rephrasings: [],
      written: { start: from, end: from + quoted[0].length, suggestions: [{ text: quoted[1]!, safe: true }] },
    });
  }
  return found;
}

const FACE = /[\u{1F644}\u{1F621}\u{1F620}\u{1F92C}\u{1F624}\u{1F921}\u{1F4A9}\u{1F595}\u{1F926}\u{1F612}]/u;

/** The paragraph without such a face that was read last: each of its sentences asks. */
let faceless: string | undefined;

/** Rolled eyes, anger, a clown: what the words left out. */
function angryFaces({ tokens, block, start, end }: Surroundings): Judgement[] {
  if (block.text === faceless) return [];
  if (!FACE.test(block.text)) {
    faceless = block.text;
    return [];
  }
  const at = block.text.slice(start, end).search(FACE);
  if (at < 0) return [];
  const from = start + at;
  const last = Math.max(0, tokens.count - 1);
  return [
    {
      ruleId: 'heat/angry-face',
      hit: span(last, last + 1),
      severity: 'information',
      rephrasings: [],
      written: { start: from, end: from + 2, suggestions: [{ text: '', safe: true }] },
    },
  ];
}

function hasAny(tokens: Tokens, words: ReadonlySet<number>): boolean {
  for (let at = 0; at < tokens.count; at++) if (words.has(tokens.words[at]!)) return true;
  return false;
}

function span(start: number, end: number): Judgement['hit'] {
  return { start, end, spanStart: start, spanEnd: end, parts: {} };
}
