import type { TonePartView } from '../../src/sidebar/view';
import { svg } from '../dom';

const ROW = 18;

/** Each part of the tone as a bar from the middle: to the right what adds to the reading, to the left what takes away from it. */
export function drawTone(host: HTMLElement, parts: readonly TonePartView[]): void {
  const key = JSON.stringify(parts);
  if (host.dataset.drawn === key) return;
  host.dataset.drawn = key;
  const most = Math.max(0.1, ...parts.map(({ value }) => Math.abs(value)));
  const height = parts.length * ROW;
  const rows = parts.flatMap(({ value }, index) => {
    const length = (Math.abs(value) / most) * 46;
    const x = value > 0 ? 50 : 50 - length;
    return [
      svg('rect', {
        class: value > 0 ? 'mine' : 'theirs',
        x: x.toFixed(1),
        y: index * ROW + 4,
        width: length.toFixed(1),
        height: ROW - 8,
        'vector-effect': 'non-scaling-stroke',
      }),
    ];
  });
  const axis = svg('line', {
    class: 'axis',
    x1: 50,
    x2: 50,
    y1: 0,
    y2: height,
    'vector-effect': 'non-scaling-stroke',
  });
  // The list below says the same in words.
  const picture = svg(
    'svg',
    {
      viewBox: `0 0 100 ${height}`,
      preserveAspectRatio: 'none',
      class: 'wide',
      height,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    axis,
    ...rows,
  );
  host.replaceChildren(picture);
}
