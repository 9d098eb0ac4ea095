import { isMainThread } from 'node:worker_threads';
import { version } from '../package.json';
import { UsageError } from './cli/common';
import { help } from './cli/help';
import { type CommandName, type Options, optionTable, readOptions } from './cli/options';

type Command = (positionals: readonly string[], options: Options) => Promise<number>;

// Each loads what it needs when it is called: the start is most of what a call costs.
const commands: Readonly<Record<CommandName, () => Command>> = {
  check: () => (require('./cli/checkCommand') as typeof import('./cli/checkCommand')).check,
  fix: () => (require('./cli/fixCommand') as typeof import('./cli/fixCommand')).fix,
  diagnose: () => (require('./cli/diagnoseCommand') as typeof import('./cli/diagnoseCommand')).diagnose,
  reply: () => (require('./cli/replyCommand') as typeof import('./cli/replyCommand')).checkReplyTo,
  diff: () => (require('./cli/diffCommand') as typeof import('./cli/diffCommand')).compare,
  score: () => (require('./cli/scoreCommand') as typeof import('./cli/scoreCommand')).score,
  rules: () => (require('./cli/rulesCommand') as typeof import('./cli/rulesCommand')).listRules,
  test: () => (require('./cli/testCommand') as typeof import('./cli/testCommand')).testRules,
};

/** @returns the exit status */
async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(help);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (!Object.hasOwn(optionTable, name)) throw new UsageError(`There is no command “${name}”.`);
  const command = name as CommandName;
  const { positionals, options, help: wantsHelp } = readOptions(command, rest);
  if (wantsHelp) {
    process.stdout.write(help);
    return 0;
  }
  return commands[command]()(positionals, options);
}

function start(): void {
  // A reader that has had enough (such as `head`) closes the pipe; that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`common-ground: the output could not be written (${error.message})\n`, () => process.exit(2));
  });
  main(process.argv.slice(2)).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      const usage = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
      process.stderr.write(`common-ground: ${error instanceof Error ? error.message : String(error)}\n`);
      if (usage) process.stderr.write('Try “common-ground --help”.\n');
      process.exitCode = 2;
    },
  );
}

if (isMainThread) start();
else (require('./cli/rowWorker') as typeof import('./cli/rowWorker')).work();
