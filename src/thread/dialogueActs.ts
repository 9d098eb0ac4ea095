import { createMatcher } from '../language/matcher';
import { compilePattern } from '../language/pattern';
import { TokenKind, tokenise } from '../language/tokens';
import phrases from './dialogueActs.yaml';
import type { Sentence } from './messageSentences';
import type { Side, Thread } from './thread';

/** What a sentence does, as named in `phrases.yaml`. */
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

interface PhraseFile {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly acts: readonly { readonly id: DialogueAct; readonly says: readonly string[] }[];
}

/** Finds in one pass what every sentence of the thread does. Greetings and sign-offs are left out. */
export function labelSentences(thread: Thread): LabelledSentence[] {
  return thread.messages.flatMap(({ index, side, sentences }) =>
    sentences.filter(({ formula }) => !formula).map((sentence) => labelSentence(sentence, index, side)),
  );
}

export function labelSentence(sentence: Sentence, message: number, by: Side): LabelledSentence {
  const { matcher, owners } = ready();
  const tokens = tokenise(sentence.text, 0, sentence.text.length);
  const acts = new Set<DialogueAct>();
  matcher.find(tokens, noTags, (pattern) => acts.add(owners[pattern]!));
  let numbers = 0;
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.kinds[at]!;
    if ((kind & TokenKind.number) !== 0) numbers++;
    if ((kind & (TokenKind.money | TokenKind.percent)) !== 0) acts.add('money-talk');
  }
  const asks = /\?["'”’)\]]*$/.test(sentence.text);
  return { ...sentence, message, by, acts, tokens: tokens.count, numbers, asks };
}

const noTags = () => [];

let compiled: { matcher: ReturnType<typeof createMatcher>; owners: readonly DialogueAct[] } | undefined;

function ready() {
  if (compiled === undefined) {
    const { lists, acts } = phrases as PhraseFile;
    const entries = acts.flatMap(({ id, says }) =>
      says.map((source) => ({ id, pattern: compilePattern(source, lists) })),
    );
    compiled = { matcher: createMatcher(entries.map(({ pattern }) => pattern)), owners: entries.map(({ id }) => id) };
  }
  return compiled;
}
