import source from './references.yaml';

export interface Reference {
  /** As it is named where there is little room. */
  readonly short: string;
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly in?: string;
  readonly doi?: string;
  readonly publisher?: string;
  /** What kind of evidence it is. */
  readonly kind: string;
}

export const references = source as Readonly<Record<string, Reference>>;

/** How a source of a rule is named where there is little room; a source that is no key is shown as it is written. */
export function shortReference(key: string): string {
  return Object.hasOwn(references, key) ? references[key]!.short : key;
}

/** A source of a rule in full, in Markdown. */
export function fullReference(key: string): string {
  if (!Object.hasOwn(references, key)) return key;
  const { authors, year, title, in: journal, publisher, doi, kind } = references[key]!;
  const where = [journal, publisher].filter((part) => part !== undefined).join(', ');
  return `${authors} (${year}). ${title}. ${where}.${doi === undefined ? '' : ` https://doi.org/${doi}`} (${kind})`;
}
