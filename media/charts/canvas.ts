import { svg } from '../dom';

/** Draws anew only when something has changed. The words beside a picture say the same, so readers aloud pass it over. */
export function drawOnce(
  host: HTMLElement,
  key: unknown,
  width: number,
  height: number,
  draw: () => SVGElement[],
): void {
  const drawn = JSON.stringify([key, width]);
  if (host.dataset.drawn === drawn) return;
  host.dataset.drawn = drawn;
  host.replaceChildren(
    svg(
      'svg',
      { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false' },
      ...draw(),
    ),
  );
}

export function label(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end' = 'start'): SVGElement {
  return svg('text', { x: Math.round(x), y: Math.round(y), 'text-anchor': anchor }, text);
}
