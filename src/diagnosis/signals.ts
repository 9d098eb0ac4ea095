import { createMatcher, type Matcher } from '../language/matcher';
import { compilePattern, type Pattern } from '../language/pattern';
import type { CauseId } from '../playbook/ids';
import type { Playbook } from '../playbook/types';
import families from '../playbook/wordFamilies.yaml';
import { stem } from '../thread/contentWords';
import { buildVocabulary, type Vocabulary } from './causeVocabulary';
import { type Condition, readConditions } from './signalConditions';

/** One entry under `signals:` of a cause, as a coach writes it. */
export interface SignalSource {
  readonly id: string;
  /** Whose words count; `shape` looks at the thread as a whole. */
  readonly side: 'them' | 'us' | 'either' | 'shape';
  readonly why: string;
  /** Points for the cause; below zero speaks against it. */
  readonly weight: number;
  /** Patterns, of which a sentence has to match one. Where the signal is weighty, such a sentence is quoted. */
  readonly says?: readonly string[];
  /** Patterns that count as those do, but may be true of ordinary sentences, too: these are not quoted. */
  readonly hints?: readonly string[];
  /** Words, of which a sentence has to hold `atLeast` different ones (2); they also count across the thread. */
  readonly words?: readonly string[];
  readonly atLeast?: number;
  readonly shape?: string;
}

export interface Signal {
  /** `cause/id`, unique in the playbook. */
  readonly key: string;
  readonly cause: CauseId;
  readonly source: SignalSource;
  readonly conditions: readonly Condition[];
}

/** All signals of the playbook, ready to be looked for in one pass over a sentence. */
export interface SignalSet {
  readonly signals: readonly Signal[];
  readonly matcher: Matcher;
  /** Index in `signals` for each pattern of the matcher. */
  readonly owners: readonly number[];
  /** For each pattern of the matcher: is it a hint? */
  readonly hinting: readonly boolean[];
  readonly patterns: readonly Pattern[];
  /** Indices in `signals` by the stem of a word. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly vocabulary: Vocabulary;
}

/** @throws PatternError or Error when a signal cannot be read */
export function compileSignals(playbook: Pick<Playbook, 'causes'>): SignalSet {
  const { lists } = families as { lists: Readonly<Record<string, readonly string[]>> };
  const signals = playbook.causes.flatMap(({ id, signals: sources }) =>
    (sources as unknown as readonly SignalSource[]).map(
      (source): Signal => ({
        key: `${id}/${source.id}`,
        cause: id,
        source,
        conditions: source.shape === undefined ? [] : readConditions(source.shape),
      }),
    ),
  );
  const entries = signals.flatMap(({ source }, owner) =>
    [...(source.says ?? []), ...(source.hints ?? [])].map((says, at) => ({
      owner,
      hinting: at >= (source.says ?? []).length,
      pattern: compilePattern(says, lists),
    })),
  );
  const byWord = new Map<string, number[]>();
  signals.forEach(({ source }, index) => {
    for (const word of new Set((source.words ?? []).map((written) => stem(written.toLowerCase())))) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [index]);
      else list.push(index);
    }
  });
  const patterns = entries.map(({ pattern }) => pattern);
  return {
    signals,
    matcher: createMatcher(patterns),
    owners: entries.map(({ owner }) => owner),
    hinting: entries.map(({ hinting }) => hinting),
    patterns,
    byWord,
    vocabulary: buildVocabulary(signals),
  };
}
