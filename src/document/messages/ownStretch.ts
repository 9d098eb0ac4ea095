import type { Draft, Span } from '../draft/draft';
import { readMessages } from './messages';

/**
 * Where a text may be put into a draft: at the cursor where the writer's own words stand, else at their end. Never into or over
 * quoted words or a message that somebody has sent.
 *
 * @param cursor offset of the cursor, in UTF-16 code units
 * @returns an offset, or `undefined` where nothing in the document is the writer's to change
 */
export function placeForText(draft: Draft, cursor: number): number | undefined {
  const own = ownStretch(draft);
  if (own === undefined) return undefined;
  const inside = cursor >= own.start && cursor <= own.end && !isTaken(draft, cursor);
  return inside ? cursor : own.end;
}

/** The stretch that the writer writes in: after the header lines, before what is quoted, forwarded or signed. */
export function ownStretch(draft: Draft): Span | undefined {
  const { text } = draft;
  const messages = readMessages(draft);
  const own = messages.find(({ shape }) => shape === 'own');
  if (own === undefined && messages.length > 0) return undefined;
  const first = draft.blocks.find(({ type }) => type !== 'subject');
  const above = [
    ...draft.regions.filter(({ type }) => type === 'header' || type === 'front-matter'),
    ...draft.blocks.filter(({ type }) => type === 'subject'),
  ].filter((one) => one.end <= (first?.start ?? text.length));
  const start = Math.max(0, ...above.map(({ end }) => end));
  const after = (offset: number) => offset > Math.max(start, own?.body[0]?.start ?? 0);
  const ends = [
    ...messages.filter((one) => one !== own).map((message) => message.start),
    ...draft.regions.filter(({ type }) => CLOSING.has(type)).map((region) => region.start),
    ...draft.blocks.filter(({ type }) => type === 'sign-off').map((block) => block.start),
  ].filter(after);
  const stop = Math.min(text.length, ...ends);
  const from = text.slice(start, stop).search(/\S/);
  const written = text.slice(0, stop).trimEnd().length;
  return { start: from < 0 ? stop : start + from, end: Math.max(start, written) };
}

const CLOSING = new Set(['quoted', 'forwarded', 'attribution', 'signature']);

function isTaken({ regions }: Draft, offset: number): boolean {
  return regions.some(({ start, end }) => start < offset && offset < end);
}
