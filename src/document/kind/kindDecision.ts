import type { DocumentIdentity, Format, KindVerdict } from '../draft/draft';
import type { TextVerdict } from './kindClassifier';
import { kindFeatureSource } from './kindFeatureSource';
import { kindOfPath } from './kindOfPath';

export interface KindQuestion {
  readonly identity: DocumentIdentity;
  readonly format: Format;
  readonly marked: KindVerdict['marked'];
  /** Reads the text for its kind; asked only where nothing else decides. */
  readonly textVerdict: () => TextVerdict;
}

/** Decides what the document is, in this order: the user, language, front matter, name and folder, text. */
export function decideKind({ identity, format, marked, textVerdict }: KindQuestion): KindVerdict {
  const mark = marked === undefined ? {} : { marked };
  if (identity.kind !== undefined) return { kind: identity.kind, reason: 'user', ...mark };
  const language = identity.languageId;
  if (language === 'email') return { kind: 'email', reason: 'language', ...mark };
  if (marked === 'email' || marked === 'proposal') return { kind: marked, reason: 'front-matter', marked };
  if (marked === 'off') return { kind: 'other', reason: 'front-matter', marked };
  if (language !== undefined && !PROSE_LANGUAGES.has(language)) return { kind: 'other', reason: 'language' };
  const named = kindOfPath(identity.path);
  if (named !== undefined) return named;
  if (format === 'email') return { kind: 'email', reason: 'headers' };
  const { kind, confidence, signs } = textVerdict();
  return { kind, reason: 'text', confidence, signs };
}

/** The reason of a verdict in plain English: "reads like a mail: greeting, sign-off". */
export function describeKindReason({ kind, reason, signs = [] }: KindVerdict): string {
  const { reasons, likeness } = kindFeatureSource;
  if (reason !== 'text') return reasons[reason] ?? reason;
  return signs.length === 0 ? (likeness[kind] as string) : `${likeness[kind]}: ${signs.join(', ')}`;
}

const PROSE_LANGUAGES = new Set([
  'markdown',
  'plaintext',
  'email',
  'mdx',
  'text',
  'asciidoc',
  'restructuredtext',
  'org',
  '',
]);
