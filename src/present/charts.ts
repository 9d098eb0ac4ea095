import type { Diagnosis, MessageSummary } from '../diagnosis/diagnosis';
import type { Side } from '../thread/thread';

export function nameOf(by: Side): string {
  return by === 'me' ? 'You' : by === 'them' ? 'They' : 'Someone';
}

const WIDTH = 640;
const MARGIN = 24;
const MOST_DRAWN = 200;

/**
 * The messages along a line of time: those of the writer's side above, those of the other side below, taller the longer
 * they are. Colours come from the theme: `currentColor` and CSS variables with a fallback.
 */
export function timelineSvg(diagnosis: Diagnosis): string {
  const messages = diagnosis.messages.slice(-MOST_DRAWN);
  if (messages.length === 0) return '';
  const place = placer(messages);
  const longest = Math.max(1, ...messages.map(({ words }) => words));
  const marks = messages.map((message) => messageMark(message, place(message), longest));
  const gaps = messages.slice(1).flatMap((message, index) => {
    const { gapDays } = message;
    if (gapDays === undefined || gapDays < 7) return [];
    const middle = (place(messages[index]!) + place(message)) / 2;
    return [
      `<text x="${round(middle)}" y="78" text-anchor="middle" font-size="10" fill="currentColor" opacity="0.75">${Math.round(gapDays)} d</text>`,
    ];
  });
  return svg(
    150,
    'Messages in time',
    timelineText(diagnosis),
    [
      `<line x1="${MARGIN}" y1="84" x2="${WIDTH - MARGIN}" y2="84" stroke="currentColor" opacity="0.4"/>`,
      `<text x="${MARGIN}" y="14" font-size="11" fill="currentColor">You</text>`,
      `<text x="${MARGIN}" y="146" font-size="11" fill="currentColor">They</text>`,
      ...marks,
      ...gaps,
      ...figureMarks(diagnosis, messages, place),
    ].join(''),
  );
}

