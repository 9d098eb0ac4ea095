import { remembered } from '../language/remembered';
import { runToEnd } from '../language/steps';
import { TokenKind, tokenise } from '../language/tokens';
import { classWords } from '../language/wordClasses';
import { anyOf } from '../language/wordPatterns';
import { type ActFile, type ActMatcher, compileActs } from './actMatcher';
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

/** Finds in one pass what every sentence of the thread does. Greetings and sign-offs are left out. */
export function labelSentences(thread: Thread): LabelledSentence[] {
  return runToEnd(labelInSteps(thread));
}

/** Yields after every few sentences, so that a caller can give way. */
export function* labelInSteps({ messages }: Thread): Generator<undefined, LabelledSentence[]> {
  const labelled: LabelledSentence[] = [];
  for (const { index, side, sentences } of messages)
    for (const sentence of sentences) {
      if (sentence.formula) continue;
      labelled.push(labelSentence(sentence, index, side));
      if (labelled.length % STEP === 0) yield;
    }
  return labelled;
}

/** Sentences that are read in some milliseconds. */
const STEP = 10;

/** What a text does, whether it is one sentence or more. */
export function actsIn(text: string): ReadonlySet<DialogueAct> {
  return ready().actsOf(text);
}

/** How often a text performs an act. */
export function countAct(text: string, act: DialogueAct): number {
  return ready().count(text, act);
}

export function labelSentence(sentence: Sentence, message: number, by: Side): LabelledSentence {
  return { ...sentence, message, by, ...labelsOf(sentence.text) };
}

/** Drafts are checked, and threads read, again and again while most sentences stay as they are. */
const REMEMBERED = 8_000;

const labelsOf = remembered(REMEMBERED, readLabels);

function readLabels(text: string): Pick<LabelledSentence, 'acts' | 'tokens' | 'numbers' | 'asks'> {
  const tokens = tokenise(text, 0, text.length);
  const acts = ready().actsIn(tokens);
  let numbers = 0;
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.kinds[at]!;
    if ((kind & TokenKind.number) !== 0) numbers++;
    if ((kind & (TokenKind.money | TokenKind.percent)) !== 0) acts.add('money-talk');
  }
  const asks = /\?["'”’)\]]*$/.test(text) || acts.has('unmarked-question');
  return { acts, tokens: tokens.count, numbers, asks };
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

let compiled: ActMatcher<DialogueAct> | undefined;

function ready(): ActMatcher<DialogueAct> {
  compiled ??= compileActs(content as ActFile<DialogueAct>);
  return compiled;
}
