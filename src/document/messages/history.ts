import { lineAt, MBOX, RULE, type SegmentLines } from '../draft/segmentLines';
import {
  attribution,
  endsAttribution,
  endsWithStamp,
  headerLine,
  isDivider,
  isQuotedLine,
  isRunTogetherHeader,
  isStampedName,
} from '../lines/mailLines';
import { headerBlock } from './headerBlock';

interface History {
  readonly start: number;
  readonly end: number;
  readonly type: 'attribution' | 'header';
}

/** Whether the header or attribution of an older message stands at line `at`; it may begin up to `floor`. */
export function historyAt(segment: SegmentLines, at: number, floor: number, line: string): History | undefined {
  return (
    dividerAt(segment, at, line) ??
    headersAt(segment, at, line) ??
    attributionAt(segment, at, floor, line) ??
    stampAt(segment, at, floor, line)
  );
}

function dividerAt(segment: SegmentLines, at: number, line: string): History | undefined {
  if (isDivider(line)) {
    let end = at + 1;
    if (!/[-_=*][ \t]*$/.test(line) && /-{3,}[ \t]*$/.test(lineAt(segment, end))) end++;
    return { start: at, end: headerBlock(segment, end, false).end, type: 'header' };
  }
  if (/^[ \t]*-{3,}[ \t]*Forwarded/i.test(line)) {
    const joined = `${line.trimEnd()} ${lineAt(segment, at + 1)}`;
    if (isDivider(joined)) return { start: at, end: headerBlock(segment, at + 2, false).end, type: 'header' };
  }
  if (RULE.test(line)) {
    const header = headersAt(segment, at + 1, lineAt(segment, at + 1));
    if (header !== undefined) return { start: at, end: header.end, type: 'header' };
  }
  return undefined;
}

function headersAt(segment: SegmentLines, at: number, line: string): History | undefined {
  const header = headerLine(line);
  if (header === undefined) return undefined;
  if (MBOX.test(line)) return { start: at, end: headerBlock(segment, at + 1, false).end, type: 'header' };
  if (header.name !== 'from' && header.name !== 'date' && header.name !== 'to' && !/^\s*sent by/i.test(line))
    return undefined;
  const block = headerBlock(segment, at, false);
  const { names } = block;
  const goesOn = block.end === segment.lines.length && segment.options.next === 'header';
  const whole =
    (names.has('from') &&
      (goesOn || names.has('to') || names.has('date') || names.has('subject') || names.has('cc'))) ||
    (names.has('to') && (goesOn || names.has('cc') || (names.has('subject') && names.has('date')))) ||
    (names.has('from') && endsWithStamp(line) && line.length < 160);
  return whole ? { start: at, end: block.end, type: 'header' } : undefined;
}

function attributionAt(segment: SegmentLines, at: number, floor: number, line: string): History | undefined {
  if (!endsAttribution(line)) return undefined;
  const marked =
    at + 1 < segment.lines.length ? isQuotedLine(lineAt(segment, at + 1)) : segment.options.next === 'quoted';
  let joined = '';
  for (let start = at; start >= floor && at - start < 4; start--) {
    joined = `${lineAt(segment, start).trim()} ${joined}`;
    const verdict = attribution(joined.trim());
    if (verdict === 'dated' || (verdict === 'plain' && marked)) {
      // "On Monday" may stand a line above a part that would do by itself.
      const above = start > floor && at - start < 3 ? `${lineAt(segment, start - 1).trim()} ${joined}` : '';
      if (/^(?:On|In|At) /.test(above) && attribution(above.trim()) !== undefined) continue;
      return { start, end: at + 1, type: 'attribution' };
    }
  }
  return undefined;
}

function stampAt(segment: SegmentLines, at: number, floor: number, line: string): History | undefined {
  if (isRunTogetherHeader(line)) return { start: at, end: headerBlock(segment, at + 1, false).end, type: 'header' };
  if (!endsWithStamp(line) || !isStampedName(line)) return undefined;
  const following = headerLine(lineAt(segment, at + 1));
  const last = at + 1 === segment.lines.length;
  if (following === undefined && !(last && segment.options.next === 'header')) return undefined;
  let start = at;
  while (start > floor && at - start < 3 && isAboveStamp(lineAt(segment, start), lineAt(segment, start - 1))) start--;
  return { start, end: headerBlock(segment, at + 1, false).end, type: 'header' };
}

/** The sender's name (and "Sent by:") stand above a line that holds only date and time. */
function isAboveStamp(line: string, above: string): boolean {
  const named = /\p{L}{3,}/u.test(line.replace(/\b(?:AM|PM|on)\b/gi, ''));
  if (named && headerLine(line) === undefined) return false;
  return headerLine(above)?.name === 'other' || (isStampedName(above) && above.trim() !== '' && above.length < 80);
}
