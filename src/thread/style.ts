import type { LabelledSentence } from './dialogueActs';
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

const counted: readonly (readonly [StyleMeasure, RegExp])[] = [
  ['i', /\b(?:i|i'm|i've|i'd|i'll|me|my|mine|myself|im|ive)\b/gi],
  ['we', /\b(?:we|we're|we've|we'd|we'll|us|our|ours|ourselves)\b/gi],
  ['you', /\b(?:you|you're|you've|you'd|you'll|your|yours|u|ur)\b/gi],
  [
    'third',
    /\b(?:he|she|they|he's|she's|they're|they've|they'd|he'd|she'd|they'll|he'll|she'll|him|her|them|his|hers|their|theirs)\b/gi,
  ],
  [
    'years',
    /\b(?:(?:19|20)\d\d|years?|decades?|ago|since|before|used to|last time|once|always|again|then|remember|forty|thirty|twenty)\b/gi,
  ],
  [
    'past',
    /\b(?:was|were|had|did|said|told|went|came|got|took|gave|made|knew|thought|found|left|kept|put|sat|wrote|asked|promised)\b/gi,
  ],
  ['future', /\b(?:will|'ll|shall|going to|next|soon|later|tomorrow|after|when|until|once)\b/gi],
  ['negation', /\b(?:not|no|never|nothing|nobody|none|nor|neither|nowhere|cannot)\b|n[’']t\b/gi],
  ['exclamation', /!|\p{Extended_Pictographic}/gu],
  [
    'warmth',
    /\b(?:lovely|great|wonderful|glad|happy|nice|kind|kindly|beautiful|brilliant|delighted|thanks?|thank you|cheers|dear|enjoyed|love|fab|splendid|good|hope|welcome|pleasure|warm|best)\b|\bx+\b|:\)/gi,
  ],
  [
    'social',
    /\b(?:wife|husband|mother|father|mum|mam|mom|dad|son|daughter|kids?|children|family|dog|cat|garden|weather|rain|sun|summer|spring|winter|holidays?|birthday|tea|coffee|soup|cake|lunch|dinner|drink|pint|wedding|baby|walk|weekend|easter|christmas|photos?|football|church|choir)\b/gi,
  ],
  [
    'hedges',
    /\b(?:maybe|perhaps|might|possibly|probably|sort of|kind of|i suppose|i guess|rather|bit|seems?|suppose|would|could|somewhat|almost|quite)\b/gi,
  ],
  [
    'agentless',
    /\b(?:it's been|is being|has been|have been|been (?:put|passed|sent|taken|raised|noted|looked|walked)|it sits|it goes|comes? back|gone (?:in|up|to)|being|get(?:s)? (?:looked|signed|passed))\b/gi,
  ],
  ['if', /\b(?:if|unless|whether|provided|suppose|supposing|otherwise)\b/gi],
  ['but', /\b(?:but|though|although|however|only|yet|still|except)\b/gi],
  ['reported', /\b(?:says?|said|tells?|told|asked|asks|thinks?|wants?|wanted|feels?|reckons?|heard|according)\b/gi],
  ['sorry', /\b(?:sorry|apologies|apologi[sz]e|forgive|afraid|pardon|excuse|confess|ashamed)\b/gi],
  ['please', /\b(?:please|kindly|could you|can you|would you|pls|request)\b/gi],
];

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
