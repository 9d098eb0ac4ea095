import type { Draft } from '../document/draft/draft';
import { findDraftCheck } from '../playbook/draftCheckTexts';
import type { DraftCheckId } from '../playbook/ids';
import type { Thread } from '../thread/thread';
import { contentChecks } from './draftContent';
import { contextOf, type DraftCheckFinding, type DraftCheckRule } from './draftContext';
import { listeningChecks } from './draftListening';

const checks: Readonly<Record<DraftCheckId, DraftCheckRule>> = { ...listeningChecks, ...contentChecks };

/** Checks the writer's own words as a whole, against the message they answer where there is one. Weightiest first. */
export function checkDraft(draft: Draft, thread: Thread): DraftCheckFinding[] {
  const context = contextOf(draft, thread);
  if (context.own.length === 0) return [];
  return Object.values(checks)
    .flatMap((check) => check(context))
    .map((finding) => ({ ...finding, weight: findDraftCheck(finding.id).weight }))
    .sort((a, b) => b.weight - a.weight || a.start - b.start);
}
