import { afterLineBreak, nextTextLine } from '../lines/lines';
import { assemble, kindVector } from './assemble';
import type { Change, DocumentIdentity, Draft, Format } from './draft';
import { findEdit } from './edit';
import { formatOf } from './format';
import { moveSegment, readSegment, type Segment } from './segment';

/** Reads a document. Never throws; a binary file gives a draft without blocks. */
export function readDraft(text: string, identity: DocumentIdentity): Draft {
  const format = formatOf(text, identity);
  const segments: Segment[] = [];
  if (!isBinary(text)) readOn(text, format, segments);
  return remember(assemble(text, identity, format, segments), identity, segments);
}

/**
 * Reads `newText`, which `draft` became by `changes`. Only segments that the changes touch are read again; a block
 * that did not change is the same object, or a copy with the same `text` and `masks` where it moved. The result
 * equals `readDraft(newText)` whatever `changes` say: changes that do not lead to `newText` only cost time.
 */
export function updateDraft(draft: Draft, newText: string, changes: readonly Change[]): Draft {
  const memory = memories.get(draft);
  if (memory === undefined) return readDraft(newText, {});
  if (newText === draft.text) return draft;
  const { identity, segments: old } = memory;
  const format = formatOf(newText, identity);
  if (format !== draft.format || old.length === 0 || isBinary(newText)) return readDraft(newText, identity);
  const edit = findEdit(draft.text, newText, changes);
  const touched = old.findIndex((segment) => segment.reach >= edit.start);
  const segments = old.slice(0, touched < 0 ? old.length - 1 : touched);
  readOn(newText, format, segments, { segments: old, from: edit.oldEnd, shift: edit.newEnd - edit.oldEnd });
  return remember(assemble(newText, identity, format, segments), identity, segments);
}

/** The features that tell the kind of a document, for those who fit or explain the weights. */
export function kindVectorOf(draft: Draft): number[] {
  return kindVector(draft.text, memories.get(draft)?.segments ?? [], draft.regions[0]);
}

/** How many segments updates have read again so far: lets a test count the work that an edit costs. */
export const readStatistics = { segmentsReadAgain: 0 };

interface Memory {
  readonly identity: DocumentIdentity;
  readonly segments: readonly Segment[];
}

/** What was read of a draft stays beside it, for its next version only. */
const memories = new WeakMap<Draft, Memory>();

function remember(draft: Draft, identity: DocumentIdentity, segments: readonly Segment[]): Draft {
  memories.set(draft, { identity, segments });
  return draft;
}

/** Segments of the text before an edit; those that begin at or after `from` are unchanged but moved by `shift`. */
interface Former {
  readonly segments: readonly Segment[];
  readonly from: number;
  readonly shift: number;
}

/** Reads on behind the last of `segments`, until the end or until the former segments go on in the same way. */
function readOn(text: string, format: Format, segments: Segment[], former?: Former): void {
  let last = segments.at(-1);
  let candidate = segments.length;
  for (;;) {
    const at = nextTextLine(text, last === undefined ? 0 : afterLineBreak(text, last.end));
    if (at >= text.length) return;
    const state = last?.after ?? 'start';
    if (former !== undefined && last !== undefined) {
      while (candidate < former.segments.length && former.segments[candidate]!.start + former.shift < at) candidate++;
      const same = former.segments[candidate];
      if (
        same !== undefined &&
        same.start >= former.from &&
        same.start + former.shift === at &&
        same.before === state
      ) {
        for (let index = candidate; index < former.segments.length; index++)
          segments.push(moveSegment(former.segments[index]!, former.shift));
        return;
      }
    }
    if (former !== undefined) readStatistics.segmentsReadAgain++;
    last = readSegment(text, at, state, format, former !== undefined);
    segments.push(last);
  }
}

function isBinary(text: string): boolean {
  return text.includes('\0');
}
