import { capitalised } from '../language/capitals';
import type { Hit } from '../language/matcher';
import { Break, TokenKind, type Tokens, wordAt } from '../language/tokens';
import { classWords } from '../language/wordClasses';
import { keepsMarkup } from './keepsMarkup';
import { meaningChanges } from './meaningGuard';
import { fitsBetween } from './placing';
import type { PreparedRephrasing, Suggestion } from './rule';
import { fillWriter, writerOf } from './writerPronoun';

export interface Rephrased {
  /** Offsets in the text of the tokens; wider than the words found where a rephrasing has to touch their neighbours. */
  readonly start: number;
  readonly end: number;
  /** The words found, where they are less than that. */
  readonly found?: { readonly start: number; readonly end: number };
  readonly suggestions: readonly Suggestion[];
}

/**
 * Writes the rephrasings of a rule into the sentence: carries over word forms, capitals and articles, and, where words go
 * without replacement, the comma and the space that belonged to them. All suggestions replace the same range.
 *
 * @param room where edits may reach, so that two findings side by side do not touch the same word
 */
export function rephrase(
  rephrasings: readonly PreparedRephrasing[],
  tokens: Tokens,
  hit: Hit,
  room = { from: 0, to: Number.POSITIVE_INFINITY },
): Rephrased {
  const span = wholeWords(tokens, hit);
  const edits = rephrasings
    .filter((rephrasing) => fitsBetween(rephrasing, tokens, hit.spanStart, hit.spanEnd))
    .filter(({ to }) => to !== '' || !standsAlone(tokens, hit))
    .map((rephrasing) => {
      const kept = keepsConjunction(rephrasing.to, tokens, hit) ? { ...hit, spanStart: hit.spanStart + 1 } : hit;
      const own = kept === hit ? span : wholeWords(tokens, kept);
      return { ...editOf(rephrasing, tokens, kept, own), safe: rephrasing.safe === true };
    })
    .filter((edit) => edit.start >= room.from && edit.end <= room.to)
    .filter((edit) => keepsMarkup(tokens.text.slice(edit.start, edit.end), edit.text));
  const start = Math.min(span.start, ...edits.map((edit) => edit.start));
  const end = Math.max(span.end, ...edits.map((edit) => edit.end));
  const { text } = tokens;
  const before = text.slice(start, end);
  const seen = new Set([before]);
  const suggestions: Suggestion[] = [];
  for (const edit of edits) {
    const after = text.slice(start, edit.start) + edit.text + text.slice(edit.end, end);
    if (seen.has(after)) continue;
    seen.add(after);
    const changes = meaningChanges(before, after);
    const safe = edit.safe && changes.length === 0;
    suggestions.push(changes.length > 0 ? { text: after, safe, changes } : { text: after, safe });
  }
  return { start, end, found: { start: span.start, end: span.end }, suggestions };
}

/** Where nothing else is said between two full stops, these would be left without their words. */
function standsAlone({ text, starts, ends, count }: Tokens, { spanStart, spanEnd }: Hit): boolean {
  if (spanEnd - spanStart >= count) return true;
  if (spanStart === 0) return false;
  const before = text.slice(ends[spanStart - 1]!, starts[spanStart]!);
  const after = spanEnd < count ? text.slice(ends[spanEnd - 1]!, starts[spanEnd]!) : '.';
  return /[.!?]\s*$/.test(before) && /^\s*[.!?]/.test(after);
}

