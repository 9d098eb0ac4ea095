import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { checkReply, type ReplyCheck } from '../../../src/diagnosis/reply/checkReply';
import { readDraft } from '../../../src/document/draft/readDraft';
import { readThread } from '../../../src/thread/thread';
import { correspondence } from '../thread/correspondence';

interface Row {
  readonly id: string;
  readonly set: 'seen' | 'unseen';
  readonly thread: readonly (readonly [string, string, string])[];
  readonly reply: string;
  readonly questions: Readonly<Record<string, boolean>>;
  readonly given: readonly (readonly [string, boolean])[];
  readonly strange: readonly string[];
  readonly promises: readonly string[];
  readonly next: string | null;
}

const readRows = (file: string) => parse(readFileSync(`corpus/replies/${file}.yaml`, 'utf8')) as readonly Row[];

export const replies = readRows('replies');
export const shortReplies = readRows('shortReplies');

export function checkOf(row: Row): ReplyCheck {
  const letters = row.thread.map(([from, day, text]) => ({ from, day, text }));
  const thread = readThread(readDraft(correspondence(...letters), {}));
  return checkReply(thread, readDraft(row.reply, { kind: 'email' }));
}

/** What the check gets wrong, in words; and how many judgements there were of each kind. */
export function compare(row: Row, check: ReplyCheck) {
  const wrong = { questions: [] as string[], given: [] as string[], strange: [] as string[] };
  for (const [begins, answered] of Object.entries(row.questions)) {
    const found = check.theirQuestions.find(({ text }) => text.replace(/^.*?(?=\b)/, '').includes(begins));
    if (found?.answered !== answered) wrong.questions.push(`${begins}: ${found?.answered} by ${found?.by?.text}`);
  }
  for (const [begins, tied] of row.given) {
    const found = check.given.find(({ text }) => text.includes(begins));
    if (found?.tied !== tied) wrong.given.push(`${begins}: ${found?.tied}`);
  }
  for (const { text } of check.given)
    if (!row.given.some(([begins]) => text.includes(begins))) wrong.given.push(`not given: ${text}`);
  for (const text of row.strange)
    if (!check.strange.some((found) => found.text.includes(text) || text.includes(found.text)))
      wrong.strange.push(`missed ${text}`);
  for (const { text } of check.strange)
    if (!row.strange.some((named) => text.includes(named) || named.includes(text)))
      wrong.strange.push(`not strange: ${text}`);
  return wrong;
}
