import type { Span } from '../draft/draft';
import { lineAt, type SegmentLines } from '../draft/segmentLines';
import { trimEnd } from '../lines/lines';
import { headerLine, isQuotedLine, isWeakHeader, rawHeaderLine } from '../lines/mailLines';

const OWN_HEADER_LIMIT = 400;

interface HeaderBlock {
  readonly end: number;
  readonly names: ReadonlySet<string>;
  readonly subject?: Span;
}

const PREFIXES = /^(?:[ \t]*(?:re|fw|fwd|aw|wg|sv|vs|antw|tr|res|enc|rv)(?:\[\d+\])?[ \t]*:)+[ \t]*/i;

/** Reads header lines, folded ones included, from line `from`. `raw` accepts headers of any name. */
export function headerBlock(segment: SegmentLines, from: number, raw: boolean): HeaderBlock {
  const { source, lines } = segment;
  const names = new Set<string>();
  let subject: Span | undefined;
  let at = from;
  let open: string | undefined;
  for (; at < lines.length && at - from < OWN_HEADER_LIMIT; at++) {
    const line = lineAt(segment, at);
    const header = headerLine(line);
    if (header !== undefined) {
      if (names.size === 0 && isWeakHeader(line) && /^[ \t]*(?:re|a|an|de|da|para)\b/i.test(line)) break;
      if (header.name === 'from' && names.has('from')) break;
      names.add(header.name);
      open = header.name;
      if (header.name === 'subject' && subject === undefined) {
        const value = lines[at]!.start + header.valueStart;
        const start = value + (PREFIXES.exec(source.slice(value, lines[at]!.end))?.[0].length ?? 0);
        const end = trimEnd(source, start, lines[at]!.end);
        if (end > start) subject = { start, end };
      }
      continue;
    }
    if (open === undefined) {
      if (raw && rawHeaderLine(line)) continue;
      break;
    }
    const folded = /^[ \t]/.test(line) && (raw || open !== 'subject' || line.trim().length < 60);
    if (folded) {
      if (open === 'subject' && subject !== undefined)
        subject = { start: subject.start, end: trimEnd(source, subject.start, lines[at]!.end) };
      continue;
    }
    if (raw && rawHeaderLine(line)) {
      open = 'other';
      continue;
    }
    if ((open === 'to' || open === 'cc') && isRecipients(segment, at)) continue;
    if (open === 'date' && /^\d{1,2}:\d\d/.test(line)) continue;
    break;
  }
  return subject === undefined ? { end: at, names } : { end: at, names, subject };
}

/** A long list of recipients goes on in the next line without being indented. */
function isRecipients(segment: SegmentLines, at: number): boolean {
  const line = lineAt(segment, at);
  const before = lineAt(segment, at - 1).trimEnd();
  if (isQuotedLine(line)) return false;
  return /[,;]$/.test(before) || /@\w|\/\w+\/|,/.test(line) || headerLine(lineAt(segment, at + 1)) !== undefined;
}
