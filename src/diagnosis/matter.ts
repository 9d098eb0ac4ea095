import { contentWords } from '../thread/contentWords';
import type { Thread } from '../thread/thread';
import type { ThreadEvidence } from '../thread/threadEvidence';
import { anyDiagnosisWord, diagnosisWords } from './diagnosisWords';
import { namesOf } from './sidesAndTopics';

/**
 * What the talks are about, as "the roof": the thing that most messages name, those of both sides before those of one. A word of the
 * subject line counts like two messages.
 */
export function matterOf(thread: Thread, { sentences }: Pick<ThreadEvidence, 'sentences'>): string | undefined {
  const { subject = '' } = thread;
  const titled = new Set(contentWords(subject));
  const names = namesOf(thread);
  const found = new Map<string, Named>();
  const uses = usesOf(sentences);
  for (const { text } of sentences)
    for (const match of text.matchAll(NOUN)) {
      const word = match[1]!;
      const [stem] = contentWords(word);
      if (stem === undefined || found.has(stem) || NO_MATTER.has(word) || names.has(stem)) continue;
      found.set(stem, { word, titled: titled.has(stem), ...uses.get(stem)! });
    }
  const best = [...found.values()]
    .filter((one) => one.titled || one.messages.size >= 2)
    .sort((a, b) => rank(b) - rank(a))[0];
  return best === undefined ? titledMatter(subject) : `the ${best.word}`;
}

interface Uses {
  readonly messages: Set<number>;
  readonly sides: Set<string>;
}

/** In which messages, and by which sides, each stem is used. */
function usesOf(sentences: ThreadEvidence['sentences']): ReadonlyMap<string, Uses> {
  const uses = new Map<string, Uses>();
  for (const { content, message, by } of sentences)
    for (const stem of content) {
      const entry = uses.get(stem) ?? { messages: new Set(), sides: new Set() };
      entry.messages.add(message);
      entry.sides.add(by);
      uses.set(stem, entry);
    }
  return uses;
}

interface Named extends Uses {
  readonly word: string;
  readonly titled: boolean;
}

function rank({ messages, sides, titled }: Named): number {
  return messages.size + (sides.size > 1 ? 1 : 0) + (titled ? 2 : 0);
}

/** A subject line of a few plain words as a thing: "Interface freeze" is "the interface freeze". */
function titledMatter(subject: string): string | undefined {
  const words = TITLE.exec(subject)?.[1]?.split(' ');
  if (words === undefined || words.some((word) => NO_MATTER.has(word.toLowerCase()) || word.endsWith('ing')))
    return undefined;
  return `the ${words.join(' ').toLowerCase()}`;
}

const TITLE = /^(?:[Tt]he |[Oo]ur |[Yy]our )?(\p{L}\p{Ll}{2,}(?: \p{Ll}{3,}){0,2})[.!]?$/u;

/** Words that a thread names often and that are never what it is about. */
const NO_MATTER = new Set([...diagnosisWords('noMatter'), ...diagnosisWords('count')]);

/** A word, or a second one that is no verb, behind an article or a possessive, and before a word that no noun phrase goes on with. */
const NOUN = new RegExp(
  `\\b(?:the|your|our|my|this|that|these|those|a|an|both|for|of) (?:\\p{Ll}+ (?!\\p{Ll}+(?:s|ed)\\b))?(\\p{Ll}{4,})(?= (?:${anyDiagnosisWord('behindMatter')})\\b|[.,?!;:)]|$)`,
  'gu',
);
