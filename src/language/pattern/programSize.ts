import type { Item } from './patternItems';

/** Steps that the program of one pattern may have. The largest built-in one has some 500. */
export const MOST_STEPS = 1_000;

/** How many steps the program of a pattern will have, known before it is made: counts within counts multiply. */
export function stepsOf(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + stepsOfItem(item), 0);
}

// Patterns share the items of the lists that they name.
const known = new WeakMap<Item, number>();

function stepsOfItem(item: Item): number {
  if (item.type !== 'repeat' && item.type !== 'choice') return 1;
  let steps = known.get(item);
  if (steps === undefined) {
    steps =
      item.type === 'repeat'
        ? item.max * (1 + stepsOfItem(item.item))
        : item.ways.reduce((sum, way) => sum + stepsOf(way), 1);
    known.set(item, steps);
  }
  return steps;
}
