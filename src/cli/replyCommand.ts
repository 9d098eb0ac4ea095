import { withExactReply } from '../engine/exactText';
import { createAnalyzer } from '../engine/index';
import { choose, print, readInput, sentenceOf, UsageError, visible } from './common';
import type { Options } from './options';
import { writerIn } from './writer';

/** Prints what a reply answers, gives, promises and names that is nowhere in its thread. */
export async function checkReplyTo(files: readonly string[], options: Options): Promise<number> {
  const [threadFile, replyFile] = files;
  if (threadFile === undefined || replyFile === undefined || files.length > 2)
    throw new UsageError('Name the file of the thread and the file of the reply.');
  const format = choose('format', options.format, ['text', 'json'], 'text');
  const analyzer = createAnalyzer();
  const [thread, reply] = await Promise.all([readNamed(threadFile), readNamed(replyFile)]);
  const { writer, status } = writerIn(threadFile, options);
  const check = analyzer.reply(
    analyzer.thread(analyzer.read(thread.text, thread.identity), writer),
    analyzer.read(reply.text, { ...reply.identity, kind: 'email' }),
  );
  await print(
    format === 'json'
      ? `${JSON.stringify(withExactReply(check, thread.text, reply.text), null, 2)}\n`
      : visible(textOf(check)),
  );
  return status;
}

async function readNamed(file: string): Promise<Awaited<ReturnType<typeof readInput>>> {
  try {
    return await readInput(file, undefined);
  } catch (error) {
    throw new Error(`${file}: ${sentenceOf(error)}`);
  }
}

type Check = ReturnType<ReturnType<typeof createAnalyzer>['reply']>;

function textOf({ theirQuestions, given, strange, promises, limit, nextStep }: Check): string {
  const parts = [
    part(
      'They asked',
      theirQuestions.map(({ text, answered }) => `${answered ? '[x]' : '[ ]'} ${oneLine(text)}`),
    ),
    part(
      'You give',
      given.map(
        ({ text, tied }) => `${oneLine(text)} ${tied ? '(for something in return)' : '(for nothing in return)'}`,
      ),
    ),
    part(
      'Nowhere in the thread',
      strange.map(({ text }) => oneLine(text)),
    ),
    part(
      'You promise',
      promises.map(({ text, date }) => `${oneLine(text)}${date === undefined ? '' : ` (${date})`}`),
    ),
    limit ? 'A private limit shows in this reply.\n' : '',
    part('Next step', [
      nextStep === null
        ? 'no day and nobody named'
        : [nextStep.date, nextStep.owner === 'me' ? 'you' : nextStep.owner === 'them' ? 'they' : undefined]
            .filter((one) => one !== undefined)
            .join(', '),
    ]),
  ];
  return parts.filter((text) => text !== '').join('\n');
}

function part(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
