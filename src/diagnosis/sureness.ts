import type { Diagnosis } from './diagnosis';

export type Sureness = 'clearly' | 'probably' | 'perhaps' | 'oneOfTwo';

/** Shares of the evidence, and how sure it is, from which a cause is called clear or probable. Set by hand. */
const CLEAR = { score: 0.8, confidence: 0.5 };
const PROBABLE = 0.4;

/** How sure the first of the causes that are told is: said by the panel and by the report alike. */
export function surenessOf(
  causes: readonly { readonly score: number }[],
  { confidence, undecided }: Pick<Diagnosis, 'confidence' | 'undecided'>,
): Sureness {
  if (undecided === true && causes.length > 1) return 'oneOfTwo';
  const score = causes[0]?.score ?? 0;
  if (score >= CLEAR.score && confidence >= CLEAR.confidence) return 'clearly';
  return score >= PROBABLE ? 'probably' : 'perhaps';
}
