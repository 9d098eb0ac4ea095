import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readInput, UnreadError } from '../../../src/cli/common';

describe('what is not read', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'unread-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = (name: string, bytes: Uint8Array | string) => {
    const whole = path.join(folder, name);
    writeFileSync(whole, bytes);
    return whole;
  };
  const reasonOf = async (name: string): Promise<string> => {
    try {
      await readInput(name, undefined);
    } catch (error) {
      assert.ok(error instanceof UnreadError, String(error));
      assert.ok(error.message.length > 8);
      return error.reason;
    }
    return 'read';
  };
  const huge = file('huge.txt', '');
  truncateSync(huge, 50_000_000);
  const outlook = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(7)]);

  for (const [name, input, reason] of [
    ['a file that is not there', path.join(folder, 'gone.txt'), 'missing'],
    ['a folder', folder, 'folder'],
    ['a zero in the first bytes', file('a.txt', 'Dear\0'), 'binary'],
    ['a zero far down', file('b.txt', `${'We ask you. '.repeat(9000)}\0`), 'binary'],
    ['UTF-32, the small end first', file('c.txt', Uint8Array.from([255, 254, 0, 0, 72, 0, 0, 0])), 'charset'],
    ['UTF-32, the big end first', file('d.txt', Uint8Array.from([0, 0, 254, 255, 0, 0, 0, 72])), 'charset'],
    ['one character too many', file('e.txt', 'a'.repeat(5_000_001)), 'too-long'],
    ['50 MB', huge, 'too-long'],
    ['a device without end', '/dev/zero', 'too-long'],
    ['an Outlook file that is cut off', file('f.msg', outlook), 'unreadable'],
    ['as many characters as may be', file('g.txt', 'a'.repeat(5_000_000)), 'read'],
    ['UTF-16', file('h.txt', Buffer.from('\ufeffDear Ida,', 'utf16le')), 'read'],
    ['nothing', file('i.txt', ''), 'read'],
  ] as const)
    it(`says why, or reads it: ${name}`, async () => {
      const before = process.cpuUsage();
      assert.equal(await reasonOf(input), reason);
      assert.ok(process.cpuUsage(before).user < 1_000_000);
    });
});
