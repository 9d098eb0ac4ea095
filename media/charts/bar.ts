import { setAttribute, svg } from '../dom';

/** A strip whose filled part is a share of it. The words beside it say the same, so it is hidden from readers aloud. */
export function bar(): SVGElement {
  return svg(
    'svg',
    { class: 'bar', viewBox: '0 0 100 6', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
    svg('rect', { class: 'bar-track', x: 0, y: 0, width: 100, height: 6 }),
    svg('rect', { class: 'bar-fill', x: 0, y: 0, width: 0, height: 6 }),
  );
}

export function setBar(strip: SVGElement, share: number): void {
  const width = Math.max(0, Math.min(100, share * 100)).toFixed(1);
  setAttribute(strip.lastElementChild!, 'width', width);
}
