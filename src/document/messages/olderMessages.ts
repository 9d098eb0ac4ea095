import { isNewLetter, isRuleLine } from '../lines/letterDividers';
import { attributionAt, dividerAt, headerAt, readMe, stampAt } from './headers';
import type { Shape } from './messageBuilder';
import type { Reading } from './messageScanner';

/** A header block, a divider, a Lotus stamp or an mbox line. */
export function takeHeader(reading: Reading): boolean {
  const { lines, at, messages } = reading;
  const line = lines[at]!;
  if (line.depth === 0 && /^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) /.test(line.text)) {
    messages.close(0);
    reading.at++;
    return true;
  }
  const divider = dividerAt(lines, at);
  if (divider !== undefined) {
    const shape: Shape = divider.forwarded ? 'forwarded' : 'quoted';
    reading.pending = { header: {}, depth: line.depth, start: line.from, shape };
    reading.at += divider.lines;
    return true;
  }
  const header = (line.text.includes(':') ? headerAt(lines, at) : undefined) ?? stampAt(lines, at);
  if (header === undefined) return false;
  const pending = reading.pending?.depth === line.depth ? reading.pending : undefined;
  const first = messages.all.length === 0;
  const sequence =
    pending === undefined && line.depth === 0 && (first || messages.all[0]!.shape === 'headers' || !hasWords(reading));
  if (!sequence && line.depth === 0) reading.nested++;
  const draftOnTop =
    first &&
    pending === undefined &&
    line.depth === 0 &&
    header.dateText === undefined &&
    (header.from === undefined || (readMe(reading.draft.text) === undefined && header.to !== undefined));
  const level = sequence ? 0 : line.depth > 0 ? levelAt(reading, line.depth) : reading.nested;
  const { lines: count, ...known } = header;
  messages.open(line.depth, {
    level,
    shape: draftOnTop ? 'own' : sequence ? 'headers' : (pending?.shape ?? 'quoted'),
    start: pending?.start ?? line.from,
    ...known,
  });
  reading.pending = undefined;
  reading.at += count;
  return true;
}

/** Whether a message of the writer's own has begun, so that a header below it belongs to an older one. */
function hasWords(reading: Reading): boolean {
  const first = reading.messages.all[0];
  return first !== undefined && (first.shape === 'own' || first.shape === 'quoted' || first.shape === 'forwarded');
}

/** The level of a message with `depth` quote marks. */
export function levelAt(reading: Reading, depth: number): number {
  return depth + (reading.messages.at(0)?.level ?? 0);
}

/** "On … wrote:" above lines with more quote marks, or above unmarked ones where it is dated. */
export function takeAttribution(reading: Reading): boolean {
  const { lines, at, messages } = reading;
  const line = lines[at]!;
  const found = attributionAt(lines, at);
  if (found === undefined) return false;
  const { lines: count, dated, ...header } = found;
  let below = at + count;
  while (below < lines.length && lines[below]!.text === '' && lines[below]!.depth <= line.depth) below++;
  const marked = (lines[below]?.depth ?? 0) > line.depth;
  if (!marked && !dated) return false;
  if (marked) reading.pending = { header, depth: line.depth + 1, start: line.from, shape: 'quoted' };
  else {
    if (line.depth === 0) reading.nested++;
    const level = line.depth > 0 ? levelAt(reading, line.depth) : reading.nested;
    messages.open(line.depth, { level, shape: 'quoted', start: line.from, ...header });
  }
  reading.at += count;
  return true;
}

/** A rule between letters or above a header; any other rule is part of the text. */
export function takeRule(reading: Reading): boolean {
  const { lines, at, messages } = reading;
  const line = lines[at]!;
  if (line.depth > 0 || !isRuleLine(line.text)) return false;
  if (isNewLetter(lines, at)) {
    messages.close(0);
    reading.letters++;
  }
  reading.at++;
  return true;
}
