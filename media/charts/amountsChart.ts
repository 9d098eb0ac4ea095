import type { TimelineView } from '../../src/sidebar/view';
import { svg } from '../dom';
import { drawOnce, label } from './canvas';

const HEIGHT = 96;
const EDGE = 14;

/** How the figures of both sides moved: own ones as filled dots on a line, theirs as open squares on a dashed line. */
export function drawSums(host: HTMLElement, sums: TimelineView['sums'], messages: number, width: number): void {
  drawOnce(host, [sums, messages], width, HEIGHT, () => {
    const values = sums.map(({ value }) => value);
    const low = Math.min(...values);
    const span = Math.max(...values) - low || 1;
    const x = (message: number) => EDGE + ((width - 2 * EDGE) * message) / Math.max(1, messages - 1);
    const y = (value: number) => HEIGHT - 22 - ((value - low) / span) * (HEIGHT - 44);
    return (['me', 'them'] as const).flatMap((side) => {
      const own = sums.filter(({ by }) => by === side);
      const kind = side === 'me' ? 'mine' : 'theirs';
      const line = own.map(({ message, value }) => `${x(message).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
      const marks = own.map(({ message, value }) =>
        side === 'me'
          ? svg('circle', { class: kind, cx: x(message).toFixed(1), cy: y(value).toFixed(1), r: 4 })
          : svg('rect', {
              class: kind,
              x: (x(message) - 4).toFixed(1),
              y: (y(value) - 4).toFixed(1),
              width: 8,
              height: 8,
            }),
      );
      const ends = [own[0], own.length > 1 ? own.at(-1) : undefined].flatMap((one) => {
        if (one === undefined) return [];
        const at = x(one.message);
        const anchor = at < width / 3 ? 'start' : at > (2 * width) / 3 ? 'end' : 'middle';
        return [label(one.text, at, y(one.value) + (side === 'me' ? -8 : 16), anchor)];
      });
      return [svg('polyline', { class: `line ${kind}-line`, points: line }), ...marks, ...ends];
    });
  });
}
