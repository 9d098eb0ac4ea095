/** An answer to a checklist statement. */
export type Answer = 'yes' | 'no' | 'unknown';

/**
 * How a document belongs to a case: it began it, the user linked it, or its subject and people are the same. `apart`: the user
 * took it out, and it is not to come back by itself.
 */
export type Membership = 'first' | 'linked' | 'same-thread' | 'apart';

/**
 * A value with the time it was set, in milliseconds since 1970. Of two values for one thing the later one holds, so two windows
 * can write in any order and end with the same record. `before` is the value that *undo* restores.
 */
export interface Stamped<Value> {
  readonly value: Value;
  readonly at: number;
  readonly before?: Value;
}

type StampedMap<Value> = Readonly<Record<string, Stamped<Value>>>;

/** What the user said about one negotiation. It holds ids and addresses of documents, and no text of them. */
export interface CaseRecord {
  readonly id: string;
  /** By id of the statement. */
  readonly answers: StampedMap<Answer | null>;
  /** By id of the cause. */
  readonly ruledOut: StampedMap<boolean>;
  /** By id of the question of the self-check. */
  readonly selfCheck: StampedMap<boolean>;
  /** By address. */
  readonly documents: StampedMap<Membership>;
  /** Key of subject and people, see `threadKey`. */
  readonly thread: Stamped<string | null>;
  /** What was answered at or before this time no longer counts. */
  readonly resetAt: number;
}

export type Cases = Readonly<Record<string, CaseRecord>>;

const asked = ['answers', 'ruledOut', 'selfCheck'] as const;
type Asked = (typeof asked)[number];

export function newCase(id: string, document: string, thread: string | undefined, at: number): CaseRecord {
  return {
    id,
    answers: {},
    ruledOut: {},
    selfCheck: {},
    documents: { [document]: { value: 'first', at } },
    thread: { value: thread ?? null, at },
    resetAt: 0,
  };
}

export function setAnswer(record: CaseRecord, statement: string, value: Answer, at: number): CaseRecord {
  return change(record, 'answers', statement, value, at, null);
}

export function setRuledOut(record: CaseRecord, cause: string, value: boolean, at: number): CaseRecord {
  return change(record, 'ruledOut', cause, value, at, false);
}

export function setSelfCheck(record: CaseRecord, question: string, value: boolean, at: number): CaseRecord {
  return change(record, 'selfCheck', question, value, at, false);
}

export function setDocument(record: CaseRecord, address: string, value: Membership, at: number): CaseRecord {
  return { ...record, documents: { ...record.documents, [address]: { value, at: after(record, at) } } };
}

/** The answers that hold, by id of the statement; none where nothing is known of the case. */
export function answersOf(record: CaseRecord | undefined): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const [id, { value }] of Object.entries(record?.answers ?? {})) if (value !== null) answers[id] = value;
  return answers;
}

/** Ids whose flag is set. */
export function flagged(map: StampedMap<boolean>): string[] {
  return Object.entries(map).flatMap(([id, { value }]) => (value ? [id] : []));
}

/** What *undo* would take back; undefined when there is nothing. */
export function lastChange(record: CaseRecord): { readonly what: Asked; readonly id: string } | undefined {
  let last: { what: Asked; id: string; at: number } | undefined;
  for (const what of asked)
    for (const [id, { at, before }] of Object.entries<Stamped<unknown>>(record[what]))
      if (before !== undefined && (last === undefined || at > last.at)) last = { what, id, at };
  return last && { what: last.what, id: last.id };
}

/** Takes the last change back. Done again, it takes back the one before. */
export function undo(record: CaseRecord, at: number): CaseRecord {
  const last = lastChange(record);
  if (last === undefined) return record;
  const entry = (record[last.what] as StampedMap<unknown>)[last.id]!;
  return put(record, last.what, last.id, { value: entry.before, at: after(record, at) });
}

/** Empties the checklist, what was ruled out and the self-check; the documents stay together. */
export function reset(record: CaseRecord, at: number): CaseRecord {
  return { ...record, answers: {}, ruledOut: {}, selfCheck: {}, resetAt: after(record, at) };
}

/** Merges two records: for each thing the later value holds. The order does not matter, nor how often it is done. */
export function mergeRecords(one: CaseRecord, other: CaseRecord): CaseRecord {
  const resetAt = Math.max(one.resetAt, other.resetAt);
  return {
    id: one.id,
    answers: merged(one.answers, other.answers, resetAt),
    ruledOut: merged(one.ruledOut, other.ruledOut, resetAt),
    selfCheck: merged(one.selfCheck, other.selfCheck, resetAt),
    documents: merged(one.documents, other.documents, 0),
    thread: later(one.thread, other.thread),
    resetAt,
  };
}

export function mergeCases(one: Cases, other: Cases): Cases {
  const cases: Record<string, CaseRecord> = { ...one };
  for (const [id, record] of Object.entries(other))
    cases[id] = cases[id] === undefined ? record : mergeRecords(cases[id], record);
  return cases;
}

/** Time of the last change to a case. */
export function lastTouched(record: CaseRecord): number {
  let latest = Math.max(record.resetAt, record.thread.at);
  for (const map of [record.answers, record.ruledOut, record.selfCheck, record.documents])
    for (const { at } of Object.values<Stamped<unknown>>(map)) latest = Math.max(latest, at);
  return latest;
}

function change(record: CaseRecord, what: Asked, id: string, value: unknown, at: number, none: unknown): CaseRecord {
  const before = (record[what] as StampedMap<unknown>)[id]?.value ?? none;
  return before === value ? record : put(record, what, id, { value, at: after(record, at), before });
}

function put(record: CaseRecord, what: Asked, id: string, entry: Stamped<unknown>): CaseRecord {
  return { ...record, [what]: { ...record[what], [id]: entry } };
}

/** A change gets a later time than the change before, also within one millisecond and after a clock was set back. */
function after(record: CaseRecord, at: number): number {
  return Math.max(at, lastTouched(record) + 1);
}

function merged<Value>(one: StampedMap<Value>, other: StampedMap<Value>, from: number): StampedMap<Value> {
  const result: Record<string, Stamped<Value>> = {};
  for (const map of [one, other])
    for (const [id, entry] of Object.entries(map)) {
      if (entry.at <= from) continue;
      result[id] = result[id] === undefined ? entry : later(result[id], entry);
    }
  return result;
}

function later<Value>(one: Stamped<Value>, other: Stamped<Value>): Stamped<Value> {
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return JSON.stringify(one) >= JSON.stringify(other) ? one : other;
}
