import { createMatcher, type Hit, type Matcher } from '../language/matcher';
import { compilePattern } from '../language/pattern';
import type { WordLists } from '../language/pattern/patternItems';
import { lists } from './builtIn';
import { clauseOf, readingOf, type Surroundings } from './conditions';
import { rephrase } from './rephrase';
import type { Family, PreparedRephrasing, Suggestion } from './rule';
import source from './sentenceRewrites.yaml';

interface Shape {
  readonly families: readonly Family[];
  readonly match: readonly string[];
  readonly to: readonly string[];
  /** The sentence becomes a question; what is replaced must stand in the clause that ends it. */
  readonly ends?: 'question';
  /** What is replaced ends its sentence or clause. */
  readonly 'at-end'?: boolean;
  /** The text begins with a noun and takes “a” or “an”. */
  readonly article?: boolean;
  /** The text has blanks. */
  readonly frame?: boolean;
}

interface Ready {
  readonly shapes: readonly Shape[];
  readonly matcher: Matcher;
  readonly shapeOf: readonly number[];
}

let ready: Ready | undefined;

/** The sentence to fill in for a rule of this family that has none of its own; blanks as a rule writes them. */
export function frameOfFamily(family: Family): string {
  return (source as { frames: Readonly<Record<Family, string>> }).frames[family];
}

/**
 * Other ways to say a sentence, by its shape: what a rule has no words of its own for.
 *
 * @param hit the words found
 * @returns suggestions with offsets in the block, best first; they never replace what stands outside of the sentence
 */
export function rewriteSentence(family: Family, around: Surroundings, hit: Hit): Suggestion[] {
  ready ??= prepare();
  const { shapes, matcher, shapeOf } = ready;
  const { tokens } = around;
  const found: { shape: number; suggestion: Suggestion }[] = [];
  matcher.find(
    tokens,
    () => [],
    (pattern, match) => {
      const shape = shapes[shapeOf[pattern]!]!;
      if (!shape.families.includes(family)) return;
      if (match.start >= hit.spanEnd || match.end <= hit.spanStart) return;
      for (const suggestion of written(shape, around, match)) found.push({ shape: shapeOf[pattern]!, suggestion });
    },
  );
  return found.sort((a, b) => a.shape - b.shape).map(({ suggestion }) => suggestion);
}

function* written(shape: Shape, around: Surroundings, match: Hit): Generator<Suggestion> {
  const { tokens, block, end } = around;
  const stop = tokens.ends[tokens.count - 1]!;
  if (shape.ends === 'question' && !endsSentence(around, match)) return;
  if (shape['at-end'] === true && match.spanEnd < tokens.count && /^[^\p{P}]*$/u.test(gapAfter(around, match))) return;
  for (const to of shape.to) {
    const rephrasing: PreparedRephrasing = { to: shape.article === true ? withArticle(to, around, match) : to };
    const edit = rephrase([rephrasing], tokens, match);
    const [suggestion] = edit.suggestions;
    if (suggestion === undefined) continue;
    const frame = shape.frame === true ? { frame: true } : {};
    if (shape.ends !== 'question') {
      yield { text: suggestion.text, safe: false, ...frame, start: edit.start, end: edit.end };
      continue;
    }
    const tail = block.text.slice(stop, end);
    const text = `${suggestion.text}${block.text.slice(edit.end, stop)}${tail.replace(/^[.!?\s]*/, '?')}`;
    yield { text: text.replace(/(?<!\?)\?+(\s*)$/, '?$1'), safe: false, ...frame, start: edit.start, end };
  }
}

/** Is the clause of the match the first and the last of its sentence? */
function endsSentence(around: Surroundings, match: Hit): boolean {
  const { clauses } = readingOf(around);
  const own = clauseOf(around, match);
  return own !== undefined && clauses.every((clause) => clause === own || clause.relative);
}

function gapAfter({ tokens }: Surroundings, { spanEnd }: Hit): string {
  return tokens.text.slice(tokens.ends[spanEnd - 1], tokens.starts[spanEnd]);
}

function withArticle(to: string, { tokens }: Surroundings, { parts }: Hit): string {
  const part = Object.values(parts)[0];
  const first = part === undefined ? '' : tokens.text.slice(tokens.starts[part[0]], tokens.ends[part[0]]);
  return `${/^[aeio]/i.test(first) ? 'an' : 'a'} ${to}`;
}

function prepare(): Ready {
  const { shapes, lists: own } = source as { shapes: readonly Shape[]; lists: WordLists };
  const known = { ...lists, ...own };
  const shapeOf = shapes.flatMap(({ match }, shape) => match.map(() => shape));
  const patterns = shapes.flatMap(({ match }) => match.map((pattern) => compilePattern(pattern, known)));
  return { shapes, shapeOf, matcher: createMatcher(patterns) };
}
