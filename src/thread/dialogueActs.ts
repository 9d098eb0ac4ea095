import { createMatcher } from '../language/matcher';
import { compilePattern } from '../language/pattern';
import { TokenKind, tokenise } from '../language/tokens';
import phrases from './dialogueActs.yaml';
import type { Sentence } from './labelledSentences';
import type { Side, Thread } from './thread';

/** What a sentence does, as named in `phrases.yaml`. */
export type Mark = string;

/** A sentence with its marks and what else can be counted in it. */
export interface MarkedSentence extends Sentence {
  readonly message: number;
  readonly by: Side;
  readonly marks: ReadonlySet<Mark>;
  readonly tokens: number;
  /** Numbers of any kind in it. */
  readonly numbers: number;
  readonly asks: boolean;
}

interface PhraseFile {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly marks: readonly { readonly id: Mark; readonly says: readonly string[] }[];
}

/** Finds in one pass what every sentence of the thread does. Greetings and sign-offs are left out. */
export function markSentences(thread: Thread): MarkedSentence[] {
  return thread.messages.flatMap(({ index, side, sentences }) =>
    sentences.filter(({ formula }) => !formula).map((sentence) => markSentence(sentence, index, side)),
  );
}

export function markSentence(sentence: Sentence, message: number, by: Side): MarkedSentence {
  const { matcher, owners } = ready();
  const tokens = tokenise(sentence.text, 0, sentence.text.length);
  const marks = new Set<Mark>();
  matcher.find(tokens, noTags, (pattern) => marks.add(owners[pattern]!));
  let numbers = 0;
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.kinds[at]!;
    if ((kind & TokenKind.number) !== 0) numbers++;
    if ((kind & (TokenKind.money | TokenKind.percent)) !== 0) marks.add('money-talk');
  }
  const asks = /\?["'”’)\]]*$/.test(sentence.text);
  return { ...sentence, message, by, marks, tokens: tokens.count, numbers, asks };
}

const noTags = () => [];

let compiled: { matcher: ReturnType<typeof createMatcher>; owners: readonly Mark[] } | undefined;

function ready() {
  if (compiled === undefined) {
    const { lists, marks } = phrases as PhraseFile;
    const entries = marks.flatMap(({ id, says }) =>
      says.map((source) => ({ id, pattern: compilePattern(source, lists) })),
    );
    compiled = { matcher: createMatcher(entries.map(({ pattern }) => pattern)), owners: entries.map(({ id }) => id) };
  }
  return compiled;
}
