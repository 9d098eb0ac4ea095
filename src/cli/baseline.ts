import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sentenceOf, UsageError } from './common';
import { replaceFile } from './replaceFile';
import type { FileResult, PrintedFinding } from './result';

/** The findings of old documents that nobody wants to hear of again, by path and fingerprint. */
export interface Baseline {
  /** A result without the findings that the baseline knows. While it is being written nothing is left out. */
  without(result: FileResult): FileResult;
  /** Writes what was seen, where that was asked for. */
  save(): Promise<void>;
}

/** @throws UsageError when the file holds no baseline */
export function openBaseline(file: string | undefined, update: boolean): Baseline {
  if (file === undefined) {
    if (update) throw new UsageError('--update-baseline needs --baseline FILE.');
    return { without: (result) => result, save: async () => undefined };
  }
  // A file has one name in the baseline, however a call names it and from wherever.
  const folder = path.dirname(path.resolve(file));
  const keyOf = (result: FileResult) =>
    result.path === '-' ? '-' : path.relative(folder, path.resolve(result.path)).replaceAll('\\', '/');
  if (update) {
    const seen = new Map<string, string[]>();
    return {
      without(result) {
        if (result.findings.length > 0) seen.set(keyOf(result), fingerprints(result.findings));
        return result;
      },
      async save() {
        const written = { version: 1, findings: Object.fromEntries([...seen].sort()) };
        try {
          await replaceFile(file, Buffer.from(`${JSON.stringify(written, null, 2)}\n`));
        } catch (error) {
          throw new Error(`${file}: the baseline could not be written (${sentenceOf(error)})`);
        }
      },
    };
  }
  const known = read(file);
  return {
    without(result) {
      const old = new Set(known.get(keyOf(result)));
      if (old.size === 0) return result;
      const prints = fingerprints(result.findings);
      const findings = result.findings.filter((_, at) => !old.has(prints[at]!));
      // The other parts of a result are worked out when somebody asks for them.
      const parts = Object.getOwnPropertyDescriptors(result);
      return Object.defineProperties({}, { ...parts, findings: { value: findings, enumerable: true } }) as FileResult;
    },
    save: async () => undefined,
  };
}

/** What stays of a finding when lines around it move: its rule, its words, and the how-manieth of these it is. */
export function fingerprints(findings: readonly Pick<PrintedFinding, 'ruleId' | 'text'>[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ ruleId, text }) => {
    const key = `${ruleId}\n${text.replace(/\s+/g, ' ')}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return createHash('sha256').update(`${key}\n${count}`).digest('hex').slice(0, 32);
  });
}

function read(file: string): ReadonlyMap<string, readonly string[]> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `${file}: ${error instanceof SyntaxError ? 'is no baseline, since it is not JSON' : sentenceOf(error)}`,
    );
  }
  const { version, findings } = (value ?? {}) as { version?: unknown; findings?: unknown };
  const isPrints = (list: unknown) => Array.isArray(list) && list.every((print) => typeof print === 'string');
  const fits =
    version === 1 && typeof findings === 'object' && findings !== null && Object.values(findings).every(isPrints);
  if (!fits) throw new UsageError(`${file}: is no baseline; --update-baseline writes one.`);
  return new Map(Object.entries(findings as Record<string, string[]>));
}
