import { tokenise } from '../language/tokens';
import { wordClass } from '../language/wordClasses';
import type { LabelledSentence } from './dialogueActs';
import { type Mention, mentionOf } from './mention';
import type { Thread } from './thread';

/** Something asked for once more, after the other side had written without sending it. */
export interface RepeatedRequest extends Mention {
  /** Where it was asked for before, oldest first. */
  readonly earlier: readonly Mention[];
}

const LEAST_SHARE = 0.6;

/** What a side asks for again and does not get: each matter once, at the last place where it is asked for. */
export function readRepeatedRequests(thread: Thread, sentences: readonly LabelledSentence[]): RepeatedRequest[] {
  const requests = sentences.filter(isRequest);
  const repeated = new Map<LabelledSentence, LabelledSentence[]>();
  requests.forEach((request, index) => {
    const earlier = requests
      .slice(0, index)
      .filter((other) => other.by === request.by && isSameMatter(request, other) && hadReply(thread, other, request));
    if (earlier.length === 0) return;
    for (const other of earlier) repeated.delete(other);
    repeated.set(request, earlier);
  });
  return [...repeated].map(([request, earlier]) => ({ ...mentionOf(request), earlier: earlier.map(mentionOf) }));
}

/** A question, a plea, or an order: "The loads and the joint, please." */
function isRequest({ acts, asks, content, text }: LabelledSentence): boolean {
  if (content.length === 0 || acts.has('rhetorical') || acts.has('courtesy-question')) return false;
  if (asks || acts.has('ask') || acts.has('indirect-question')) return true;
  const { words, count } = tokenise(text, 0, text.length);
  if (count === 0) return false;
  return (
    wordClass('order').has(words[0]!) ||
    wordClass('please').has(words[0]!) ||
    wordClass('please').has(words[count - 1]!)
  );
}

function isSameMatter(one: LabelledSentence, other: LabelledSentence): boolean {
  const [few, many] = one.content.length <= other.content.length ? [one, other] : [other, one];
  const said = new Set(many.content);
  const distinct = [...new Set(few.content)];
  const shared = distinct.filter((word) => said.has(word)).length;
  return shared >= Math.min(2, distinct.length) && shared / distinct.length >= LEAST_SHARE;
}

function hadReply({ messages }: Thread, earlier: LabelledSentence, later: LabelledSentence): boolean {
  return messages.slice(earlier.message + 1, later.message).some(({ side }) => side !== later.by);
}
