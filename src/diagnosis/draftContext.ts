import type { Draft } from '../document/draft/draft';
import { splitSentences } from '../document/draft/sentences';
import { classWords } from '../language/wordClasses';
import { anyOf } from '../language/wordPatterns';
import type { DraftCheckId } from '../playbook/ids';
import { contentWords, shareIn } from '../thread/contentWords';
import { actsIn, type LabelledSentence, labelSentence, labelSentences } from '../thread/dialogueActs';
import type { Sentence } from '../thread/messageSentences';
import { supposeUser } from '../thread/sides';
import type { Message, Thread } from '../thread/thread';
import { latestOf } from '../thread/threadEvidence';

/** What a draft check is made with: the draft, the message it answers, and what was said before. */
export interface DraftContext {
  readonly draft: Draft;
  /** The draft's own sentences, greetings and sign-offs left out. */
  readonly own: readonly LabelledSentence[];
  readonly words: number;
  /** The other side's message that the draft answers, and its sentences. */
  readonly received?: Message;
  readonly theirs: readonly LabelledSentence[];
  /** What the writer's side said in earlier messages. */
  readonly before: readonly LabelledSentence[];
  readonly thread: Thread;
}

/** A finding without its weight. */
export type Found = Omit<DraftCheckFinding, 'weight'>;

export type DraftCheckRule = (context: DraftContext) => readonly Found[];

/** Something a whole draft lacks or does too much of. Offsets are UTF-16 code units in the document, end exclusive. */
export interface DraftCheckFinding {
  readonly id: DraftCheckId;
  /** The line it belongs to; the first line where it is about the whole. */
  readonly start: number;
  readonly end: number;
  /** Values for the placeholders of the check's message. */
  readonly data: Readonly<Record<string, string>>;
  /** 1 to 10: the weightiest are shown first. */
  readonly weight: number;
}

/** The draft's own sentences, labelled as part of message `index` of a thread. */
export function ownSentences(draft: Draft, index: number): LabelledSentence[] {
  return draft.blocks.flatMap((block, paragraph) => {
    if (block.type !== 'paragraph' && block.type !== 'list-item') return [];
    return splitSentences(block.text, block.masks).map(({ start, end }) => {
      const text = block.text.slice(start, end).replace(/\s+/g, ' ');
      const sentence: Sentence = {
        text,
        content: contentWords(text),
        start: block.start + start,
        end: block.start + end,
        paragraph,
        formula: false,
      };
      return labelSentence(sentence, index, 'me');
    });
  });
}

/** @param read the thread that the draft belongs to; its newest text without a header is the draft */
export function contextOf(draft: Draft, read: Thread): DraftContext {
  const newest = read.messages.at(-1);
  const writer = newest?.headerless === true ? newest.author : undefined;
  const thread = writer === undefined || newest?.side === 'me' ? read : supposeUser(read, writer);
  const last = thread.messages.at(-1);
  const written = last?.draft === true ? last : undefined;
  const own = ownSentences(draft, written?.index ?? 0);
  const earlier = thread.messages.filter((message) => message !== written);
  const received = earlier.findLast(({ side }) => side === 'them');
  const isHeard = ({ side, index }: Message) => side === 'me' || index === received?.index;
  // Sentences are read when somebody asks for them: of a mail that answers nothing nobody does.
  const heard = earlier.some(isHeard) ? latestOf(earlier).filter(isHeard) : [];
  const all = labelSentences({ ...thread, messages: heard });
  return {
    draft,
    own,
    words: own.reduce((sum, { tokens }) => sum + tokens, 0),
    theirs: received === undefined ? [] : all.filter(({ message }) => message === received.index),
    before: all.filter(({ by }) => by === 'me'),
    thread,
    ...(received === undefined ? {} : { received }),
  };
}

export function at(
  id: DraftCheckId,
  { start, end }: { start: number; end: number },
  data: Record<string, string> = {},
): Found {
  return { id, start, end, data };
}

export function whole(id: DraftCheckId, { own }: DraftContext, data: Record<string, string> = {}): Found {
  return at(id, own[0]!, data);
}

export function some(sentences: readonly LabelledSentence[], ...acts: readonly string[]): boolean {
  return sentences.some((sentence) => acts.some((act) => sentence.acts.has(act)));
}

/** Does the draft bargain about anything? Notes and plain answers are left alone. */
export function bargains({ own }: DraftContext): boolean {
  const kinds = (...acts: readonly string[]) => acts.filter((act) => some(own, act)).length;
  const terms = kinds('give', 'refuse', 'own-limit', 'money-talk');
  return terms >= 1 && terms + kinds('ask', 'alternative', 'deadline') >= 2;
}

export function agrees({ own }: DraftContext): boolean {
  return some(own, 'settle') && !some(own, 'refuse', 'own-limit');
}

export function acknowledges({ own, theirs }: DraftContext): boolean {
  if (some(own, 'acknowledge', 'thanks')) return true;
  const said = new Set(theirs.flatMap(({ content }) => content));
  return shareIn(own[0]?.content ?? [], said) >= 0.5;
}

export function isProposal({ draft }: DraftContext): boolean {
  return draft.kind.kind === 'proposal';
}

/** Does a proposal say what happens when, anywhere in it? */
export function plans({ draft }: DraftContext): boolean {
  return draft.blocks.some(({ text }) => actsIn(text).has('structure'));
}

const reader = anyOf([...classWords('reader'), ...classWords('reader-owner')], 'giu');

/** Is it written to somebody, and not only about something? */
export function speaksToReader({ own, words }: DraftContext): boolean {
  const count = own.reduce((sum, { text }) => sum + (text.match(reader)?.length ?? 0), 0);
  return count / Math.max(1, words) >= 0.02 || words < 100;
}
