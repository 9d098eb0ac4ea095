import { afterLineBreak, nextTextLine } from '../lines/lines';
import { assemble } from './assemble';
import type { Change, DocumentIdentity, Draft, Format } from './draft';
import { findEdit } from './edit';
import { formatOf } from './format';
import { moveUnit, readUnit, type Unit } from './segment';

/** Reads a document. Never throws; a binary file gives a draft without blocks. */
export function readDraft(text: string, identity: DocumentIdentity): Draft {
  const format = formatOf(text, identity);
  const units: Unit[] = [];
  if (!isBinary(text)) readOn(text, format, units);
  return remember(assemble(text, identity, format, units), identity, units);
}

/**
 * Reads `newText`, which `draft` became by `changes`. Only passages that the changes touch are read again; a block
 * that did not change is the same object, or a copy with the same `text` and `masks` where it moved. The result
 * equals `readDraft(newText)` whatever `changes` say: changes that do not lead to `newText` only cost time.
 */
export function updateDraft(draft: Draft, newText: string, changes: readonly Change[]): Draft {
  const memory = memories.get(draft);
  if (memory === undefined) return readDraft(newText, {});
  if (newText === draft.text) return draft;
  const { identity, units: old } = memory;
  const format = formatOf(newText, identity);
  if (format !== draft.format || old.length === 0 || isBinary(newText)) return readDraft(newText, identity);
  const edit = findEdit(draft.text, newText, changes);
  const touched = old.findIndex((unit) => unit.reach >= edit.start);
  const units = old.slice(0, touched < 0 ? old.length - 1 : touched);
  readOn(newText, format, units, { units: old, from: edit.oldEnd, shift: edit.newEnd - edit.oldEnd });
  return remember(assemble(newText, identity, format, units), identity, units);
}

/** How many passages updates have read again so far: lets a test count the work that an edit costs. */
export const readStatistics = { passagesReadAgain: 0 };

interface Memory {
  readonly identity: DocumentIdentity;
  readonly units: readonly Unit[];
}

/** What was read of a draft stays beside it, for its next version only. */
const memories = new WeakMap<Draft, Memory>();

function remember(draft: Draft, identity: DocumentIdentity, units: readonly Unit[]): Draft {
  memories.set(draft, { identity, units });
  return draft;
}

/** Units of the text before an edit; those that begin at or after `from` are unchanged but moved by `shift`. */
interface Former {
  readonly units: readonly Unit[];
  readonly from: number;
  readonly shift: number;
}

/** Reads on behind the last of `units`, until the end or until the former units go on in the same way. */
function readOn(text: string, format: Format, units: Unit[], former?: Former): void {
  let last = units.at(-1);
  let candidate = units.length;
  for (;;) {
    const at = nextTextLine(text, last === undefined ? 0 : afterLineBreak(text, last.end));
    if (at >= text.length) return;
    const zone = last?.after ?? 'start';
    if (former !== undefined && last !== undefined) {
      while (candidate < former.units.length && former.units[candidate]!.start + former.shift < at) candidate++;
      const same = former.units[candidate];
      if (same !== undefined && same.start >= former.from && same.start + former.shift === at && same.before === zone) {
        for (let index = candidate; index < former.units.length; index++)
          units.push(moveUnit(former.units[index]!, former.shift));
        return;
      }
    }
    if (former !== undefined) readStatistics.passagesReadAgain++;
    last = readUnit(text, at, zone, format, former !== undefined);
    units.push(last);
  }
}

function isBinary(text: string): boolean {
  return text.includes('\0');
}
