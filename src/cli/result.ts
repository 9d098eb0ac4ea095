import type { Analyzer } from '../engine/index';
import { createPositionAt, describeKindReason, type Position } from '../engine/text';
import type { Finding, Severity, Suggestion } from '../wording/rule';
import { atLeast, type Input, type UnreadReason } from './common';

interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface PrintedFinding extends Omit<Finding, 'suggestions'> {
  readonly range: Range;
  readonly suggestions: readonly PrintedSuggestion[];
}

/** `range` belongs to the suggestion's own `start` and `end`, where it has them. */
export interface PrintedSuggestion extends Suggestion {
  readonly range?: Range;
}

/** What the command line says of a file; the JSON that other programs rely on. */
export interface FileResult {
  readonly path: string;
  readonly kind: string;
  readonly kindReason: string;
  readonly active: boolean;
  /** Encoded mail: offsets and ranges are in the decoded text. */
  readonly decoded?: true;
  readonly findings: readonly PrintedFinding[];
  readonly checks: ReturnType<Analyzer['checks']>;
  readonly score: ReturnType<Analyzer['score']>;
}

/** What the command line says of a file that it did not read, or of a configuration that it could not use. */
export interface UnreadFile {
  readonly path: string;
  /** `range` is the place in a configuration. */
  readonly error: { readonly reason: UnreadReason; readonly message: string; readonly range?: Range };
}

/**
 * What is found in a text, whether rules of a team were left out for the work they would have taken, and a sentence on each ignore
 * comment that ignores nothing.
 *
 * @param least findings below this are left out
 * @param named the user named the file, so that it is checked whatever it is taken for, unless it says `commonGround: off`
 */
export function toResult(
  analyzer: Analyzer,
  { path, text, identity, unpacked }: Input,
  { least, named }: { readonly least: Severity; readonly named: boolean },
): { readonly result: FileResult; readonly isCutShort: boolean; readonly remarks: readonly string[] } {
  const draft = analyzer.read(text, identity);
  const active = named ? draft.kind.marked !== 'off' : analyzer.isActive(draft);
  const positionAt = createPositionAt(text);
  const rangeOf = (start: number, end: number) => ({ start: positionAt(start), end: positionAt(end) });
  let checks: FileResult['checks'] | undefined;
  const findings = active ? analyzer.findings(draft).filter(({ severity }) => atLeast(severity, least)) : [];
  const result: FileResult = {
    path,
    kind: draft.kind.kind,
    kindReason: describeKindReason(draft.kind),
    active,
    ...(unpacked ? { decoded: true } : {}),
    findings: findings.map(({ suggestions, ...finding }) => ({
      ...finding,
      range: rangeOf(finding.start, finding.end),
      suggestions: suggestions.map((suggestion: PrintedSuggestion) =>
        suggestion.start === undefined || suggestion.end === undefined
          ? suggestion
          : { ...suggestion, range: rangeOf(suggestion.start, suggestion.end) },
      ),
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
  const remarks = analyzer.commentFaults(draft).map(({ start, message }) => {
    const { line } = positionAt(start);
    return `${path}:${line + 1}: ${message}`;
  });
  return { result, isCutShort: analyzer.isCutShort(draft), remarks };
}
