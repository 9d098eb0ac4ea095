import type { CaseRecord, Cases, Membership } from './caseRecord';

/**
 * What makes two documents one thread: the subject without its `Re:` and `Fwd:`, and the people, in any order. Undefined where
 * there is no subject, or where the writer is alone. It is a digest, so that no name is kept.
 */
export function threadKey(subject: string | undefined, people: readonly string[]): string | undefined {
  const bare = bareSubject(subject ?? '');
  const who = [...new Set(people.map((one) => one.trim().toLowerCase()).filter(Boolean))].sort();
  return bare === '' || who.length < 2 ? undefined : `t${digest(`${bare}\n${who.join('\n')}`)}`;
}

function bareSubject(subject: string): string {
  return subject
    .replace(/^\s*(?:(?:re|fwd?|aw|wg|sv|vs|tr|rv|antw)(?:\[\d+\])?\s*:\s*)+/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The case that a document belongs to: the case the user last put it into, else a case with the same subject and people. */
export function caseOf(cases: Cases, document: string, thread: string | undefined): CaseRecord | undefined {
  let own: CaseRecord | undefined;
  for (const record of Object.values(cases))
    if (isMember(record, document) && (own === undefined || joined(record, document) > joined(own, document)))
      own = record;
  if (own !== undefined || thread === undefined) return own;
  return Object.values(cases).find(
    (record) => record.thread.value === thread && record.documents[document]?.value !== 'apart',
  );
}

export function membersOf(record: CaseRecord): { readonly address: string; readonly how: Membership }[] {
  return Object.entries(record.documents)
    .filter(([, { value }]) => value !== 'apart')
    .sort(([, one], [, other]) => one.at - other.at)
    .map(([address, { value }]) => ({ address, how: value }));
}

export function isMember(record: CaseRecord, document: string): boolean {
  const entry = record.documents[document];
  return entry !== undefined && entry.value !== 'apart';
}

/** An id for the case that begins with this document. Two windows that begin it at the same time get the same id. */
export function newCaseId(cases: Cases, document: string): string {
  const id = `c${digest(document)}`;
  for (let count = 1; ; count++) {
    const next = count === 1 ? id : `${id}-${count}`;
    if (cases[next] === undefined) return next;
  }
}

/** The cases after a file or a folder has moved. */
export function moveDocuments(cases: Cases, from: string, to: string, at: number): Cases {
  let result = cases;
  for (const record of Object.values(cases))
    for (const [address, entry] of Object.entries(record.documents)) {
      if (entry.value === 'apart' || (address !== from && !address.startsWith(`${from}/`))) continue;
      const current = result[record.id]!;
      const when = Math.max(at, entry.at + 1);
      const documents = {
        ...current.documents,
        [address]: { value: 'apart' as const, at: when },
        [to + address.slice(from.length)]: { value: entry.value, at: when },
      };
      result = { ...result, [record.id]: { ...current, documents } };
    }
  return result;
}

function joined(record: CaseRecord, document: string): number {
  return record.documents[document]?.at ?? 0;
}

/** Fifty-three bits that differ for different texts. They tell things apart; they do not keep a secret. */
function digest(text: string): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}