/** "but the most I can pay is": what stands in its place needs its "but" as well. */
function keepsConjunction(to: string, tokens: Tokens, { spanStart, spanEnd, textStart }: Hit): boolean {
  if (textStart !== undefined || spanStart === 0 || spanEnd - spanStart < 2) return false;
  // The “so” of “so-called” joins nothing.
  if (!/^\s+$/.test(tokens.text.slice(tokens.ends[spanStart], tokens.starts[spanStart + 1]))) return false;
  const isKept = conjunctions.has(to.split(' ')[0]!);
  return conjunctions.has(wordAt(tokens, spanStart)) && /^[<{\p{L}]/u.test(to) && !isKept;
}

const conjunctions = new Set(classWords('sentence-joiner'));

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface WordSpan extends Edit {
  readonly first: number;
  readonly last: number;
  /** Words of a contraction cut by the span, written out: they stay. */
  readonly head: string;
  readonly tail: string;
}

const secondHalf: readonly (readonly [RegExp, string])[] = [
  [/^n['’]?t$/i, 'not'],
  [/^['’]?re$/i, 'are'],
  [/^['’]?ve$/i, 'have'],
  [/^['’]ll$/i, 'will'],
  [/^['’]?m$/i, 'am'],
  [/^['’]d$/i, 'would'],
  [/^['’]?s$/i, 'is'],
];

/** “thats”, written without its sign, is “that” and “s”. */
const halfWord = /^(?:s|re|m|ve)$/i;

function wholeWords(tokens: Tokens, { spanStart: first, spanEnd: end, textStart, textEnd }: Hit): WordSpan {
  const { starts, ends, text } = tokens;
  let start = textStart ?? starts[first]!;
  let stop = textEnd ?? ends[end - 1]!;
  let head = '';
  let tail = '';
  if (first > 0 && ends[first - 1] === start) {
    start = starts[first - 1]!;
    head = `${text.slice(start, ends[first - 1])} `;
  }
  if (end < tokens.count && starts[end] === stop) {
    const written = text.slice(stop, ends[end]);
    tail = ` ${secondHalf.find(([form]) => form.test(written))?.[1] ?? written}`;
    stop = ends[end]!;
  }
  return { start, end: stop, text: text.slice(start, stop), first, last: end - 1, head, tail };
}

function editOf(rephrasing: PreparedRephrasing, tokens: Tokens, hit: Hit, span: WordSpan): Edit {
  const written = fill(rephrasing, tokens, hit);
  const isAsked = span.first > 0 && wordAt(tokens, span.first - 1) === 'please';
  const filled = isAsked ? written.replace(/^please /, '') : written;
  if (filled === '') return removal(tokens, span);
  // ", how do you see it" brings its comma where there is none.
  if (/^[,;]/.test(filled) && span.first > 0) {
    const before = tokens.ends[span.first - 1]!;
    if (!/[^\s]/.test(tokens.text.slice(before, span.start)))
      return { start: before, end: span.end, text: filled + span.tail };
    return { start: span.start, end: span.end, text: filled.slice(1).trimStart() + span.tail };
  }
  // "I" and "'m wondering" are written together.
  const head = /^(?:['’]|n['’]t)/.test(filled) ? span.head.trimEnd() : span.head;
  const whole = head + filled + span.tail;
  const text = isCapitalised(tokens, span) ? capitalised(whole) : whole;
  return withArticle(tokens, span, text);
}

/** A template with the parts of the match and the forms of the words found written into it. */
function fill(rephrasing: PreparedRephrasing, tokens: Tokens, hit: Hit): string {
  let swap = 0;
  const writer = () => {
    const sentence = { start: tokens.starts[0]!, end: tokens.ends[tokens.count - 1]! };
    return writerOf(tokens.text, sentence, {
      start: tokens.starts[hit.spanStart]!,
      end: tokens.ends[hit.spanEnd - 1]!,
    });
  };
  return fillWriter(rephrasing.to, writer)
    .replace(/\{[^{}>]+>([^{}]+)\}/g, (_, target: string) => formOf(rephrasing, swap++, tokens, hit) ?? target)
    .replace(/<([a-z][a-z0-9]*)>/g, (_, name: string, at: number) => {
      const part = hit.parts[name];
      if (part === undefined || part[0] === part[1]) return '';
      const written = tokens.text.slice(tokens.starts[part[0]], tokens.ends[part[1] - 1]);
      const words = halfWord.test(written)
        ? (secondHalf.find(([form]) => form.test(written))?.[1] ?? written)
        : written;
      return at > 0 && part[0] === 0 && !/^I\b/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
    })
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.;:?!]|['’](?:m|re|ve|ll|d|s)\b|n['’]t\b)/g, '$1')
    .trim();
}

function formOf(rephrasing: PreparedRephrasing, swap: number, tokens: Tokens, hit: Hit): string | undefined {
  const forms = rephrasing.forms?.[swap];
  if (forms === undefined) return undefined;
  for (let at = hit.start; at < hit.end; at++) {
    const form = forms[wordAt(tokens, at)];
    if (typeof form === 'string') return form;
    if (form !== undefined) return form[isParticiple(tokens, at) ? 1 : 0];
  }
  return undefined;
}

const auxiliaries = new Set(classWords('auxiliary-form'));

/** The words from `first` to `end` (exclusive) as written, on one line. */
export function wordsOf(tokens: Tokens, first: number, end: number): string {
  return tokens.text.slice(tokens.starts[first], tokens.ends[end - 1]).replace(/\s+/g, ' ');
}

function isParticiple(tokens: Tokens, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 3); back--) if (auxiliaries.has(wordAt(tokens, back))) return true;
  return false;
}

function isCapitalised(tokens: Tokens, span: WordSpan): boolean {
  const first = span.head === '' ? span.first : span.first - 1;
  if ((tokens.kinds[first]! & TokenKind.capital) === 0) return false;
  if (first === 0) return true;
  // A word in capitals in mid-sentence ("ASAP") passes no capital on.
  if ((tokens.kinds[first]! & TokenKind.upper) !== 0) return false;
  return !/^I(?:['’]|$)/.test(tokens.text.slice(span.start, span.end).split(/\s/)[0]!);
}

/** "a demand" becomes "an ask": the article is part of the edit when the sound after it changes. `next` is the word behind an empty text. */
function withArticle(tokens: Tokens, span: WordSpan, text: string, next = -1): Edit {
  const before = span.head === '' ? span.first - 1 : -1;
  const article = before >= 0 ? wordAt(tokens, before) : '';
  if (article !== 'a' && article !== 'an') return { start: span.start, end: span.end, text };
  const after = next < 0 ? text : wordAt(tokens, next);
  const fitting = /^(?:[aeio]|u(?!ni|se|su)|hon|hour)/i.test(after) ? 'an' : 'a';
  if (fitting === article) return { start: span.start, end: span.end, text };
  const start = tokens.starts[before]!;
  const capital = (tokens.kinds[before]! & TokenKind.capital) !== 0;
  const gap = tokens.text.slice(tokens.ends[before], span.start);
  return { start, end: span.end, text: (capital ? capitalised(fitting) : fitting) + gap + text };
}

/** Takes words out with the comma and the space that go with them, and hands their capital to the next word. */
function removal(tokens: Tokens, span: WordSpan): Edit {
  const { text } = tokens;
  const kept = (span.head + span.tail).trim();
  if (kept !== '')
    return { start: span.start, end: span.end, text: isCapitalised(tokens, span) ? capitalised(kept) : kept };
  const next = span.last + 1;
  if (span.first === 0 && next < tokens.count) {
    const start = span.start;
    const from = tokens.starts[next]!;
    const end = tokens.ends[next]!;
    if (/^[\s,:–—-]*$/.test(text.slice(span.end, from))) {
      const word = text.slice(from, end);
      return { start, end, text: isCapitalised(tokens, span) ? capitalised(word) : word };
    }
  }
  const before = span.first > 0 ? tokens.ends[span.first - 1]! : span.start;
  const gap = text.slice(before, span.start);
  const comma = /^\s*,\s*$/.test(gap);
  // ", frankly," loses both commas; "and, frankly, we" and "but frankly, we" keep none; "is frankly odd" loses one space.
  let end = span.end;
  const opening = span.first > 0 && /^(?:and|but|so|or|because)$/.test(wordAt(tokens, span.first - 1));
  if ((comma || opening) && text[end] === ',') end++;
  // "Monday; give me a break." loses the semicolon.
  if (/^\s*[;:–—-]+\s*$/.test(gap) && (next >= tokens.count || tokens.breaks[next] === Break.clause))
    return { start: before, end, text: '' };
  if (/^\s+$/.test(gap) && next < tokens.count && /^\s+$/.test(text.slice(end, tokens.starts[next]))) {
    const fitting = withArticle(tokens, { ...span, end: tokens.starts[next]! }, '', next);
    if (fitting.text !== '') return fitting;
  }
  if (/^[\s,]+$/.test(gap)) return { start: before, end, text: '' };
  while (end < text.length && text[end] === ' ') end++;
  return next < tokens.count && end === tokens.starts[next]
    ? withArticle(tokens, { ...span, end }, '', next)
    : { start: span.start, end, text: '' };
}
