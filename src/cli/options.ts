import { parseArgs } from 'node:util';
import { UsageError } from './common';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const list = { type: 'string', multiple: true } as const;

const configuration = { config: text, rule: list, family: list, stance: text, 'stdin-filename': text } as const;

/** The options that each command understands. */
export const optionTable = {
  check: {
    ...configuration,
    format: text,
    kind: text,
    'min-severity': text,
    'fail-on': text,
    'jsonl-input': flag,
    jobs: text,
    baseline: text,
    'update-baseline': flag,
  },
  fix: { ...configuration, write: flag },
  diagnose: { answers: text, me: text, format: text, now: text },
  reply: { format: text, me: text },
  diff: { format: text },
  score: { 'jsonl-input': flag, jobs: text },
  rules: { format: text },
  test: {},
} as const;

export type CommandName = keyof typeof optionTable;

/** The options of every command, as they come from the command line. */
export interface Options {
  readonly format?: string;
  readonly kind?: string;
  readonly 'min-severity'?: string;
  readonly 'fail-on'?: string;
  readonly 'jsonl-input'?: boolean;
  readonly jobs?: string;
  readonly baseline?: string;
  readonly 'update-baseline'?: boolean;
  readonly config?: string;
  readonly rule?: readonly string[];
  readonly family?: readonly string[];
  readonly stance?: string;
  readonly 'stdin-filename'?: string;
  readonly answers?: string;
  readonly me?: string;
  readonly now?: string;
  readonly write?: boolean;
}

/**
 * Reads the words behind a command.
 *
 * @throws UsageError that names the command an option belongs to, where this one has no such option
 */
export function readOptions(
  command: CommandName,
  words: readonly string[],
): { readonly positionals: readonly string[]; readonly options: Options; readonly help: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { ...optionTable[command], help: { type: 'boolean', short: 'h' } },
    });
    const { help, ...options } = values as Options & { help?: boolean };
    return { positionals, options, help: help === true };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
    const [written = '', name = ''] = /'(--?([^\s'=]+))/.exec(message)?.slice(1) ?? [];
    const owners = Object.entries(optionTable).filter(([, table]) => Object.hasOwn(table, name));
    throw new UsageError(
      owners.length === 0
        ? `There is no option “${written}”.`
        : `“--${name}” is an option of ${listed(owners.map(([owner]) => owner))}, not of ${command}.`,
    );
  }
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
