import { count, flag, listOf, mapOf, number, type Of, object, oneOf, optional, text } from './validators';

// What the page shows, as plain data. Everything here is text to be shown as text. Lines are one-based, as editors count them.

const id = text(200);
const side = oneOf('me', 'them', 'unknown');

/** A line of a document; `id` names it in messages back. */
const chip = object({ id, text: text(300), line: count(), why: text(500), by: side, document: optional(text(300)) });

const counted = object({ id, title: text(300), count: count() });

const tonePart = object({ id, title: text(100), says: text(300), value: number(-1000, 1000) });

/** A finding as a row; `id` names it in messages back. */
const row = object({
  id,
  words: text(400),
  /** A few words are shown within those around them. */
  within: optional(text(400)),
  /** What kind it is, in one word. */
  kind: text(100),
  level: oneOf('warning', 'information', 'hint'),
  message: text(600),
  /** Texts as they will stand, best first. */
  rewrites: listOf(text(400), 3),
});

/** A remark on the draft as a whole, with sentences that could be put in. */
const remark = object({ id, title: text(200), text: text(600), offers: listOf(text(400), 3) });

const draft = object({
  /** To whom, or what it is called. */
  title: text(400),
  kind: text(100),
  checked: flag,
  /** Why nothing is checked, where that is so. */
  note: optional(text(500)),
  /** How much there is to look at, in words. */
  verdict: optional(text(300)),
  findings: listOf(row, 100),
  hints: listOf(row, 100),
  remarks: listOf(remark, 10),
  /** What it does for its reader already, in words. */
  done: listOf(text(200), 6),
  /** Lines that may give one of the user's private limits away. */
  leaks: listOf(chip, 6),
  /** The row that the review stands at. */
  lit: optional(id),
  /** How it reads; left out where there is too little to say so. */
  reads: optional(object({ words: text(300), parts: listOf(tonePart, 40), counts: listOf(counted, 20) })),
});

const cause = object({
  id,
  /** How sure it is, before the title. */
  lead: text(100),
  title: text(200),
  summary: text(1000),
  speaksFor: listOf(chip, 12),
  speaksAgainst: listOf(chip, 12),
});

/** A person of the thread who may be the user. */
const person = object({ id: text(300), name: text(300), address: optional(text(300)) });

const talks = object({
  /** What it is about and with whom. */
  title: text(400),
  /** Who the user is in it, where that is known. */
  me: optional(text(300)),
  /** Who the user could be, likeliest first, where nothing says so: asked before anything else. */
  ask: listOf(person, 12),
  /** The name that the document gives for the user and that nobody in the thread has. */
  missing: optional(text(300)),
  state: oneOf('stalled', 'moving', 'waiting', 'agreed', 'declined', 'closed', 'unclear'),
  words: text(400),
  /** When the last message was written, as the reader's own calendar writes it. */
  since: optional(text(200)),
  /** The line that says so, where there is one. */
  ground: optional(chip),
  notices: listOf(object({ id, text: text(500) }), 12),
  /** Two at most. */
  causes: listOf(cause, 2),
  ruledOut: listOf(object({ id, title: text(200) }), 40),
  /** The question that tells the two causes apart; `first` where they are so near that it comes before them. */
  closer: optional(
    object({ question: text(500), first: flag, answers: listOf(object({ cause: id, answer: text(500) }), 4) }),
  ),
});

/** How a reply stands to its thread; ticks itself while it is written. */
const reply = object({
  asked: listOf(object({ chip, answered: flag }), 12),
  gives: listOf(object({ chip, tied: flag }), 12),
  strange: listOf(chip, 12),
  promises: listOf(object({ chip, when: optional(text(100)) }), 12),
  next: optional(text(300)),
  /** Nothing is written yet. */
  empty: flag,
});

const statement = object({
  id,
  text: text(500),
  answer: optional(oneOf('yes', 'no', 'unknown')),
  /** What the text suggests as the answer. The user can overrule it. */
  suggestion: optional(object({ answer: oneOf('yes', 'no'), why: text(500), chips: listOf(chip, 6) })),
});

