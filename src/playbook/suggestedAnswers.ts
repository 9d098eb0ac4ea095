import type { CauseId } from './ids';
import source from './suggestedAnswers.yaml';

/** By cause and statement, the ids of lines and of structure that speak for a yes. */
export type SuggestedAnswers = Readonly<Partial<Record<CauseId, Readonly<Record<string, readonly string[]>>>>>;

export const suggestedAnswers = source as SuggestedAnswers;
