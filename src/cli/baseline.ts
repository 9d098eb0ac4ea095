import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UsageError } from './common';
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
  if (update) {
    const seen: Record<string, string[]> = {};
    return {
      without(result) {
        if (result.findings.length > 0) seen[pathOf(result)] = fingerprints(result.findings);
        return result;
      },
      save: () => replaceFile(file, Buffer.from(`${JSON.stringify({ version: 1, findings: seen }, null, 2)}\n`)),
    };
  }
  const known = read(file);
  return {
    without(result) {
      const old = new Set(known[pathOf(result)]);
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

function pathOf({ path }: FileResult): string {
  return path.replaceAll('\\', '/');
}

function read(file: string): Record<string, string[]> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: is no baseline (${error instanceof Error ? error.message : String(error)})`);
  }
  const findings = (value as { version?: unknown; findings?: unknown } | null)?.findings;
  const fits =
    typeof findings === 'object' && findings !== null && Object.values(findings).every((list) => Array.isArray(list));
  if (!fits) throw new UsageError(`${file}: is no baseline; --update-baseline writes one.`);
  return findings as Record<string, string[]>;
}
