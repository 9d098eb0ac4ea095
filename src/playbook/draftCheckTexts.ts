import source from './draftChecks.yaml';
import type { DraftCheckId } from './ids';
import type { DraftCheck } from './types';

// Apart from the rest of the playbook, which is not needed to check a draft.
export const draftChecks = source as readonly DraftCheck[];

/** The entry with this id. Throws when there is none, which the tests rule out. */
export function findDraftCheck(id: DraftCheckId): DraftCheck {
  const entry = draftChecks.find((check) => check.id === id);
  if (entry === undefined) throw new RangeError(`The playbook has no entry "${id}".`);
  return entry;
}
