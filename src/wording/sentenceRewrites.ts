import type { Hit } from '../language/matcher';
import { Break, wordAt } from '../language/tokens';
import { wordClass } from '../language/wordClasses';
import { clauseOf, holdsInClause, readingOf, type Surroundings } from './conditions';
import { definite } from './judgementWords';
import { rephrase } from './rephrase';
import { withForms } from './rewriteForms';
import { type Place, rewriteShapes, type Shape, type Shapes } from './rewriteShapes';
import type { Family, PreparedRephrasing, Suggestion } from './rule';
import { strandsWords } from './strandedWords';

/**
 * Other ways to say a sentence, by its shape: what a rule has no words of its own for.
 *
 * @param isGuess the family is that of its best likeness, and another may fit
 * @param hit the words found
 * @returns suggestions with offsets in the block, best first; they never replace what stands outside of the sentence
 */
export function* rewriteSentence(
  family: Family,
  isGuess: boolean,
  around: Surroundings,
  hit: Hit,
): Generator<Suggestion> {
  const ready = rewriteShapes();
  const matches = matchesOf(ready, around, hit, family, isGuess);
  if (matches.length === 0) return;
  const without = silencedIn(ready, around);
  for (const { shape, match } of matches) {
    if (without.has(shape)) continue;
    yield* written(family, ready, ready.shapes[shape]!, around, match);
  }
}

interface ShapeMatch {
  readonly shape: number;
  readonly pattern: number;
  readonly match: Hit;
}

// The findings of one sentence ask for the same one after another.
const matched = new WeakMap<Surroundings, readonly ShapeMatch[]>();
const silenced = new WeakMap<Surroundings, ReadonlySet<number>>();

/** Where shapes match in a sentence, in no particular order. */
function matchesIn(ready: Shapes, around: Surroundings): readonly ShapeMatch[] {
  const known = matched.get(around);
  if (known !== undefined) return known;
  const found: ShapeMatch[] = [];
  ready.matcher.find(around.tokens, noTags, (pattern, match) =>
    found.push({ shape: ready.shapeOf[pattern]!, pattern, match }),
  );
  matched.set(around, found);
  return found;
}

/** Shapes that other words in the sentence silence. */
function silencedIn(ready: Shapes, around: Surroundings): ReadonlySet<number> {
  const known = silenced.get(around);
  if (known !== undefined) return known;
  const found = new Set<number>();
  ready.exceptions.find(around.tokens, noTags, (pattern) => found.add(ready.exceptionOf[pattern]!));
  silenced.set(around, found);
  return found;
}

const noTags = () => [];

/** Where shapes match the words found, best shape first; of the matches of one shape over the same words the longest. */
function matchesOf(ready: Shapes, around: Surroundings, hit: Hit, family: Family, isGuess: boolean): ShapeMatch[] {
  const found = matchesIn(ready, around).filter(({ shape, pattern, match }) => {
    const { families, place } = ready.shapes[shape]!;
    if (families !== undefined && !(isGuess ? isHostile(family, families) : families.includes(family))) return false;
    if (match.spanStart >= hit.spanEnd || match.spanEnd <= hit.spanStart) {
      if (match.start >= hit.spanEnd || match.end <= hit.spanStart) return false;
    }
    if (!holdsInClause(ready.conditionOf(pattern), around, match)) return false;
    return place === undefined || standsIn(place, ready, around, match);
  });
  found.sort((a, b) => a.shape - b.shape || a.match.spanStart - b.match.spanStart || b.match.spanEnd - a.match.spanEnd);
  return found.filter(({ shape, match }, at) => {
    const before = found[at - 1];
    return before?.shape !== shape || match.spanStart >= before.match.spanEnd;
  });
}

const hostile: readonly Family[] = [
  'accusation',
  'heat',
  'negative-frame',
  'dismissal',
  'absolute',
  'condescension',
  'closed-question',
];

function isHostile(family: Family, families: readonly Family[]): boolean {
  return families.includes(family) || (hostile.includes(family) && families.some((one) => hostile.includes(one)));
}

