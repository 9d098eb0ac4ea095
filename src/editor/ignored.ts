import type { Draft } from '../document/draft/draft';
import { currentRuleId } from '../engine/rules';
import type { Finding } from '../wording/rule';
import type { IgnoredFinding } from './documentState';

/** Code units before a finding by which it is told from others with the same words. */
const CONTEXT = 24;

/** How an ignored finding is told again: its rule, its words, and the letters before it. */
export function ignorableOf(finding: Finding, draft: Draft): IgnoredFinding {
  const before = draft.text.slice(Math.max(0, finding.start - CONTEXT), finding.start);
  return { ruleId: finding.ruleId, text: squeeze(finding.text), before: squeeze(before) };
}

/** The findings that the user has not dismissed, here or as a kind in this document. */
export function notIgnored(
  findings: readonly Finding[],
  draft: Draft,
  ignored: readonly IgnoredFinding[],
  rules: readonly string[] = [],
): readonly Finding[] {
  if (ignored.length === 0 && rules.length === 0) return findings;
  const known = new Set(ignored.map(keyOf));
  return findings.filter(
    (finding) => !rules.includes(finding.ruleId) && !known.has(keyOf(ignorableOf(finding, draft))),
  );
}

function keyOf({ ruleId, text, before }: IgnoredFinding): string {
  return `${currentRuleId(ruleId)}\0${text}\0${before}`;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ');
}
