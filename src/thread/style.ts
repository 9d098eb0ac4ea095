import type { LabelledSentence } from './dialogueActs';
import source from './styleWords.yaml';
import type { Message, Side } from './thread';

/** How one side writes: counts per hundred words, or per message where the name says so. */
export type Style = Readonly<Record<StyleMeasure, number>>;

export const styleMeasures = [
  'i',
  'we',
  'you',
  'third',
  'names',
  'years',
  'past',
  'future',
  'negation',
  'exclamation',
  'warmth',
  'social',
  'hedges',
  'agentless',
  'if',
  'but',
  'reported',
  'sorry',
  'please',
  'quick',
  'length',
  'odd-hours',
] as const;
export type StyleMeasure = (typeof styleMeasures)[number];

const counted = Object.entries(source as Record<string, string>).map(
  ([measure, pattern]) =>
    [measure as StyleMeasure, new RegExp(pattern, measure === 'exclamation' ? 'gu' : 'gi')] as const,
);

/** Measures how `side` writes; `undefined` when it wrote nothing. */
export function readStyle(
  messages: readonly Message[],
  sentences: readonly LabelledSentence[],
  side: Side,
): Style | undefined {
  const own = messages.filter((message) => message.side === side);
  const words = own.reduce((sum, message) => sum + message.words, 0);
  if (words === 0) return undefined;
  const text = sentences.filter(({ by }) => by === side).map((sentence) => sentence.text.replaceAll('’', "'"));
  const style: Partial<Record<StyleMeasure, number>> = {};
  // A few words more, so that a very short text does not swing from one extreme to the other.
  const hundreds = (words + 30) / 100;
  for (const [name, pattern] of counted) {
    let count = 0;
    for (const line of text) count += line.match(pattern)?.length ?? 0;
    style[name] = count / hundreds;
  }
  let names = 0;
  for (const line of text) names += line.match(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}+/gu)?.length ?? 0;
  style.names = names / hundreds;
  style.quick = own.filter((message) => message.words <= 7).length / own.length;
  style.length = Math.log(words / own.length);
  style['odd-hours'] = own.filter(({ dateText }) => isOddHour(dateText)).length / own.length;
  return style as Style;
}

/** Written late at night or before the day begins, by the writer's own clock. */
function isOddHour(dateText = ''): boolean {
  const match = /\b(\d{1,2})[:.](\d{2})(?::\d{2})?\s*([ap])?\.?(?:m\b)?/i.exec(dateText);
  if (match === null) return false;
  const half = match[3]?.toLowerCase();
  const hour = (Number(match[1]) % (half === undefined ? 24 : 12)) + (half === 'p' ? 12 : 0);
  return hour >= 22 || hour < 6;
}
