import { existsSync } from 'node:fs';
import type { Kind } from '../document/draft/draft';
import { type Analyzer, createAnalyzer } from '../engine/index';
import type { Severity } from '../wording/rule';
import { atLeast, choose, complain, type Options, print, readInput, reasonOf, severities, UsageError } from './common';
import { createFormat } from './formats';
import { type FileResult, toResult } from './result';

/** Prints the findings of files, globs or standard input. */
export async function check(patterns: readonly string[], options: Options): Promise<number> {
  const kind = kindOf(options.kind);
  const least = choose('min-severity', options['min-severity'], severities, 'hint');
  const failOn = choose('fail-on', options['fail-on'], severities, 'warning');
  const analyzer = createAnalyzer();
  if (options['jsonl-input'] === true) return checkLines(analyzer, kind, least, failOn);
  const format = createFormat(
    choose('format', options.format, ['text', 'json', 'jsonl', 'sarif'], 'text'),
    () => analyzer.rules,
  );
  const { paths, missing } = await expand(patterns);
  for (const pattern of missing) complain(`${pattern}: no file matches`);
  let status = missing.length > 0 ? 2 : 0;
  await print(format.begin());
  for (const path of paths) {
    let result: FileResult;
    try {
      const input = await readInput(path, kind);
      result = toResult(analyzer, input, least);
      for (const part of format.file(result)) await print(part);
    } catch (error) {
      complain(`${path}: ${reasonOf(error)}`);
      status = 2;
      continue;
    }
    if (status === 0 && result.findings.some(({ severity }) => atLeast(severity, failOn))) status = 1;
  }
  await print(format.end());
  return status;
}

function kindOf(value: string | undefined): Kind | undefined {
  const kind = choose('kind', value, ['auto', 'email', 'proposal'], 'auto');
  return kind === 'auto' ? undefined : kind;
}

async function expand(patterns: readonly string[]): Promise<{ paths: string[]; missing: string[] }> {
  if (patterns.length === 0) {
    if (process.stdin.isTTY) throw new UsageError('Name a file to check, or “-” for standard input.');
    return { paths: ['-'], missing: [] };
  }
  const paths: string[] = [];
  const missing: string[] = [];
  for (const pattern of patterns) {
    // Most calls name files; the library for patterns takes its time to load.
    if (!/[*?[\]{}()!]/.test(pattern) || existsSync(pattern)) {
      paths.push(pattern);
      continue;
    }
    const { glob } = require('tinyglobby') as typeof import('tinyglobby');
    const found = await glob(pattern, { ignore: ['**/node_modules/**'], expandDirectories: false });
    if (found.length === 0) missing.push(pattern);
    paths.push(...found.sort());
  }
  return { paths: [...new Set(paths)], missing };
}

async function checkLines(
  analyzer: Analyzer,
  kind: Kind | undefined,
  least: Severity,
  failOn: Severity,
): Promise<number> {
  let status = 0;
  for await (const { id, text, kind: own } of readRows()) {
    if (text === undefined) {
      status = 2;
      continue;
    }
    const identity = { kind: kind ?? own ?? 'email' };
    const { findings, checks, score } = toResult(analyzer, { path: '-', text, identity, unpacked: false }, least);
    await print(`${JSON.stringify({ id, findings, checks, score })}\n`);
    if (status === 0 && findings.some(({ severity }) => atLeast(severity, failOn))) status = 1;
  }
  return status;
}

/** Rows of standard input, one at a time; a line that is no row is reported and comes without text. */
export async function* readRows(): AsyncGenerator<{ id?: unknown; text?: string; kind?: Kind }> {
  const { createInterface } = require('node:readline') as typeof import('node:readline');
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const row = parseRow(line);
    if (row === undefined) complain(`line ${number}: is not an object with a “text”`);
    yield row ?? {};
  }
}

function parseRow(line: string): { id?: unknown; text: string; kind?: Kind } | undefined {
  try {
    const { id, text, kind } = JSON.parse(line) as { id?: unknown; text?: unknown; kind?: unknown };
    if (typeof text !== 'string') return undefined;
    return kind === 'email' || kind === 'proposal' || kind === 'other' ? { id, text, kind } : { id, text };
  } catch {
    return undefined;
  }
}
