import type { BalanceView } from '../../src/sidebar/view';
import { svg } from '../dom';
import type { Page } from '../page';
import { drawOnce, label } from './canvas';

export interface BalanceRow {
  readonly id: string;
  readonly title: string;
  readonly me: number;
  readonly them: number;
}

export function balanceRows({ me, them }: BalanceView, page: Page): BalanceRow[] {
  const row = (id: keyof BalanceView['me'], title: string) => ({ id, title, me: me[id], them: them[id] });
  return [
    row('gives', page.text('balanceGives')),
    row('untied', page.text('balanceUntied')),
    row('asks', page.text('balanceAsks')),
    row('questions', page.text('balanceQuestions')),
    row('thanks', page.text('balanceThanks')),
  ];
}

const HEAD = 18;
const ROW = 34;

/** What each side gave and asked, as bars from the middle: own ones filled to the left, theirs outlined to the right. */
export function drawBalance(
  host: HTMLElement,
  rows: readonly BalanceRow[],
  width: number,
  me: string,
  them: string,
): void {
  const height = HEAD + rows.length * ROW;
  drawOnce(host, rows, width, height, () => {
    const middle = width / 2;
    const most = Math.max(1, ...rows.flatMap((row) => [row.me, row.them]));
    const length = (count: number) => (count / most) * (middle - 32);
    return [
      label(me, middle - 8, 12, 'end'),
      label(them, middle + 8, 12, 'start'),
      svg('line', { class: 'axis', x1: middle, x2: middle, y1: HEAD, y2: height }),
      ...rows.flatMap((row, index) => {
        const y = HEAD + index * ROW;
        const left = length(row.me);
        const right = length(row.them);
        return [
          label(row.title, middle + 6, y + 12, 'start'),
          svg('rect', { class: 'mine', x: (middle - left).toFixed(1), y: y + 17, width: left.toFixed(1), height: 11 }),
          svg('rect', { class: 'theirs', x: middle.toFixed(1), y: y + 17, width: right.toFixed(1), height: 11 }),
          label(String(row.me), middle - left - 5, y + 27, 'end'),
          label(String(row.them), middle + right + 5, y + 27, 'start'),
        ];
      }),
    ];
  });
}
