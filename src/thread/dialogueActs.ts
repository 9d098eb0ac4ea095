import { createMatcher } from '../language/matcher';
import { compilePattern } from '../language/pattern';
import { TokenKind, type Tokens, tokenise } from '../language/tokens';
import { classWords } from '../language/wordClasses';
import { anyOf } from '../language/wordPatterns';
import { contentWords } from './contentWords';
import content from './dialogueActs.yaml';
import { placeIn, type Sentence } from './messageSentences';
import type { Side, Thread } from './thread';

/** What a sentence does, as named in `dialogueActs.yaml`. */
export type DialogueAct = string;

/** A sentence with its acts and what else can be counted in it. */
export interface LabelledSentence extends Sentence {
  readonly message: number;
  readonly by: Side;
  readonly acts: ReadonlySet<DialogueAct>;
  readonly tokens: number;
  /** Numbers of any kind in it. */
  readonly numbers: number;
  readonly asks: boolean;
}

interface ActFile {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly acts: readonly {
    readonly id: DialogueAct;
    readonly says: readonly string[];
    /** Where one of these stands in the sentence, too, the act is another one. */
    readonly unless?: readonly string[];
  }[];
}

/** Finds in one pass what every sentence of the thread does. Greetings and sign-offs are left out. */
export function labelSentences(thread: Thread): LabelledSentence[] {
  return thread.messages.flatMap(({ index, side, sentences }) =>
    sentences.filter(({ formula }) => !formula).map((sentence) => labelSentence(sentence, index, side)),
  );
}

/** What a text does, whether it is one sentence or more. */
export function actsIn(text: string): ReadonlySet<DialogueAct> {
  return actsOf(tokenise(text, 0, text.length));
}

/** How often a text performs an act. */
export function countAct(text: string, act: DialogueAct): number {
  const { matcher, owners } = ready();
  let count = 0;
  matcher.find(tokenise(text, 0, text.length), noTags, (pattern) => {
    if (owners[pattern]!.id === act) count++;
  });
  return count;
}

function actsOf(tokens: Tokens): Set<DialogueAct> {
  const { matcher, owners } = ready();
  const acts = new Set<DialogueAct>();
  const denied = new Set<DialogueAct>();
  matcher.find(tokens, noTags, (pattern) => {
    const { id, denies } = owners[pattern]!;
    (denies ? denied : acts).add(id);
  });
  for (const act of denied) acts.delete(act);
  return acts;
}

export function labelSentence(sentence: Sentence, message: number, by: Side): LabelledSentence {
  const tokens = tokenise(sentence.text, 0, sentence.text.length);
  const acts = actsOf(tokens);
  let numbers = 0;
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.kinds[at]!;
    if ((kind & TokenKind.number) !== 0) numbers++;
    if ((kind & (TokenKind.money | TokenKind.percent)) !== 0) acts.add('money-talk');
  }
  const asks = /\?["'”’)\]]*$/.test(sentence.text) || acts.has('unmarked-question');
  return { ...sentence, message, by, acts, tokens: tokens.count, numbers, asks };
}

/**
 * The words behind the last joining word of a class, or the last mark within the sentence, as a sentence of their own; `undefined`
 * where there is none.
 */
export function labelPart(sentence: LabelledSentence, joining: string): LabelledSentence | undefined {
  const words = classWords(joining);
  const ends = [anyOf(words, 'giu'), INNER_MARKS].map((pattern) => {
    const found = [...sentence.text.slice(0, -2).matchAll(pattern)].at(-1);
    return found === undefined ? 0 : found.index + found[0].length;
  });
  const at = Math.max(...ends);
  if (at === 0) return undefined;
  const from = at + sentence.text.slice(at).search(/[\p{L}\p{N}\p{Sc}]/u);
  const text = sentence.text.slice(from);
  if (from < at || text === '') return undefined;
  const { pieces: _, ...rest } = sentence;
  const start = placeIn(sentence, from);
  return labelSentence({ ...rest, text, start, content: contentWords(text) }, sentence.message, sentence.by);
}

/** A semicolon, a colon or a smiley with words behind it. */
const INNER_MARKS = /[;:](?:-?[()DP])?(?=\s)|\p{Extended_Pictographic}(?=\s)|\s[–—]\s/gu;

const noTags = () => [];

interface Owner {
  readonly id: DialogueAct;
  readonly denies: boolean;
}

let compiled: { matcher: ReturnType<typeof createMatcher>; owners: readonly Owner[] } | undefined;

function ready() {
  if (compiled === undefined) {
    const { lists, acts } = content as ActFile;
    const entries = acts.flatMap(({ id, says, unless = [] }) => [
      ...says.map((source) => ({ id, denies: false, pattern: compilePattern(source, lists) })),
      ...unless.map((source) => ({ id, denies: true, pattern: compilePattern(source, lists) })),
    ]);
    compiled = { matcher: createMatcher(entries.map(({ pattern }) => pattern)), owners: entries };
  }
  return compiled;
}
