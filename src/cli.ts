import { parseArgs } from 'node:util';
import { version } from '../package.json';
import { UsageError } from './cli/common';

const help = `common-ground: see the wording that makes a reader dig in, and why a negotiation is stuck. Works offline.

  common-ground check [FILE|GLOB|-]...   findings, with rephrasings
      --format text|json|jsonl|sarif     how to print (default: text)
      --kind auto|email|proposal         what the text is (default: auto)
      --min-severity hint|information|warning
      --fail-on hint|information|warning exit with 1 from here on (default: warning)
      --jsonl-input                      standard input is {"id","text","kind"?}, one object a line
  common-ground fix FILE [--write]       the text with its safe rephrasings
  common-ground diagnose FILE            why the talks are stuck, and the next move
      --answers ANSWERS.json             what you said to the checklist
      --me ADDRESS                       which of the writers you are
      --format text|json|md
  common-ground score [FILE|-]           how the text reads
      --jsonl-input
  common-ground rules [--format json|md] the rules
  common-ground --version

Exit: 0 nothing to say, 1 findings, 2 something could not be read.
`;

// Each loads what it needs when it is called: the start is most of what a call costs.
const commands = {
  check: () => (require('./cli/checkCommand') as typeof import('./cli/checkCommand')).check,
  fix: () => (require('./cli/fixCommand') as typeof import('./cli/fixCommand')).fix,
  diagnose: () => (require('./cli/diagnoseCommand') as typeof import('./cli/diagnoseCommand')).diagnose,
  score: () => (require('./cli/scoreCommand') as typeof import('./cli/scoreCommand')).score,
  rules: () => (require('./cli/rulesCommand') as typeof import('./cli/rulesCommand')).listRules,
} as const;

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
  if (!Object.hasOwn(commands, name)) throw new UsageError(`There is no command “${name}”.`);
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      kind: { type: 'string' },
      'min-severity': { type: 'string' },
      'fail-on': { type: 'string' },
      'jsonl-input': { type: 'boolean' },
      answers: { type: 'string' },
      me: { type: 'string' },
      write: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  return commands[name as keyof typeof commands]()(positionals, values);
}

// A reader that has had enough (such as `head`) closes the pipe; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
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
