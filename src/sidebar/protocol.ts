import { count, type Fault, flag, type Of, object, oneOf, optional, type Shape, text } from './validators';
import { sidebarModel, stringTable } from './view';

// Every message between the extension and the page. Whoever receives anything else refuses it.

const id = text(200);

/** The private limits of a case. They travel only to a page that asked to show them, and from one that edits them. */
const limits = object({ alternative: text(4000), limit: text(4000), deadline: text(400) });
export type Limits = Of<typeof limits>;

const toPage = {
  /** The first message: what the page is to say, and what it shows. */
  start: object({ type: oneOf('start'), strings: stringTable, language: text(40), model: sidebarModel }),
  model: object({ type: oneOf('model'), model: sidebarModel }),
  /** A text for screen readers; on the page only the line at its foot shows it. */
  say: object({ type: oneOf('say'), text: text(500) }),
  limits: object({ type: oneOf('limits'), case: id, limits }),
} as const;

const fromPage = {
  ready: object({ type: oneOf('ready') }),
  answer: object({
    type: oneOf('answer'),
    case: id,
    statement: id,
    answer: oneOf('yes', 'no', 'unknown'),
  }),
  ruleOut: object({ type: oneOf('ruleOut'), case: id, cause: id, out: flag }),
  selfCheck: object({ type: oneOf('selfCheck'), case: id, question: id, done: flag }),
  undo: object({ type: oneOf('undo'), case: id }),
  reset: object({ type: oneOf('reset'), case: id }),
  /** Selects the line of an evidence chip or of a message. */
  show: object({ type: oneOf('show'), target: id }),
  /** Goes to a finding or a remark in the text. */
  go: object({ type: oneOf('go'), row: id }),
  /** Writes the rewrite of a row, by its place in the row. */
  rewrite: object({ type: oneOf('rewrite'), row: id, index: count(2) }),
  dontFlag: object({ type: oneOf('dontFlag'), row: id }),
  /** Puts in a sentence that a remark offers. */
  add: object({ type: oneOf('add'), remark: id, index: count(2) }),
  leave: object({ type: oneOf('leave'), remark: id }),
  /** The user is this person. */
  beMe: object({ type: oneOf('beMe'), person: text(300) }),
  /** Of the two causes this one is closer. */
  closer: object({ type: oneOf('closer'), case: id, cause: id }),
  /** Begins a reply, with the opening of a move where one is named. */
  reply: object({ type: oneOf('reply'), move: optional(id), opening: optional(count(20)) }),
  insert: object({ type: oneOf('insert'), what: oneOf('move', 'question'), id, opening: count(20) }),
  copy: object({ type: oneOf('copy'), what: oneOf('move', 'question'), id, opening: count(20) }),
  showLimits: object({ type: oneOf('showLimits'), case: id }),
  saveLimits: object({ type: oneOf('saveLimits'), case: id, limits }),
  unlink: object({ type: oneOf('unlink'), case: id, document: text(2000) }),
  /** A command of the extension that has a button on the page. */
  run: object({
    type: oneOf('run'),
    command: oneOf(
      'link',
      'exportCase',
      'importCase',
      'preparationSheet',
      'changeMe',
      'changeKind',
      'checkDocument',
      'showSetAside',
      'review',
      'newEmail',
      'newProposal',
      'pasteThread',
      'openExample',
      'report',
      'setLimits',
    ),
  }),
  /** The page met an error of its own; the name of it and no text of the document. */
  failed: object({ type: oneOf('failed'), what: text(200), line: optional(count()) }),
} as const;

type Messages<Table> = { [Key in keyof Table]: Of<Table[Key]> }[keyof Table];
export type ToPage = Messages<typeof toPage>;
export type FromPage = Messages<typeof fromPage>;

/** The message, or what is wrong with it, in words that hold no text of the message. */
export function readToPage(value: unknown): { message: ToPage } | { fault: string } {
  return read<ToPage>(toPage, value);
}

export function readFromPage(value: unknown): { message: FromPage } | { fault: string } {
  return read<FromPage>(fromPage, value);
}

function read<Message>(
  table: Readonly<Record<string, Shape<unknown>>>,
  value: unknown,
): { message: Message } | { fault: string } {
  const type = typeof value === 'object' && value !== null ? (value as { type?: unknown }).type : undefined;
  if (typeof type !== 'string' || !Object.hasOwn(table, type)) return { fault: 'a message of unknown type' };
  const fault: Fault = table[type]!.fault(value, type);
  return fault === undefined ? { message: value as Message } : { fault };
}
