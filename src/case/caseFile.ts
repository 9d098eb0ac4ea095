import type { Answer, CaseRecord, Cases, Membership, Stamped } from './caseRecord';
import { lastTouched } from './caseRecord';

/** The version that is written. Older versions are read; a file of a newer version is set aside unchanged. */
const CASES_VERSION = 1;

/** How many cases are kept. Beyond that, the cases that were not touched for longest are removed. */
const MOST_CASES = 1000;

export interface ReadCases {
  readonly cases: Cases;
  /** The parts that could not be read. The caller sets their file aside before it writes over it. */
  readonly lost: number;
}

export function writeCases(cases: Cases): string {
  const kept = Object.entries(cases)
    .sort(([, one], [, other]) => lastTouched(other) - lastTouched(one))
    .slice(0, MOST_CASES);
  return JSON.stringify({ version: CASES_VERSION, cases: Object.fromEntries(kept) });
}

/** Reads a file entry by entry and keeps each entry that can be read. Never throws. */
export function readCases(source: string): ReadCases {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return { cases: {}, lost: 1 };
  }
  if (!isObject(value) || !isObject(value.cases)) return { cases: {}, lost: 1 };
  const newer = typeof value.version !== 'number' || value.version > CASES_VERSION || value.version < 0;
  const damage = { count: newer ? 1 : 0 };
  const cases: Record<string, CaseRecord> = {};
  for (const [id, record] of Object.entries(value.cases)) {
    if (isId(id) && isObject(record)) cases[id] = readRecord(id, record, damage);
    else damage.count++;
  }
  return { cases, lost: damage.count };
}

interface Damage {
  count: number;
}

function readRecord(id: string, record: Readonly<Record<string, unknown>>, damage: Damage): CaseRecord {
  const map = <Value>(key: string, isValue: (value: unknown) => value is Value, isKey = isId) =>
    readMap(record[key], isValue, isKey, damage);
  const thread = readStamped(record.thread ?? null, isThread);
  if (thread === undefined) damage.count++;
  const { resetAt = 0 } = record;
  if (!isTime(resetAt)) damage.count++;
  return {
    id,
    answers: map('answers', isAnswer),
    ruledOut: map('ruledOut', isFlag),
    selfCheck: map('selfCheck', isFlag),
    documents: map('documents', isMembership, isAddress),
    thread: thread ?? { value: null, at: 0 },
    resetAt: isTime(resetAt) ? resetAt : 0,
  };
}

function readMap<Value>(
  value: unknown,
  isValue: (value: unknown) => value is Value,
  isKey: (key: string) => boolean,
  damage: Damage,
): Record<string, Stamped<Value>> {
  const result: Record<string, Stamped<Value>> = {};
  if (value === undefined) return result;
  if (!isObject(value)) {
    damage.count++;
    return result;
  }
  for (const [key, entry] of Object.entries(value)) {
    const stamped = isKey(key) ? readStamped(entry, isValue) : undefined;
    if (stamped === undefined) damage.count++;
    else result[key] = stamped;
  }
  return result;
}

/** A value with its time. The first version wrote values without a time. */
function readStamped<Value>(entry: unknown, isValue: (value: unknown) => value is Value): Stamped<Value> | undefined {
  if (isValue(entry)) return { value: entry, at: 0 };
  if (!isObject(entry) || !isValue(entry.value) || !isTime(entry.at)) return undefined;
  return entry.before !== undefined && isValue(entry.before)
    ? { value: entry.value, at: entry.at, before: entry.before }
    : { value: entry.value, at: entry.at };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(key: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,99}$/.test(key);
}

function isAddress(key: string): boolean {
  return key.length <= 2000 && /^[a-z][a-z0-9+.-]*:/i.test(key);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 1e14;
}

function isAnswer(value: unknown): value is Answer | null {
  return value === null || value === 'yes' || value === 'no' || value === 'unknown';
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isMembership(value: unknown): value is Membership {
  return value === 'first' || value === 'linked' || value === 'same-thread' || value === 'apart';
}

function isThread(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && value.length < 100);
}
