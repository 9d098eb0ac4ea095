import { createPositionAt, type Position } from '../document/draft/position';
import { describeKindReason } from '../document/kind/kindDecision';
import type { Analyzer } from '../engine/index';
import type { Finding, Severity } from '../wording/rule';
import { atLeast, type Input } from './common';

export interface PrintedFinding extends Omit<Finding, 'frame'> {
  readonly range: { readonly start: Position; readonly end: Position };
}

/** What the command line says of a file; the JSON that other programs rely on. */
export interface FileResult {
  readonly path: string;
  readonly kind: string;
  readonly kindReason: string;
  readonly active: boolean;
  readonly findings: readonly PrintedFinding[];
  readonly checks: ReturnType<Analyzer['checks']>;
  readonly score: ReturnType<Analyzer['score']>;
}

/** @param least findings below this are left out */
export function toResult(analyzer: Analyzer, { path, text, identity }: Input, least: Severity): FileResult {
  const draft = analyzer.read(text, identity);
  const active = analyzer.isActive(draft);
  const positionAt = createPositionAt(text);
  let checks: FileResult['checks'] | undefined;
  const findings = active ? analyzer.findings(draft).filter(({ severity }) => atLeast(severity, least)) : [];
  return {
    path,
    kind: draft.kind.kind,
    kindReason: describeKindReason(draft.kind),
    active,
    findings: findings.map(({ frame: _, ...finding }) => ({
      ...finding,
      range: { start: positionAt(finding.start), end: positionAt(finding.end) },
    })),
    // Not every format prints these, and findings need not wait for them.
    get checks() {
      checks ??= active ? analyzer.checks(draft) : [];
      return checks;
    },
    get score() {
      return analyzer.score(draft);
    },
  };
}
