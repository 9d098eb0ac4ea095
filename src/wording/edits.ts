import type { Finding } from './rule';

/** Replace `start..end` (UTF-16 code units, end exclusive) by `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The best rephrasing of each finding that has a safe one, in document order and not overlapping. */
export function safeEdits(findings: readonly Finding[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let last = 0;
  for (const finding of findings) {
    const suggestion = finding.suggestions.find(({ safe }) => safe);
    if (suggestion === undefined) continue;
    const { text, start = finding.start, end = finding.end } = suggestion;
    if (start < last) continue;
    edits.push({ start, end, text });
    last = end;
  }
  return edits;
}

/** @param edits in order, not overlapping */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
