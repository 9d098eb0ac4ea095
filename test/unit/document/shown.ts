import type { Block, Draft, RawMessage } from '../../../src/document/draft/draft';

/** Blocks as `type: text`, line breaks shown as spaces. */
export function shownBlocks({ blocks }: Draft): string[] {
  return blocks.map(({ type, text }) => `${type}: ${text.replace(/\s+/g, ' ')}`);
}

/** Regions as `type: text`. */
export function shownRegions({ text, regions }: Draft): string[] {
  return regions.map(({ type, start, end }) => `${type}: ${text.slice(start, end).replace(/\s+/g, ' ')}`);
}

/** What a block says with opaque masks as `⬚` and skipped ones left out. */
export function unmasked({ text, masks }: Block): string {
  let said = '';
  let at = 0;
  for (const { start, end, kind } of masks) {
    said += text.slice(at, start) + (kind === 'opaque' ? '⬚' : '');
    at = end;
  }
  return said + text.slice(at);
}

/** A message as `shape level | author | date text | ISO date | body lines joined by " / "`. */
export function shownMessage(text: string, { shape, level, from, dateText, date, body }: RawMessage): string {
  const lines = body.map(({ start, end }) => text.slice(start, end)).filter((line) => line.trim() !== '');
  const when = date === undefined ? '' : new Date(date).toISOString().slice(0, 16);
  return `${shape}${level} | ${from?.name ?? '-'} | ${dateText ?? '-'} | ${when} | ${lines.join(' / ')}`;
}
