import type { ThreadMetrics } from './threadMetrics';

export interface Condition {
  readonly name: string;
  readonly compare: '<=' | '>=' | '=' | '<' | '>';
  readonly value: number;
}

/**
 * Reads "our-concessions-free >= 2 and their-concessions = 0".
 *
 * @throws Error with the part that cannot be read
 */
export function readConditions(source: string): Condition[] {
  return source.split(' and ').map((part) => {
    const match = /^([a-z-]+)\s*(<=|>=|=|<|>)\s*(\d+(?:\.\d+)?)$/.exec(part.trim());
    if (match === null) throw new Error(`“${part}” is not a condition such as “their-questions-unanswered >= 2”`);
    return { name: match[1]!, compare: match[2] as Condition['compare'], value: Number(match[3]) };
  });
}

export function meets(shape: ThreadMetrics, { name, compare, value }: Condition): boolean {
  const actual = shape.values.get(name);
  if (actual === undefined) return false;
  switch (compare) {
    case '<=':
      return actual <= value;
    case '>=':
      return actual >= value;
    case '<':
      return actual < value;
    case '>':
      return actual > value;
    default:
      return actual === value;
  }
}