function standsIn(place: Place, { isIn }: Shapes, around: Surroundings, { spanStart, spanEnd }: Hit): boolean {
  const { tokens } = around;
  const isLast = spanEnd >= tokens.count;
  const gap = isLast ? '' : tokens.text.slice(tokens.ends[spanEnd - 1], tokens.starts[spanEnd]);
  const next = isLast || !/^\s*$/.test(gap) ? '' : wordAt(around.tokens, spanEnd);
  // "Useless and late" goes on with the verdict, "useless, and we said so" does not.
  const goesOn = (at: number): boolean => {
    const word = spanEnd + at < tokens.count ? wordAt(around.tokens, spanEnd + at) : '';
    if (at < 4 && isIn('leads-on', word)) return goesOn(at + 1);
    return word === '' || isIn('begins-clause', word) || (at === 0 && next !== '');
  };
  const last = spanStart > 0 ? wordAt(around.tokens, spanStart - 1) : '';
  const isOpen = spanStart === 0 || tokens.breaks[spanStart] !== Break.none;
  const isEnd =
    isLast || (next === '' ? tokens.breaks[spanEnd] === Break.clause || goesOn(0) : isIn('goes-on', next) && goesOn(0));
  const isStart = isOpen || isIn('opens', last);
  switch (place) {
    case 'attribute':
      return definite.has(tokens.words[spanStart - 1] ?? 0) && next !== '' && !isIn('ends-noun', next);
    case 'end':
      return isEnd;
    case 'predicate':
      return isEnd || isIn('when-or-where', next);
    case 'start':
      return isStart;
    case 'main':
      return isOpen || isIn('opens-main', last);
    case 'whole':
      return isStart && isEnd;
    case 'opening':
      return isOpen && !isLast && next === '';
    case 'aside':
      return !isIn('needs-manner', last);
    case 'not-or':
      return last !== 'or';
  }
}

function* written(
  family: Family,
  ready: Shapes,
  shape: Shape,
  around: Surroundings,
  match: Hit,
): Generator<Suggestion> {
  const { tokens, block, end } = around;
  const stop = tokens.ends[tokens.count - 1]!;
  const staysQuestion = shape.ends === 'question' && isAsked(around, match);
  if (shape.ends !== undefined && !staysQuestion && !endsSentence(around, match)) return;
  for (const template of shape.to) {
    const to = withForms(template, ready, around, match);
    if (to === undefined) continue;
    const rephrasing: PreparedRephrasing = { to: shape.article === true ? withArticle(to, around, match) : to };
    const edit = rephrase([rephrasing], tokens, match);
    const [written] = edit.suggestions;
    if (written === undefined) continue;
    if (strandsWords(written.text, family, ready, tokens, match)) continue;
    const whole = withoutSecondFor(written.text, around, match);
    // Blanks look like links as long as the text is weighed against the words found.
    const text = shape.frame === true ? whole.replace(/\{(\w+)\}/g, '[$1]') : whole;
    const suggestion = { ...written, text };
    const frame = shape.frame === true ? { frame: true } : {};
    const tail = block.text.slice(stop, end);
    // What is said calmly in place of a whole sentence leaves its cry behind.
    const isCalmed = match.spanStart === 0 && edit.end === stop && /^\s*!/.test(tail) && whole !== '';
    if (shape.ends === undefined && !isCalmed) {
      yield { ...suggestion, safe: false, ...frame, start: edit.start, end: edit.end };
      continue;
    }
    const mark = shape.ends === 'question' ? '?' : '.';
    yield {
      ...suggestion,
      text: `${suggestion.text}${block.text.slice(edit.end, stop)}${tail.replace(/^[.!?…\s]*/, mark)}`,
      safe: false,
      ...frame,
      start: edit.start,
      end,
    };
  }
}

/** "It does not work for us" before "for this trip" goes on with the trip. */
function withoutSecondFor(text: string, around: Surroundings, { spanEnd }: Hit): string {
  const isFor = spanEnd < around.tokens.count && wordAt(around.tokens, spanEnd) === 'for';
  return isFor ? text.replace(/ for (?:me|us)$/, '') : text;
}

/** Does the match open a question in a sentence that ends as one, so that nothing behind it has to change? */
function isAsked({ tokens, block, end }: Surroundings, { spanStart }: Hit): boolean {
  const first = tokens.words[spanStart]!;
  if (!questionWords.has(first) && !auxiliaries.has(first)) return false;
  return /^[.!…\s]*\?/.test(block.text.slice(tokens.ends[tokens.count - 1], end));
}

const questionWords = wordClass('question-word');
const auxiliaries = wordClass('auxiliary');

/** Is the clause of the match the one that its sentence is about, with conditions before and reasons behind it at most? */
function endsSentence(around: Surroundings, match: Hit): boolean {
  const { clauses } = readingOf(around);
  const own = clauseOf(around, match);
  if (own === undefined) return false;
  return clauses.every((clause) => {
    const isOwn = clause.start < match.spanEnd && clause.end > match.spanStart;
    if (isOwn || clause.relative) return true;
    return clause.start < own.start ? clause.conditional : clause.conditional || clause.reason;
  });
}

function withArticle(to: string, { tokens }: Surroundings, { parts }: Hit): string {
  const part = parts[/^<([a-z]+)>/.exec(to)?.[1] ?? ''];
  const first = part === undefined ? '' : tokens.text.slice(tokens.starts[part[0]], tokens.ends[part[0]]);
  return `${/^[aeio]/i.test(first) ? 'an' : 'a'} ${to}`;
}
