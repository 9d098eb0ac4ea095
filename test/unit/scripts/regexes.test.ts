import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { analyse } from 'scslre';

interface Literal {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
}

/** Every regular expression that is written out in the sources. */
function regexesIn(...folders: readonly string[]): Literal[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .flatMap((name) => {
        const file = path.posix.join(folder, name.replaceAll('\\', '/'));
        const found: Literal[] = [];
        collect(parseSync(file, readFileSync(file, 'utf8')).program, file, found);
        return found;
      }),
  );
}

function collect(node: unknown, file: string, into: Literal[]): void {
  if (typeof node !== 'object' || node === null) return;
  const { type, regex } = node as { type?: string; regex?: { pattern: string; flags: string } };
  if (type === 'Literal' && regex !== undefined) into.push({ source: regex.pattern, flags: regex.flags, file });
  for (const inner of Object.values(node)) collect(inner, file, into);
}

/** What makes a search take more than linear time. `Move`: the search begins anew at many places and runs far from each. */
function slowWays({ source, flags }: Pick<Literal, 'source' | 'flags'>, moves: boolean): string[] {
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: moves } });
  return reports.map(({ type, exponential }) => (exponential ? `exponential ${type}` : type));
}

/** Expressions on lines of a bounded length that are not linear; no more may come, and who mends one lowers the number. */
const MOST_SLOW = 23;

describe('Regular expressions', () => {
  // What reads lines is given lines that are cut to a length; the tests of hostile documents measure it.
  const readsLines = /^src\/(?:document|thread)\//;

  it('are linear in the length of what they search', () => {
    const all = regexesIn('src', 'media').filter(({ file }) => !readsLines.test(file));
    assert.ok(all.length > 200, String(all.length));
    const slow = all
      .map((one) => [one.file, `/${one.source}/`, ...slowWays(one, true)])
      .filter(({ length }) => length > 2);
    assert.deepEqual(slow, []);
  });

  it('that read lines never take exponential time', () => {
    const all = regexesIn('src/document', 'src/thread');
    const slow = all.map((one) => [one.file, `/${one.source}/`, ...slowWays(one, false)]);
    assert.deepEqual(
      slow.filter((ways) => ways.some((way) => way.startsWith('exponential'))),
      [],
    );
  });

  it('that read lines and run far from many places become fewer', () => {
    const slow = regexesIn('src/document', 'src/thread').filter((one) => slowWays(one, true).length > 0);
    assert.ok(slow.length <= MOST_SLOW, slow.map(({ file, source }) => `${file} /${source}/`).join('\n'));
  });

  it('that are slow are seen', () => {
    assert.deepEqual(slowWays({ source: '(?:a+)+b', flags: '' }, false), ['exponential Self']);
    assert.deepEqual(slowWays({ source: '[*_]+$', flags: '' }, true), ['Move']);
    assert.deepEqual(slowWays({ source: '^\\s*\\s*$', flags: '' }, true), ['Trade']);
  });
});
