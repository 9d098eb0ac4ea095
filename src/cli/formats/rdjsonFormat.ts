import type { Position } from '../../document/draft/position';
import type { Severity } from '../../wording/rule';
import type { PrintedFinding } from '../result';
import { type ResultFormat, unreadLabel } from './resultFormat';
import { ruleAddress } from './ruleAddress';

const severities: Record<Severity, string> = { warning: 'WARNING', information: 'INFO', hint: 'INFO' };

/** The diagnostic format of reviewdog. Lines count from one, columns are bytes of UTF-8 from one, as its schema says. */
export function rdjsonFormat(): ResultFormat {
  const diagnostics: object[] = [];
  return {
    begin: () => '',
    file({ path, findings, decoded }, text) {
      for (const finding of findings)
        diagnostics.push({ ...saidOf(finding), ...placedAt(finding, path, decoded === true ? undefined : text) });
      return [];
    },
    unread({ path, error }) {
      const range = error.range === undefined ? {} : { range: { start: { line: error.range.start.line + 1 } } };
      const message = `${unreadLabel(error)}: ${error.message}`;
      diagnostics.push({ message, severity: 'ERROR', location: { path: slashed(path), ...range } });
      return [];
    },
    end: () => `${JSON.stringify({ source: { name: 'Common Ground' }, diagnostics }, null, 2)}\n`,
  };
}

function saidOf({ message, severity, ruleId }: PrintedFinding): object {
  const url = ruleAddress(ruleId);
  return { message, severity: severities[severity], code: { value: ruleId, ...(url === undefined ? {} : { url }) } };
}

/** @param text where it is missing, positions are in no file and are left out */
function placedAt({ start, end, range, suggestions }: PrintedFinding, path: string, text: string | undefined): object {
  if (text === undefined) return { location: { path: slashed(path) } };
  const rangeOf = (from: number, to: number, lines: { start: Position; end: Position }) => ({
    start: { line: lines.start.line + 1, column: columnOf(text, from) },
    end: { line: lines.end.line + 1, column: columnOf(text, to) },
  });
  return {
    location: { path: slashed(path), range: rangeOf(start, end, range) },
    suggestions: suggestions.map((suggestion) => ({
      range: rangeOf(suggestion.start ?? start, suggestion.end ?? end, suggestion.range ?? range),
      text: suggestion.text,
    })),
  };
}

function columnOf(text: string, offset: number): number {
  const before = text.slice(Math.max(0, offset - 10_000), offset);
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  return Buffer.byteLength(line) + 1;
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
