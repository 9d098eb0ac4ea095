import type { BlockFinding } from './find';
import type { Finding } from './rule';

/**
 * Leaves out guesses that the text as a whole speaks against. The more sentences a calm text has, the more of them come near a
 * sharp tone by chance; where rules have found something, another sharp sentence is likelier.
 *
 * @param length of the writer's own prose, in UTF-16 code units
 */
export function withoutDoubtful(findings: readonly BlockFinding[], length: number): Finding[] {
  const told = findings.filter(({ severity }) => severity !== 'hint').length;
  const bar = Math.log((1 + Math.max(0, length - SHORT) / STRETCH) / (1 + told));
  return findings
    .filter(({ certainty }) => certainty === undefined || certainty >= bar)
    .map(({ certainty: _, ...finding }) => finding);
}

/** A text of a few sentences is taken as it is. */
const SHORT = 400;
/** Prose in which one sentence or so comes near by chance. */
const STRETCH = 400;
