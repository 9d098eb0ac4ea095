import { readFile } from 'node:fs/promises';
import { withExactText } from '../engine/exactText';
import { createAnalyzer, diagnosisReport } from '../engine/index';
import { choose, print, readInput, sentenceOf, UsageError, visible } from './common';
import type { Options } from './options';

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
  const thread = analyzer.thread(
    analyzer.read(input.text, input.identity),
    options.me === undefined ? {} : { me: options.me },
  );
  // An old thread is judged as of its own end, unless the caller names a day.
  const now = options.now === undefined ? undefined : readDay(options.now);
  const diagnosis = analyzer.diagnose(thread, { answers, ...(now === undefined ? {} : { now }) });
  if (format === 'json') {
    await print(`${JSON.stringify(withExactText(diagnosis, input.text), null, 2)}\n`);
    return 0;
  }
  const report = diagnosisReport(diagnosis, input.text);
  await print(format === 'md' ? report : visible(plain(report)));
  return 0;
}

/** @throws UsageError */
function readDay(text: string): number {
  const day = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(day)) throw new UsageError(`--now is a day such as 2026-03-31; “${text}” is none.`);
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
  for (const [statement, answer] of Object.entries(value)) {
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
