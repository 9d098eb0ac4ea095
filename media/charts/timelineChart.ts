import type { TimelineMessage } from '../../src/sidebar/view';
import { svg } from '../dom';
import { drawOnce, label } from './canvas';

interface Words {
  gap(days: number): string;
  readonly me: string;
  readonly them: string;
}

const HEAD = 18;
/** A silence that is drawn, in days. */
const LONG = 3;
/** Of so many messages each has a row of its own to read; of more they stand closer. */
const FEW = 30;

/** From top to bottom in time: own messages to the left of the middle, theirs to the right, long silences between them. */
export function drawTimeline(
  host: HTMLElement,
  messages: readonly TimelineMessage[],
  width: number,
  words: Words,
): void {
  const row = messages.length > FEW ? 9 : 20;
  const middle = width / 2;
  const most = Math.max(40, ...messages.map((message) => Math.sqrt(message.words) * 10));
  let height = HEAD;
  const tops = messages.map(({ gapDays = 0 }, index) => {
    if (index > 0 && gapDays >= LONG) height += gapHeight(gapDays);
    const top = height;
    height += row;
    return top;
  });
  drawOnce(host, messages, width, height + 4, () => {
    const nodes = [
      label(words.me, middle - 8, 12, 'end'),
      label(words.them, middle + 8, 12, 'start'),
      svg('line', { class: 'axis', x1: middle, x2: middle, y1: HEAD - 2, y2: height }),
    ];
    messages.forEach((message, index) => {
      const top = tops[index]!;
      const { gapDays = 0 } = message;
      if (index > 0 && gapDays >= LONG) {
        const y = top - gapHeight(gapDays) / 2 - 2;
        const text = words.gap(gapDays);
        const half = text.length * 3.6;
        nodes.push(
          svg('line', { class: 'gap', x1: 4, x2: Math.max(4, middle - half), y1: y, y2: y }),
          svg('line', { class: 'gap', x1: Math.min(width - 4, middle + half), x2: width - 4, y1: y, y2: y }),
          label(text, middle, y + 4, 'middle'),
        );
      }
      nodes.push(...box(message, top, row, middle, most));
    });
    return nodes;
  });
}

function box(message: TimelineMessage, top: number, row: number, middle: number, most: number): SVGElement[] {
  const length = Math.max(4, ((Math.sqrt(message.words) * 10) / most) * (middle - 40));
  const right = message.by === 'them';
  const x = message.by === 'unknown' ? middle - length / 2 : right ? middle + 4 : middle - 4 - length;
  const nodes = [
    svg('rect', {
      class: right ? 'theirs' : message.by === 'me' ? 'mine' : 'unknown',
      x: x.toFixed(1),
      y: top + 2,
      width: length.toFixed(1),
      height: row - 4,
      rx: 2,
    }),
  ];
  const outside = right ? x + length + 6 : x - 6;
  const step = right ? 8 : -8;
  for (let index = 0; index < Math.min(3, message.heat); index++) {
    const at = outside + index * step;
    const middleY = top + row / 2;
    nodes.push(
      svg('path', { class: 'heat', d: `M${at} ${middleY - 5}L${at + 4} ${middleY + 4}L${at - 4} ${middleY + 4}Z` }),
    );
  }
  return nodes;
}

/** Longer silences are taller, by less and less. */
function gapHeight(days: number): number {
  return Math.min(48, 12 + 6 * Math.log2(days));
}
