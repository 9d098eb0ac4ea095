import { tokenise } from '../language/tokens';
import { stem } from '../thread/contentWords';
import type { LabelledSentence } from '../thread/dialogueActs';
import type { Side, Thread } from '../thread/thread';
import type { ThreadEvidence } from '../thread/threadEvidence';
import { type CauseLine, causeLinesInSteps, SENTENCES_IN_STEP } from './causeLines';
import { readStructure, type StructureSign } from './causeStructure';
import { readWording, type Wording } from './causeVocabulary';
import { isHeading } from './heading';
import { meets } from './signalConditions';
import type { Signal, SignalSet } from './signals';
import { readThreadMetrics, type ThreadMetrics } from './threadMetrics';
import { readScaledMetrics, type ScaledMetrics } from './zScores';

/** A line that carries a signal. */
export interface Sighting {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly by: Side;
  readonly message: number;
  /** How many of the signal's patterns the line matches. */
  readonly strength: number;
  /** Does a pattern match the line that is no hint, and not only several words of a list? */
  readonly said: boolean;
}

/** A signal found in a thread, with the lines it was found in. */
export interface FoundSignal {
  readonly signal: Signal;
  readonly sightings: readonly Sighting[];
}

/** A line or a fact that speaks for a cause; where the line does not say so by itself it is never quoted. */
export type CauseSign = StructureSign;

export interface CauseEvidence {
  /** Lines and facts that speak for a cause. */
  readonly signs: readonly CauseSign[];
  readonly found: readonly FoundSignal[];
  /** Lines of weighty signals that are quoted; what they weigh counts among the signals. */
  readonly plain: readonly CauseSign[];
  readonly shape: ThreadMetrics;
  readonly scaledMetrics: ScaledMetrics;
  readonly wording: Wording;
}

/** Why talks are stuck shows in the latest messages, so of a very long thread only so many sentences are searched. */
export const MOST_READ = 600;

/** Looks for every signal of the playbook in the lines of the side it belongs to and in the shape of the thread. */
export function* readCauseEvidenceInSteps(
  thread: Thread,
  evidence: ThreadEvidence,
  set: SignalSet,
): Generator<undefined, CauseEvidence> {
  const sightings = new Map<number, Map<number, { strength: number; said: boolean }>>();
  const first = Math.max(0, evidence.sentences.length - MOST_READ);
  for (const [offset, sentence] of evidence.sentences.slice(first).entries()) {
    if (offset % SENTENCES_IN_STEP === 0) yield;
    const at = first + offset;
    const side = sentence.by;
    const counts = new Map<number, number>();
    const said = new Set<number>();
    const tokens = tokenise(sentence.text, 0, sentence.text.length);
    set.matcher.find(tokens, noTags, (pattern) => {
      const owner = set.owners[pattern]!;
      if (!speaksFor(set.signals[owner]!, side)) return;
      if (!set.hinting[pattern]!) said.add(owner);
      counts.set(owner, (counts.get(owner) ?? 0) + 1);
    });
    for (const [owner, words] of wordHits(sentence.text, set)) {
      const { source } = set.signals[owner]!;
      const least = source.atLeast ?? 2;
      if (words >= least && speaksFor(set.signals[owner]!, side)) counts.set(owner, words - least + 1);
    }
    for (const [owner, strength] of counts) {
      const lines = sightings.get(owner) ?? new Map<number, { strength: number; said: boolean }>();
      lines.set(at, { strength, said: said.has(owner) });
      sightings.set(owner, lines);
    }
  }
  yield;
  const shape = readThreadMetrics(thread, evidence);
  yield;
  const found = set.signals.flatMap((signal, index): FoundSignal[] => {
    if (signal.source.side === 'shape') {
      if (!signal.conditions.every((condition) => meets(shape, condition))) return [];
      const anchors = signal.conditions.flatMap(({ name, compare }) =>
        compare === '>=' || compare === '>' ? (shape.anchors.get(name) ?? []) : [],
      );
      return [
        {
          signal,
          sightings: anchors
            .slice(0, 4)
            .map(({ text, start, end, by, message }) => ({ text, start, end, by, message, strength: 1, said: false })),
        },
      ];
    }
    const lines = sightings.get(index);
    if (lines === undefined) return [];
    return [
      {
        signal,
        sightings: [...lines].map(([at, hit]) => {
          const { text, start, end, by, message } = evidence.sentences[at]!;
          return { text, start, end, by, message, ...hit };
        }),
      },
    ];
  });
  const lines = yield* causeLinesInSteps(evidence.sentences.slice(first));
  const structure = readStructure(thread, evidence);
  yield;
  const scaledMetrics = readScaledMetrics(thread, evidence, shape);
  yield;
  const wording = readWording(evidence.sentences, set.vocabulary);
  yield;
  const plain = plainLines(found, evidence.sentences);
  return { signs: [...lines.map(signOf), ...structure], plain, found, shape, scaledMetrics, wording };
}

/** Lines that a weighty signal of the playbook matches word for word, but for hints. */
function plainLines(found: readonly FoundSignal[], sentences: readonly LabelledSentence[]): CauseSign[] {
  const byStart = new Map(sentences.map((sentence) => [sentence.start, sentence]));
  return found
    .filter(({ signal: { source } }) => source.weight >= WEIGHTY && source.side !== 'shape')
    .flatMap(({ signal: { cause, source }, sightings }) =>
      sightings
        .filter(({ said, start }) => said && !isHeading(byStart.get(start)!, sentences))
        .map((line) => ({ cause, id: source.id, why: source.why, weight: source.weight / 4, line, says: true })),
    );
}

/** Weight from which a signal is plain enough for its lines to be quoted. */
const WEIGHTY = 2;

function signOf({ cause, id, why, weight, line, says }: CauseLine): CauseSign {
  const { text, start, end, by, message } = line;
  return { cause, id, why, weight, says, line: { text, start, end, by, message } };
}

const noTags = () => [];

function speaksFor({ source }: Signal, side: Side): boolean {
  return source.side === 'either' || side === 'unknown' || (source.side === 'them' ? side === 'them' : side === 'me');
}

function wordHits(text: string, set: SignalSet): Map<number, number> {
  const hits = new Map<number, number>();
  const seen = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?:['’]\p{L}+)?/gu)) {
    const base = stem(word);
    if (seen.has(base)) continue;
    seen.add(base);
    for (const owner of set.byWord.get(base) ?? []) hits.set(owner, (hits.get(owner) ?? 0) + 1);
  }
  return hits;
}
