import type { Draft } from '../document/draft/draft';
import type { DraftCheckId } from '../playbook/ids';
import { readAmounts } from '../thread/amounts';
import { contentWords } from '../thread/contentWords';
import type { LabelledSentence } from '../thread/dialogueActs';
import { readQuestions } from '../thread/questions';
import type { Message } from '../thread/thread';
import {
  acknowledges,
  agrees,
  at,
  bargains,
  type DraftCheckRule,
  type DraftContext,
  type Found,
  isProposal,
  speaksToReader,
  whole,
} from './draftContext';

/** Checks of how a draft takes up what the other side said, and whether it lets them say more. */
export const listeningChecks = {
  'no-open-question': (context) => {
    const { own, words } = context;
    if (words < 60 || !bargains(context) || agrees(context) || !speaksToReader(context)) return [];
    const invites = own.some(
      ({ asks, acts }) => (asks && acts.has('open-question')) || acts.has('why-question') || acts.has('invites-view'),
    );
    return invites ? [] : [whole('no-open-question', context)];
  },
  'unanswered-question': unansweredQuestions,
  'no-acknowledgement': (context) => {
    const { theirs, words } = context;
    if (theirs.length === 0 || words < 30 || acknowledges(context)) return [];
    const concern = theirs.find(({ acts }) => acts.has('concern') || acts.has('heat'));
    return concern === undefined ? [] : [whole('no-acknowledgement', context, { 'their-concern': concern.text })];
  },
  'too-many-questions': (context) => {
    if (isProposal(context)) return [];
    const questions = context.own.filter(({ asks }) => asks);
    return questions.length > 3 ? [at('too-many-questions', questions[3]!, { number: String(questions.length) })] : [];
  },
  'counter-without-listening': (context) => {
    const { own, theirs, words } = context;
    if (theirs.length === 0 || words < 12 || own.some(({ asks }) => asks) || acknowledges(context)) return [];
    const known = new Set(readAmounts([...theirs, ...context.before]).map(({ value }) => value));
    const counter = readAmounts(own).find(({ value, unit }) => unit !== 'number' && !known.has(value));
    return counter === undefined || !theirs.some(({ numbers }) => numbers > 0)
      ? []
      : [at('counter-without-listening', counter)];
  },
  'repeats-position': ({ own, before }) => {
    if (before.length === 0) return [];
    const whereSaid = placesOfWords(before);
    for (const sentence of own) {
      const words = [...new Set(sentence.content)];
      if (words.length < 4 || sentence.asks) continue;
      const earlier = messagesThatSay(words, before, whereSaid);
      if (earlier.size >= 2) return [at('repeats-position', sentence, { number: String(earlier.size + 1) })];
    }
    return [];
  },
} satisfies Partial<Record<DraftCheckId, DraftCheckRule>>;

/** By each word that carries matter: the places in the list of the sentences that have it, in rising order. */
function placesOfWords(sentences: readonly LabelledSentence[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { content }] of sentences.entries())
    for (const word of new Set(content)) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [place]);
      else known.push(place);
    }
  return places;
}

/** The messages of sentences that share most of the words; only sentences with one of the words are looked at. */
function messagesThatSay(
  words: readonly string[],
  sentences: readonly LabelledSentence[],
  whereSaid: ReadonlyMap<string, readonly number[]>,
): ReadonlySet<number> {
  const shared = new Map<number, number>();
  for (const word of words)
    for (const place of whereSaid.get(word) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
  const messages = new Set<number>();
  for (const [place, count] of shared) if (count / words.length >= SAME) messages.add(sentences[place]!.message);
  return messages;
}

/** The share of its words from which a sentence says the same again. */
const SAME = 0.6;

/** A reply of so many words can be expected to answer; a line that forwards or thanks cannot. */
const LEAST_REPLY = 12;

function unansweredQuestions({ draft, own, words, received, theirs, thread }: DraftContext): Found[] {
  if (
    received === undefined ||
    words < LEAST_REPLY ||
    isForwarded(draft, received) ||
    /^(?:fyi|see below)\b/i.test(own[0]!.text)
  )
    return [];
  const reply = { ...received, index: 1, side: 'me' as const };
  const pair = { ...thread, messages: [{ ...received, index: 0 }, reply] };
  const sentences = [
    ...theirs.map((sentence) => ({ ...sentence, message: 0 })),
    ...own.map((sentence) => ({ ...sentence, message: 1 })),
  ];
  const said = new Set(own.flatMap(({ content }) => content));
  const isUntouched = ({ by, asks, text }: LabelledSentence) => {
    const asked = contentWords(text);
    return by === 'them' && asks && asked.length >= 2 && !asked.some((word) => said.has(word));
  };
  const missed = theirs.some(isUntouched)
    ? readQuestions(pair, sentences, readAmounts(sentences), [], isUntouched).filter(({ passedOver }) => passedOver)
    : [];
  return missed.slice(0, 1).map(({ text }) => at('unanswered-question', own[0]!, { 'their-question': text }));
}

function isForwarded({ regions }: Draft, { start }: Message): boolean {
  return regions.some((region) => region.type === 'forwarded' && region.start <= start && start < region.end);
}
