import { runToEnd } from '../language/steps';
import source from '../playbook/causeLines.yaml';
import type { CauseId } from '../playbook/ids';
import families from '../playbook/wordFamilies.yaml';
import { type ActFile, type ActMatcher, compileActs } from '../thread/actMatcher';
import type { LabelledSentence } from '../thread/dialogueActs';
import { isHeading } from './heading';

/** A line that says, or lets suppose, why the talks are stuck. */
export interface CauseLine {
  readonly cause: CauseId;
  /** Id of the entry in `causeLines.yaml`. */
  readonly id: string;
  readonly why: string;
  readonly weight: number;
  readonly line: LabelledSentence;
  /** Does the line say so by itself? Others are never quoted. */
  readonly says: boolean;
}

interface Entry {
  readonly id: string;
  readonly side: 'them' | 'us';
  readonly why: string;
  readonly weight: number;
  readonly says: readonly string[];
  readonly hints?: readonly string[];
}

/** Finds the lines that show a cause or hint at it, in the order of the thread; a line may show several. */
export function findCauseLines(sentences: readonly LabelledSentence[]): CauseLine[] {
  return runToEnd(causeLinesInSteps(sentences));
}

/** The same in steps, so that an editor need not wait. */
export function* causeLinesInSteps(sentences: readonly LabelledSentence[]): Generator<undefined, CauseLine[]> {
  const { matcher, owners } = ready();
  const lines: CauseLine[] = [];
  for (const [at, line] of sentences.entries()) {
    if (at % SENTENCES_IN_STEP === 0) yield;
    const found = matcher.actsOf(line.text);
    if (found.size === 0) continue;
    for (const [key, { cause, entry }] of owners) {
      const says = found.has(key);
      if (!says && !found.has(hintOf(key))) continue;
      if (line.by !== 'unknown' && (entry.side === 'us') !== (line.by === 'me')) continue;
      const { id, why, weight } = entry;
      lines.push({ cause, id, why, weight, line, says: says && !isHeading(line, sentences) });
    }
  }
  return lines;
}

/** So many sentences are looked through in some milliseconds. */
export const SENTENCES_IN_STEP = 10;

/** The last line in which they say why the talks are stuck. Lines of little weight do not count. */
export function whyHeldUp(sentences: readonly LabelledSentence[]): LabelledSentence | undefined {
  return findCauseLines(sentences).findLast(({ weight, line, says }) => says && weight >= 1 && line.by === 'them')
    ?.line;
}

type Owners = ReadonlyMap<string, { readonly cause: CauseId; readonly entry: Entry }>;

let compiled: { readonly matcher: ActMatcher<string>; readonly owners: Owners } | undefined;

function ready() {
  if (compiled === undefined) {
    const owners: Owners = new Map(
      Object.entries(source as Readonly<Record<CauseId, readonly Entry[]>>).flatMap(([cause, entries]) =>
        entries.map((entry) => [`${cause}/${entry.id}`, { cause: cause as CauseId, entry }] as const),
      ),
    );
    const acts = [...owners].flatMap(([key, { entry }]) => [
      { id: key, says: entry.says },
      { id: hintOf(key), says: entry.hints ?? [] },
    ]);
    const { lists } = families as Pick<ActFile<string>, 'lists'>;
    compiled = { matcher: compileActs({ ...(lists === undefined ? {} : { lists }), acts }), owners };
  }
  return compiled;
}

function hintOf(key: string): string {
  return `${key}?`;
}