const group = object({
  id,
  title: text(200),
  description: text(500),
  answered: count(),
  statements: listOf(statement, 100),
});

const move = object({
  id,
  title: text(200),
  cause: text(200),
  why: text(1000),
  when: text(1000),
  whenNot: text(1000),
  lookFor: text(1000),
  openings: listOf(text(2000), 10),
});

const question = object({ id, cause: text(200), text: text(1000) });

const selfCheck = object({
  title: text(200),
  intro: text(1000),
  close: text(1000),
  questions: listOf(object({ id, text: text(500), prompt: text(1000), done: flag }), 30),
});

const preparation = object({
  title: text(200),
  intro: text(1000),
  sections: listOf(object({ id, title: text(200), private: flag, prompts: listOf(text(500), 20) }), 40),
});

const timelineMessage = object({
  id,
  author: text(200),
  by: side,
  /** As the reader's own calendar writes it. */
  when: optional(text(100)),
  gapDays: optional(number(0, 100_000)),
  words: count(),
  questions: count(),
  gives: count(),
  heat: count(),
  line: count(),
  /** The sum that is moved, where the message names it. */
  sum: optional(number()),
});

const timeline = object({
  messages: listOf(timelineMessage, 200),
  /** How many earlier messages the chart leaves out. */
  leftOut: count(),
  /** Sums named by each side, in order, as written. */
  sums: listOf(object({ by: side, value: number(), text: text(60), message: count() }), 100),
});

const balanceSide = object({ asks: count(), questions: count(), gives: count(), untied: count(), thanks: count() });

const caseInfo = object({
  id,
  title: text(300),
  documents: listOf(object({ id: text(2000), name: text(300), how: oneOf('open', 'linked', 'same-thread') }), 100),
  answers: count(),
  /** What the last answer was given to. */
  undo: optional(text(500)),
});

export const sidebarModel = object({
  /** Grows with every model. */
  version: count(),
  /** The model holds what is known so far; the rest is still being read. */
  loading: flag,
  /** Why there is nothing to show, where that is so. */
  nothing: optional(text(500)),
  notice: optional(object({ text: text(500), action: optional(oneOf('show-set-aside')) })),
  case: optional(caseInfo),
  /** There is no document: what could be begun. */
  begin: flag,
  draft: optional(draft),
  reply: optional(reply),
  talks: optional(talks),
  /** The statements whose answers would tell most. */
  telling: listOf(statement, 3),
  checklist: listOf(group, 20),
  moves: listOf(move, 20),
  avoid: optional(object({ text: text(500), why: text(1000) })),
  questions: listOf(question, 20),
  selfCheck,
  preparation,
  timeline: optional(timeline),
  balance: optional(object({ me: balanceSide, them: balanceSide })),
  /** Are there private limits for this case? What they say is never part of a model. */
  hasLimits: flag,
});

export type SidebarModel = Of<typeof sidebarModel>;
export type DraftView = Of<typeof draft>;
export type RowView = Of<typeof row>;
export type RemarkView = Of<typeof remark>;
export type TalksView = Of<typeof talks>;
export type ReplyView = Of<typeof reply>;
export type CauseView = Of<typeof cause>;
export type ChipView = Of<typeof chip>;
export type GroupView = Of<typeof group>;
export type StatementView = Of<typeof statement>;
export type MoveView = Of<typeof move>;
export type QuestionView = Of<typeof question>;
export type SelfCheckView = Of<typeof selfCheck>;
export type PreparationView = Of<typeof preparation>;
export type TimelineView = Of<typeof timeline>;
export type TimelineMessage = Of<typeof timelineMessage>;
export type BalanceView = NonNullable<SidebarModel['balance']>;
export type BalanceSide = Of<typeof balanceSide>;
export type CaseView = Of<typeof caseInfo>;
export type TonePartView = Of<typeof tonePart>;
export type CountView = Of<typeof counted>;

/** Texts of the page in the user's language, by key. */
export const stringTable = mapOf(text(500), 400);
