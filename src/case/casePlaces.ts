import type { Draft } from '../document/draft/draft';
import { basesOf } from './caseReading';

/** A stretch of one document of a case, in UTF-16 code units. */
export interface CasePlace<Document> {
  readonly document: Document;
  readonly start: number;
  readonly end: number;
}

/** Finds the document that a stretch of the case's reading is in; `undefined` when it is in none. */
export function findPlace<Document extends { readonly draft: Draft }>(
  documents: readonly Document[],
  start: number,
  end: number,
): CasePlace<Document> | undefined {
  const bases = basesOf(documents.map(({ draft }) => draft.text.length));
  const index = bases.findLastIndex((base) => base <= start);
  const document = documents[index];
  if (document === undefined) return undefined;
  const from = start - bases[index]!;
  const to = end - bases[index]!;
  return to > document.draft.text.length ? undefined : { document, start: from, end: to };
}

/** Line starts of the texts in use, so that many places are found in one pass. */
const starts = new WeakMap<Draft, readonly number[]>();

/** The line, from one, of an offset of a draft. */
export function lineAt(draft: Draft, offset: number): number {
  let lines = starts.get(draft);
  if (lines === undefined) {
    lines = [0, ...[...draft.text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    starts.set(draft, lines);
  }
  let low = 0;
  let high = lines.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lines[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