function messageMark(
  { by, words, heat, concessions, author, date }: MessageSummary,
  x: number,
  longest: number,
): string {
  const height = 6 + 44 * Math.sqrt(words / longest);
  const up = by !== 'them';
  const y = up ? 84 - height : 84;
  const colour =
    heat > 0
      ? 'var(--vscode-charts-red, currentColor)'
      : up
        ? 'var(--vscode-charts-blue, currentColor)'
        : 'var(--vscode-charts-orange, currentColor)';
  const title = [
    author || nameOf(by),
    date === undefined ? '' : new Date(date).toISOString().slice(0, 10),
    `${words} words`,
    heat > 0 ? 'with heat' : '',
    concessions > 0 ? 'gives something' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
  const gift =
    concessions > 0
      ? `<circle cx="${round(x)}" cy="${round(up ? y - 5 : y + height + 5)}" r="3" fill="none" stroke="currentColor"/>`
      : '';
  return `<g><title>${xml(title)}</title><rect x="${round(x - 3)}" y="${round(y)}" width="6" height="${round(height)}" rx="2" fill="${colour}"${by === 'unknown' ? ' opacity="0.5"' : ''}/>${gift}</g>`;
}

/** Where a message stands: by date when all are dated, else one after another. */
function placer(messages: readonly MessageSummary[]): (message: MessageSummary) => number {
  const wide = WIDTH - 2 * MARGIN - 12;
  const dates = messages.flatMap(({ date }) => (date === undefined ? [] : [date]));
  const first = dates[0];
  const span = first === undefined ? 0 : dates.at(-1)! - first;
  const offset = messages[0]!.index;
  const step = wide / Math.max(1, messages.length - 1);
  return ({ index, date }) => {
    const even = (index - offset) * step;
    // Half by date, half by order: messages of one day stay apart, and a silence still shows.
    const dated =
      dates.length === messages.length && span > 0 && date !== undefined ? ((date - first!) / span) * wide : even;
    return MARGIN + 6 + (even + dated) / 2;
  };
}

function figureMarks(
  diagnosis: Diagnosis,
  messages: readonly MessageSummary[],
  place: (message: MessageSummary) => number,
): string[] {
  return diagnosis.figures.slice(0, 30).flatMap(({ by, value, unit, message }) => {
    const at = messages.find(({ index }) => index === message);
    if (at === undefined) return [];
    const label = unit === 'percent' ? `${value} %` : value.toLocaleString('en');
    return [
      `<text x="${round(place(at))}" y="${by === 'them' ? 138 : 28}" text-anchor="middle" font-size="9" fill="currentColor">${xml(label)}</text>`,
    ];
  });
}

/** What the timeline shows, in words. */
export function timelineText({ messages, figures }: Pick<Diagnosis, 'messages' | 'figures'>): string {
  if (messages.length === 0) return 'There are no messages.';
  const mine = messages.filter(({ by }) => by === 'me').length;
  const theirs = messages.filter(({ by }) => by === 'them').length;
  const gap = messages.reduce<number>((most, { gapDays }) => Math.max(most, gapDays ?? 0), 0);
  let run = 0;
  for (let index = messages.length - 1; index >= 0 && messages[index]!.by === messages.at(-1)!.by; index--) run++;
  const last = messages.at(-1)!.by;
  return [
    `${messages.length} ${messages.length === 1 ? 'message' : 'messages'}, ${mine} of yours and ${theirs} of theirs.`,
    gap >= 1 ? `The longest silence is ${Math.round(gap)} ${Math.round(gap) === 1 ? 'day' : 'days'}.` : '',
    last === 'unknown' ? '' : `${nameOf(last)} wrote last${run > 1 ? `, ${times(run)} in a row` : ''}.`,
    moved(figures, 'me'),
    moved(figures, 'them'),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function moved(figures: Diagnosis['figures'], side: Side): string {
  const own = figures.filter(({ by }) => by === side);
  const first = own[0];
  const last = own.at(-1);
  if (first === undefined || last === undefined) return '';
  const whose = side === 'me' ? 'Your' : 'Their';
  const cents = first.unit === 'money' && own.some(({ value }) => !Number.isInteger(value)) ? 2 : 0;
  const show = (value: number) =>
    first.unit === 'percent' ? `${value} per cent` : value.toLocaleString('en', { minimumFractionDigits: cents });
  return first.value === last.value
    ? `${whose} figure stayed at ${show(last.value)}.`
    : `${whose} figure went from ${show(first.value)} to ${show(last.value)}.`;
}

interface Balance {
  readonly free: number;
  readonly tied: number;
}

function balanceOf({ concessions }: Pick<Diagnosis, 'concessions'>, side: Side): Balance {
  const own = concessions.filter(({ by }) => by === side);
  const tied = own.filter((given) => given.tied).length;
  return { tied, free: own.length - tied };
}

/** What each side gave: filled for free, outlined for something in return. */
export function balanceSvg(diagnosis: Pick<Diagnosis, 'concessions'>): string {
  const sides = (['me', 'them'] as const).map((side) => ({ side, ...balanceOf(diagnosis, side) }));
  const most = Math.max(1, ...sides.map(({ free, tied }) => free + tied));
  const unit = Math.min(40, (WIDTH - 120) / most);
  const rows = sides.map(({ side, free, tied }, row) => {
    const y = 24 + row * 34;
    const colour =
      side === 'me' ? 'var(--vscode-charts-blue, currentColor)' : 'var(--vscode-charts-orange, currentColor)';
    const boxes = Array.from({ length: Math.min(60, free + tied) }, (_, index) => {
      const style = index < free ? `fill="${colour}"` : `fill="none" stroke="${colour}" stroke-width="2"`;
      return `<rect x="${round(80 + index * unit)}" y="${y}" width="${round(unit - 4)}" height="20" rx="3" ${style}/>`;
    });
    return `<text x="${MARGIN}" y="${y + 14}" font-size="11" fill="currentColor">${nameOf(side)}</text>${boxes.join('')}`;
  });
  return svg(96, 'Give and take', balanceText(diagnosis), rows.join(''));
}

/** What the balance shows, in words. */
export function balanceText(diagnosis: Pick<Diagnosis, 'concessions'>): string {
  return (['me', 'them'] as const)
    .map((side) => {
      const { free, tied } = balanceOf(diagnosis, side);
      if (free + tied === 0) return `${nameOf(side)} gave nothing.`;
      const parts = [
        free > 0 ? `${times(free)} with nothing asked in return` : '',
        tied > 0 ? `${times(tied)} for something in return` : '',
      ];
      return `${nameOf(side)} gave ${parts.filter((part) => part !== '').join(' and ')}.`;
    })
    .join(' ');
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

function svg(height: number, title: string, description: string, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="inherit"><title>${xml(title)}</title><desc>${xml(description)}</desc>${content}</svg>`;
}

function xml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\p{Cc}/gu, ' ');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
