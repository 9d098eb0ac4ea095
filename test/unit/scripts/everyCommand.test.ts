import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/paths.mjs';

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  contributes: { commands: { command: string; title: string }[] };
};
const titles = JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;

/** The sources of the tests in a real editor. */
function sources(): string {
  return ['test/host', 'test/ui']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => readFileSync(path.join(root, folder, name), 'utf8')),
    )
    .join('\n');
}

describe('every command', () => {
  it('of the palette is pressed by a test in a real editor', () => {
    const text = sources();
    const missing = manifest.contributes.commands.filter(({ command, title }) => {
      const name = command.replace('commonGround.', '');
      const spoken = `Common Ground: ${titles[title.replaceAll('%', '')]}`;
      return ![`'${command}'`, `run('${name}'`, `'${name}'`, spoken].some((words) => text.includes(words));
    });
    assert.deepEqual(
      missing.map(({ command }) => command),
      [],
    );
  });
});
