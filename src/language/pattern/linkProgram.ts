import type { Node } from '../pattern';
import { numberWord } from '../vocabulary';
import { type Item, PatternError } from './patternItems';

/** The steps of the matcher for what was read, and after them `next`. */
export function link(items: readonly Item[], next: Node): Node {
  return items.reduceRight((after, item) => linkItem(item, after), next);
}

function linkItem(item: Item, next: Node): Node {
  switch (item.type) {
    case 'word':
    case 'not':
      item.numbers ??= new Set(item.words.map(numberWord));
      if (item.type === 'word' && item.words.length === 1) return { op: 'one', word: numberWord(item.words[0]!), next };
      return { op: item.type, words: item.numbers, next };
    case 'written': {
      const { written } = item;
      return { op: 'written', written, first: numberWord(written.words[0]!), next };
    }
    case 'any':
      return { op: 'any', next };
    case 'kind':
      return { op: 'kind', bits: item.bits, next };
    case 'tag':
      return { op: 'tag', tag: item.tag, next };
    case 'gap':
      return { op: 'gap', min: item.min, max: item.max, next };
    case 'choice':
      return split(item.ways.map((way) => link(way, next)));
    case 'repeat': {
      let node = next;
      for (let count = item.max; count > 0; count--) {
        const once = linkItem(item.item, node);
        node = count > item.min ? split([once, next]) : once;
      }
      return node;
    }
    case 'open':
    case 'close':
      return { op: item.type, slot: slotOf(item.name), next };
    default:
      return { op: item.type, next };
  }
}

function split(ways: Node[]): Node {
  return { op: 'split', ways, visits: 0, byWord: undefined, others: ways };
}

// Parts of a match are kept by number; the part without a name, which a finding marks, is the first.
const partNames: string[] = [''];

function slotOf(name: string): number {
  const known = partNames.indexOf(name);
  if (known >= 0) return known;
  if (partNames.length >= MAX_PARTS) throw new PatternError(`“<${name}>” is one name for a part too many`);
  return partNames.push(name) - 1;
}

const MAX_PARTS = 64;

/** Name of a part of a match by its number. */
export function partName(slot: number): string {
  return partNames[slot]!;
}

const slotsOfPrograms = new WeakMap<Node, readonly number[]>();

/** Numbers of the parts that a program may keep. */
export function slotsIn(program: Node): readonly number[] {
  let slots = slotsOfPrograms.get(program);
  if (slots === undefined) {
    const found = new Set<number>();
    collectSlots(program, found, new Set());
    slots = [...found];
    slotsOfPrograms.set(program, slots);
  }
  return slots;
}

function collectSlots(node: Node, into: Set<number>, seen: Set<Node>): void {
  if (seen.has(node)) return;
  seen.add(node);
  if (node.op === 'open') into.add(node.slot);
  if (node.op === 'split') for (const way of node.ways) collectSlots(way, into, seen);
  else if (node.op !== 'accept') collectSlots(node.next, into, seen);
}
