import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from './common';

/** A file to read. */
export interface ChosenFile {
  /** As the user named it, or as a folder or glob gave it. */
  readonly path: string;
  /** Named by the user, so that it is checked whatever it is taken for. */
  readonly named: boolean;
}

const IGNORE_FILE = '.common-ground-ignore';
const endings = 'md,markdown,mdx,txt,text,email,eml,msg,mbox,adoc,asciidoc,rst,org';

/**
 * The files that words of the command line mean: files, folders (all documents in them), globs, and `!globs` that take files
 * out. A file that is meant more than once comes once.
 *
 * @returns the files, and the words that no file matches
 * @throws UsageError when nothing is named and standard input is a terminal
 */
export async function expandFiles(
  words: readonly string[],
): Promise<{ readonly files: readonly ChosenFile[]; readonly missing: readonly string[] }> {
  const patterns = words.filter((word) => !isNegative(word));
  const taken = words.filter(isNegative).map((word) => word.slice(1));
  if (patterns.length === 0 && taken.length > 0) throw new UsageError('Name what to check beside what to take out.');
  if (patterns.length === 0) {
    if (process.stdin.isTTY) throw new UsageError('Name a file to check, or “-” for standard input.');
    return { files: [{ path: '-', named: true }], missing: [] };
  }
  const missing: string[] = [];
  const found = new Map<string, ChosenFile>();
  const add = (file: string, named: boolean) => {
    const key = file === '-' ? file : real(file);
    const known = found.get(key);
    if (known === undefined) found.set(key, { path: file, named });
    else if (named && !known.named) found.set(key, { ...known, named });
  };
  for (const pattern of patterns) {
    const folder = isFolder(pattern);
    // Most calls name files; the library for patterns takes its time to load.
    if (!folder && (existsSync(pattern) || !/[*?[\]{}()!]/.test(pattern))) {
      add(pattern, true);
      continue;
    }
    const asGlob = folder ? `${escaped(pattern)}/**/*.{${endings}}` : pattern.replaceAll('\\', '/');
    const { glob } = require('tinyglobby') as typeof import('tinyglobby');
    const ignore = ['**/node_modules/**', '**/.git/**', ...taken];
    const files = (await glob(asGlob, { ignore, expandDirectories: false, dot: false })).filter(isKept()).sort();
    if (files.length === 0 && !folder) missing.push(pattern);
    for (const file of files) add(file, false);
  }
  if (taken.length === 0) return { files: [...found.values()], missing };
  const { glob } = require('tinyglobby') as typeof import('tinyglobby');
  const out = new Set((await glob(taken, { expandDirectories: true, dot: true })).map(real));
  return { files: [...found].filter(([key]) => !out.has(key)).map(([, file]) => file), missing };
}

function isNegative(word: string): boolean {
  return word.startsWith('!') && word.length > 1 && !existsSync(word);
}

/** Whether the ignore file in the working folder, written as a `.gitignore` is, lets a file through. */
function isKept(): (file: string) => boolean {
  if (!existsSync(IGNORE_FILE)) return () => true;
  const ignore = require('ignore') as typeof import('ignore');
  const rules = ignore().add(readFileSync(IGNORE_FILE, 'utf8'));
  return (file) => {
    const relative = path.relative(process.cwd(), file).replaceAll('\\', '/');
    return relative.startsWith('../') || path.isAbsolute(relative) || !rules.ignores(relative);
  };
}

function isFolder(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch {
    // What is wrong with a name is said when it is read.
    return false;
  }
}

function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

function escaped(folder: string): string {
  const { escapePath } = require('tinyglobby') as typeof import('tinyglobby');
  return escapePath(folder.replace(/(?<![\\/])[\\/]+$/, '').replaceAll('\\', '/')) || '.';
}
