import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { bundledPackages, noticesFile, noticesOf, packageOf } from '../../scripts/third-party.mjs';
import { zipEntries } from '../../scripts/unzip.mjs';

// These look at the bundles and the package that were built last.
describe('the licences of what is bundled', () => {
  const notices = readFileSync(noticesFile, 'utf8');

  it('are all there in full', () => {
    const packages = bundledPackages();
    assert.ok(packages.length > 10, packages.join());
    for (const folder of packages) {
      const { name, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      assert.ok(notices.includes(`\n${name} (${license})\n`), name);
      for (const file of readdirSync(folder).filter((each) => /^licen[cs]e/i.test(each))) {
        const text = readFileSync(`${folder}/${file}`, 'utf8').replace(/\r\n/g, '\n').trim();
        assert.ok(notices.includes(text), `${name}: ${file}`);
      }
    }
    assert.equal(notices, noticesOf(packages), 'the file is that of the bundles');
  });

  it('belong to the innermost package of a path', () => {
    assert.equal(packageOf('node_modules/@lezer/common/dist/index.js'), 'node_modules/@lezer/common');
    assert.equal(packageOf('node_modules/a/node_modules/b/c.js'), 'node_modules/a/node_modules/b');
    assert.equal(packageOf('src/engine/index.ts'), undefined);
  });

  it('say who made a package that has no file for it, and are refused where nobody knows', () => {
    const text = noticesOf(['node_modules/@cfworker/json-schema']);
    assert.match(text, /Copyright \(c\) Jeremy Danyow\n/);
    assert.match(text, /THE SOFTWARE IS PROVIDED "AS IS"/);
    assert.throws(() => noticesOf(['test/unit']));
  });
});

describe('the readme in a package', () => {
  const links = (text: string) =>
    [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link!).filter((link) => !/^https:/.test(link));

  it('links to files that lie in the npm package', () => {
    const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    const [{ files }] = JSON.parse(listed) as [{ files: { path: string }[] }];
    const packed = new Set(files.map(({ path }) => path));
    assert.ok(packed.has(noticesFile) && packed.has('LICENSE'));
    const wanted = links(readFileSync('README.md', 'utf8'));
    assert.ok(wanted.length > 4);
    for (const link of wanted) assert.ok(packed.has(link), link);
  });

  it('links to places outside of the extension only by whole addresses', async () => {
    const vsix = readdirSync('.').find((name) => name.endsWith('.vsix'))!;
    const entries = await zipEntries(vsix);
    const readme = entries.find(({ name }) => /^extension\/readme\.md$/i.test(name))!;
    assert.deepEqual(links(readme.read().toString('utf8')), []);
    assert.ok(entries.some(({ name }) => name === `extension/${noticesFile}`));
    assert.ok(!entries.some(({ name }) => name.endsWith('.map')));
    const { icon } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.ok(entries.some(({ name }) => name === `extension/${icon}`) && existsSync(icon));
  });
});
