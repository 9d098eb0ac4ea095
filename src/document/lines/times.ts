import type { Span } from '../draft/draft';
import { ZONES } from './dateWords';

const CLOCK =
  '(?<![\\d:.,/])(?:(?<halfBefore>[上下]午|午[前後]|오[전후])[ ]?)?(?<hour>[01]?\\d|2[0-4])(?:(?<sep>[:.hu：時时시])[ ]?(?<minute>[0-5]\\d)[分분]?(?::[0-5]\\d)?(?:[ \\t\\u00a0\\u202f]?(?<half>[apAP])(?:\\.[ \\u00a0\\u202f]?)?[mM]\\.?)?|[ \\t\\u00a0\\u202f]?(?<half2>[apAP])\\.?[mM]\\.?)(?:[ \\u00a0\\u202f]?(?<halfBehind>[πμΠΜ]\\.?[μΜ]\\.?|[صم](?!\\p{L})|ÖÖ|ÖS|SA|CH))?(?![\\d\\p{Lu}\\p{Ll}])';

/** A clock time: `9:41`, `17.05`, `9h30`, `9 pm`, `오전 10:12`, `下午5:30`, `10:12 μ.μ.`. */
export const TIME = new RegExp(CLOCK, 'u');

/** Words between a date and its time are small ones ("at", "um", "klo", "в", "г. о"), or stand in a script without capitals. */
const AFTER = new RegExp(
  `^(?<glue>[ \\t\\u00a0\\u202f,，、;|·•@(.–-]{0,3}(?:(?:\\p{Ll}{1,9}|(?![上下午오])[\\p{Lo}\\p{M}]{1,8})\\.?[ \\t\\u00a0,:-]{0,2}){0,3})${CLOCK}(?:[ \\t]?Uhr)?(?:[ \\t\\u00a0]{0,2}(?<zone>(?:GMT|UTC)?[+-]\\d{2}:?\\d{2}|(?:GMT|UTC)[ ]?[+-]\\d{1,2}(?![\\d:])|[A-Z]{2,5}(?![\\p{L}:])|Z(?!\\p{L})))?`,
  'u',
);
const BEFORE = new RegExp(`${CLOCK}(?:[ ]?Uhr)?(?:,|[ \\t]*(?:on|am|den|le|el|il)|[ \\t]*)[ \\t]*$`, 'u');
const DOTTED = /^[\s,]*$|(?:^|[\s,])(?:kl|klo|om|um|ore|alle|pukul|at|ob|o|в|о|u|v|la|o godz)\.?[\s]*$/;
const AFTERNOON = /^(?:下午|午後|오후|[μΜ]|م|ÖS|CH)/;

/** The time of day beside the date `start..end`, with its zone. */
export function timeBeside(
  text: string,
  start: number,
  end: number,
): (Span & { readonly minutes: number; readonly zone?: number }) | undefined {
  const after = AFTER.exec(text.slice(end, end + 60));
  if (after !== null && (after.groups?.sep !== '.' || DOTTED.test(after.groups.glue ?? ''))) {
    const minutes = minutesOf(after);
    const named = after.groups?.zone;
    const zone = named === undefined ? undefined : zoneOf(named);
    if (minutes !== undefined) {
      const length = zone === undefined && named !== undefined ? after[0].length - named.length : after[0].length;
      const stop = end + text.slice(end, end + length).trimEnd().length;
      return zone === undefined ? { start, end: stop, minutes } : { start, end: stop, minutes, zone };
    }
  }
  const before = BEFORE.exec(text.slice(Math.max(0, start - 24), start));
  const minutes = before === null ? undefined : minutesOf(before);
  return before === null || minutes === undefined ? undefined : { start: start - before[0].length, end, minutes };
}

/** Minutes since midnight of a match of `TIME`. */
export function minutesOf(match: RegExpExecArray): number | undefined {
  const { hour, minute, half, half2, sep, halfBefore, halfBehind } = match.groups ?? {};
  const latin = half ?? half2;
  const hours = Number(hour);
  if (sep === '.' && latin === undefined && minute === undefined) return undefined;
  const other = halfBefore ?? halfBehind;
  const pm =
    latin !== undefined ? latin.toLowerCase() === 'p' : other === undefined ? undefined : AFTERNOON.test(other);
  const said = hours * 60 + Number(minute ?? 0);
  if (pm === undefined || hours > 12) return hours > 24 ? undefined : said;
  return ((hours % 12) + (pm ? 12 : 0)) * 60 + Number(minute ?? 0);
}

function zoneOf(name: string): number | undefined {
  const offset = /([+-])(\d{1,2})(?::?(\d\d))?$/.exec(name);
  if (offset === null) return ZONES[name];
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  return offset[1] === '-' ? -minutes : minutes;
}
