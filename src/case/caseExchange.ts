import type { Playbook } from '../playbook/types';
import { type Answer, answersOf, type CaseRecord, flagged, setAnswer, setRuledOut, setSelfCheck } from './caseRecord';

/** What a case file takes from one person or machine to another: the answers of the case, without the private limits. */
export interface CaseExchange {
  readonly title: string;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly ruledOut: readonly string[];
  readonly selfCheck: readonly string[];
}

export interface ImportedCase extends CaseExchange {
  /** The entries that were left out because the playbook does not have them. */
  readonly unknown: number;
}

type Content = Pick<Playbook, 'groups' | 'causes' | 'selfCheck'>;

/** Longest file that is read, in UTF-16 code units. */
export const MOST_IMPORTED = 1_000_000;

const FORMAT = 'common-ground-case';
const words: Readonly<Record<Answer, string>> = { yes: 'Yes', no: 'No', unknown: 'Don’t know' };

export function caseToJson({ title, answers, ruledOut, selfCheck }: CaseExchange): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, title, answers, ruledOut, selfCheck }, undefined, 2)}\n`;
}

/** The checklist as a page for people. It can be read back, because the comment at the end of a line names the entry. */
export function caseToMarkdown(exchange: CaseExchange, { groups, causes, selfCheck }: Content): string {
  const { title, answers } = exchange;
  const answered = (id: string) => Object.hasOwn(answers, id);
  const parts = groups.flatMap((group) => {
    const statements = causes.filter((cause) => cause.group === group.id).flatMap((cause) => cause.statements);
    const lines = statements
      .filter(({ id }) => answered(id))
      .map(({ id, text }) => line(words[answers[id]!], text, id));
    return lines.length === 0 ? [] : [`## ${group.title}\n\n${lines.join('\n')}\n`];
  });
  const ruledOut = causes.filter(({ id }) => exchange.ruledOut.includes(id));
  if (ruledOut.length > 0)
    parts.push(`## Ruled out\n\n${ruledOut.map((cause) => line('Not this', cause.title, cause.id)).join('\n')}\n`);
  const done = [...selfCheck.questions, ...selfCheck.then].filter(({ id }) => exchange.selfCheck.includes(id));
  if (done.length > 0)
    parts.push(`## ${selfCheck.title}\n\n${done.map(({ id, text }) => line('Thought about', text, id)).join('\n')}\n`);
  const body = parts.length > 0 ? parts.join('\n') : 'Nothing has been answered yet.\n';
  return `---\ncommonGround: off\n---\n\n# ${oneLine(title)}\n\n${body}`;
}

/** Reads either form back. Undefined when the text is neither. */
export function readExchange(source: string, content: Content): ImportedCase | undefined {
  if (source.length > MOST_IMPORTED) return undefined;
  return source.trimStart().startsWith('{') ? readJson(source, content) : readMarkdown(source, content);
}

function line(word: string, text: string, id: string): string {
  return `- **${word}**: ${oneLine(text)} <!-- ${id} -->`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function readJson(source: string, content: Content): ImportedCase | undefined {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(source) as Record<string, unknown>;
  } catch {
    return undefined;
  }
  if (value.format !== FORMAT) return undefined;
  const entries: [string, string][] = [];
  const { answers, ruledOut, selfCheck } = value;
  if (typeof answers === 'object' && answers !== null)
    for (const [id, answer] of Object.entries(answers)) entries.push([id, String(answer)]);
  if (Array.isArray(ruledOut)) for (const id of ruledOut) entries.push([String(id), 'ruledOut']);
  if (Array.isArray(selfCheck)) for (const id of selfCheck) entries.push([String(id), 'done']);
  return sort(typeof value.title === 'string' ? value.title.slice(0, 200) : '', entries, content);
}

function readMarkdown(source: string, content: Content): ImportedCase | undefined {
  const entries: [string, string][] = [];
  for (const [, word, id] of source.matchAll(/^[-*] \*\*([^*\n]{1,40})\*\*:?[^\n]*<!-- ([a-z0-9-]{1,100}) -->\s*$/gm)) {
    const plain = word!.toLowerCase().replace('’', "'");
    const meaning = meanings[plain];
    entries.push([id!, meaning ?? 'unreadable']);
  }
  const title = /^# ([^\n]+)$/m.exec(source)?.[1] ?? '';
  const empty = source.includes('commonGround: off') && /^# /m.test(source);
  return entries.length === 0 && !empty ? undefined : sort(title.slice(0, 200), entries, content);
}

const meanings: Readonly<Record<string, string>> = {
  yes: 'yes',
  no: 'no',
  "don't know": 'unknown',
  'not this': 'ruledOut',
  'thought about': 'done',
};

function sort(title: string, entries: readonly (readonly [string, string])[], content: Content): ImportedCase {
  const statements = new Set(content.causes.flatMap((cause) => cause.statements.map(({ id }) => id)));
  const causes = new Set<string>(content.causes.map(({ id }) => id));
  const questions = new Set([...content.selfCheck.questions, ...content.selfCheck.then].map(({ id }) => id));
  const answers: Record<string, Answer> = {};
  const ruledOut: string[] = [];
  const selfCheck: string[] = [];
  let unknown = 0;
  for (const [id, meaning] of entries) {
    if (statements.has(id) && (meaning === 'yes' || meaning === 'no' || meaning === 'unknown')) answers[id] = meaning;
    else if (causes.has(id) && meaning === 'ruledOut') ruledOut.push(id);
    else if (questions.has(id) && meaning === 'done') selfCheck.push(id);
    else unknown++;
  }
  return { title, answers, ruledOut, selfCheck, unknown };
}

/** What is exported of a case: its answers, without its documents and private limits. */
export function exchangeOf(title: string, record: CaseRecord | undefined): CaseExchange {
  if (record === undefined) return { title, answers: {}, ruledOut: [], selfCheck: [] };
  return {
    title,
    answers: answersOf(record),
    ruledOut: flagged(record.ruledOut),
    selfCheck: flagged(record.selfCheck),
  };
}

/** The case with what was imported on top of it. */
export function takeOver(record: CaseRecord, { answers, ruledOut, selfCheck }: CaseExchange, at: number): CaseRecord {
  let next = record;
  for (const [statement, answer] of Object.entries(answers)) next = setAnswer(next, statement, answer, at);
  for (const cause of ruledOut) next = setRuledOut(next, cause, true, at);
  for (const question of selfCheck) next = setSelfCheck(next, question, true, at);
  return next;
}
