/** How the characters of a document are to be read. */
export type Format = 'markdown' | 'plaintext' | 'email' | 'asciidoc' | 'restructuredtext' | 'org';

/** What the document is taken for. Only `email` and `proposal` are checked unless the user asks. */
export type Kind = 'email' | 'proposal' | 'other';

/** A half-open range in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type BlockType = 'paragraph' | 'heading' | 'list-item' | 'table-cell' | 'salutation' | 'sign-off' | 'subject';

/**
 * A stretch of the writer's own words: one paragraph, heading, list item or prose table cell.
 * `start` and `end` are offsets in the document; everything inside (`masks`) is relative to `start`,
 * so that a block moved by an edit elsewhere keeps its findings.
 */
export interface Block extends Span {
  readonly type: BlockType;
  /** The document text from `start` to `end`. */
  readonly text: string;
  /** Parts of `text` that are not the writer's words to check, in order, not overlapping. */
  readonly masks: readonly Mask[];
}

/**
 * `opaque`: stands for one unknown word (code, a link, quoted words, an address).
 * `skip`: carries no word (emphasis marks, list markers on a continuation line, an HTML comment).
 */
export interface Mask extends Span {
  readonly kind: 'opaque' | 'skip';
  /** The letter or apostrophe that a skipped stretch (`&rsquo;`) stands for. */
  readonly as?: string;
}

export type RegionType =
  | 'quoted'
  | 'forwarded'
  | 'code'
  | 'signature'
  | 'header'
  | 'front-matter'
  | 'table'
  | 'html'
  | 'link'
  | 'comment'
  | 'attribution';

/** A stretch that is never checked as the writer's words. */
export interface Region extends Span {
  readonly type: RegionType;
}

export interface Party {
  readonly name: string;
  readonly address?: string;
}

/**
 * One message found in the document: the writer's own (level 0, no header needed) or one of the quoted,
 * forwarded, commented or chat messages in it. `body` lists the ranges of its text line by line, quote marks and
 * headers left out; a message interrupted by an answer has several stretches.
 */
export interface RawMessage extends Span {
  readonly level: number;
  readonly from?: Party;
  readonly to?: readonly Party[];
  /** As written. */
  readonly dateText?: string;
  /** The day and time that the writer's clock showed, as milliseconds since 1970, where a date could be read. */
  readonly date?: number;
  /** Minutes that this clock was east of Greenwich, where the date says so. */
  readonly zone?: number;
  readonly subject?: string;
  readonly body: readonly Span[];
  readonly shape: 'own' | 'quoted' | 'forwarded' | 'headers' | 'chat' | 'comment' | 'note';
  /** The name that its greeting addresses ("Hi Ana,"), as written. */
  readonly greets?: string;
  /** The name that stands below its words, as written. */
  readonly signedBy?: string;
  /** The page that it was copied from says that the reader of the page got it ("to me"): its author is somebody else. */
  readonly reachedReader?: boolean;
  /** The mailbox that it was delivered to, where a header names one: the address of the reader. */
  readonly deliveredTo?: string;
  /** It has neither header nor date: the writer's own words, not yet sent, or a message just received without its head. */
  readonly unsent: boolean;
}

/** What an ignore comment can say. */
export const directiveTypes = ['disable-next-line', 'disable-line', 'disable', 'enable', 'disable-file'] as const;

/** An ignore comment in Markdown or HTML. No rules listed means all of them. */
export interface Directive extends Span {
  readonly type: (typeof directiveTypes)[number] | 'unknown';
  /** What stands behind `common-ground-`. */
  readonly written: string;
  readonly rules: readonly string[];
}

export interface KindVerdict {
  readonly kind: Kind;
  /** Key of the reason: 'user', 'language', 'front-matter', 'file-name', 'folder', 'headers', 'text'. */
  readonly reason: string;
  /** Where the text decided: 0 to 1, how sure that is. Below `UNSURE_KIND` a client may ask once. */
  readonly confidence?: number;
  /** Where the text decided: what weighs most, in plain English ('greeting', 'sign-off'), at most three. */
  readonly signs?: readonly string[];
  /** Set by front matter: `commonGround: email | proposal | off`. */
  readonly marked?: 'email' | 'proposal' | 'off';
}

/** Below this confidence about one of three such verdicts is wrong, so a client may ask the user once and remember. */
export const UNSURE_KIND = 0.7;

export interface Draft {
  readonly text: string;
  readonly format: Format;
  readonly kind: KindVerdict;
  /** The writer's own words in document order. */
  readonly blocks: readonly Block[];
  readonly regions: readonly Region[];
  readonly directives: readonly Directive[];
  /** Two or more marks of a formal notice: wording findings are switched off and the reader of the result is told. */
  readonly formalNotice: boolean;
}

/** Replace `start..end` of the old text by `text`. */
export interface Change extends Span {
  readonly text: string;
}

export interface DocumentIdentity {
  /** Path or name, `/`-separated; used for the kind only. */
  readonly path?: string;
  /** VS Code language id, when there is one. */
  readonly languageId?: string;
  /** What the user said this document is. */
  readonly kind?: Kind;
}
