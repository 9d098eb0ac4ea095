import { readFile } from 'node:fs/promises';
import { withExactText } from '../engine/exactText';
import { createAnalyzer, diagnosisReport } from '../engine/index';
import { playbook } from '../engine/playbook';
import { nearest } from '../engine/rules';
import { choose, print, readInput, sentenceOf, UsageError, visible } from './common';
import type { Options } from './options';
import { writerIn } from './writer';

type Answers = Record<string, 'yes' | 'no' | 'unknown'>;

/** Prints why the talks in a file may be stuck, and the next move. */
export async function diagnose(files: readonly string[], options: Options): Promise<number> {
  const [file] = files;
  if (file === undefined || files.length > 1) throw new UsageError('Name one file to diagnose.');
  const format = choose('format', options.format, ['text', 'json', 'md'], 'text');
  const answers = options.answers === undefined ? {} : await readAnswers(options.answers);
  const analyzer = createAnalyzer();
  let input: Awaited<ReturnType<typeof readInput>>;
  try {
    input = await readInput(file, undefined);
  } catch (error) {
    throw new Error(`${file}: ${sentenceOf(error)}`);
  }
  const { writer, status } = writerIn(file, options);
  const thread = analyzer.thread(analyzer.read(input.text, input.identity), writer);
  const now = options.now === undefined ? todayFor(thread.messages) : readDay(options.now);
  const diagnosis = analyzer.diagnose(thread, { answers, ...(now === undefined ? {} : { now }) });
  if (format === 'json') {
    await print(`${JSON.stringify(withExactText(diagnosis, input.text), null, 2)}\n`);
    return status;
  }
  const report = diagnosisReport(diagnosis, input.text);
  await print(format === 'md' ? report : visible(plain(report)));
  return status;
}

/** Talks that were silent for longer are taken for old ones: how they stood at their end is what can be said of them. */
const MOST_DAYS_OPEN = 180;

/** The day from which talks that may still be open are looked at. */
function todayFor(messages: readonly { readonly date?: number }[]): number | undefined {
  const last = Math.max(...messages.map(({ date }) => date ?? Number.NEGATIVE_INFINITY));
  const today = Date.now();
  return today - last <= MOST_DAYS_OPEN * 86_400_000 ? today : undefined;
}

/** @throws UsageError */
function readDay(text: string): number {
  const written = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
  const day = written === undefined ? Number.NaN : Date.parse(text);
  // A day that a month does not have would be taken for one of the next month.
  if (Number.isNaN(day) || !new Date(Date.parse(written!)).toISOString().startsWith(written!))
    throw new UsageError(`--now is a day such as 2026-03-31; “${text}” is none.`);
  return day;
}

/** @throws Error with a message for the user when the file holds no answers */
async function readAnswers(file: string): Promise<Answers> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof SyntaxError ? 'is not JSON' : sentenceOf(error)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${file}: is not an object of statements and answers`);
  const answers: Answers = {};
  const statements = playbook.causes.flatMap(({ statements }) => statements.map(({ id }) => id));
  for (const [statement, answer] of Object.entries(value)) {
    if (!statements.includes(statement))
      throw new Error(`${file}: there is no statement “${statement}”${nearest(statement, statements)}`);
    if (answer !== 'yes' && answer !== 'no' && answer !== 'unknown')
      throw new Error(`${file}: the answer to “${statement}” is yes, no or unknown`);
    answers[statement] = answer;
  }
  return answers;
}

/** Markdown without its marks, for a terminal. */
function plain(markdown: string): string {
  return markdown
    .replace(/^#+ (.*)$/gm, (_, title: string) => title.toUpperCase())
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/^\*([^*]+)\*$/gm, '$1')
    .replace(/`([^`]+)`/g, '$1');
}
