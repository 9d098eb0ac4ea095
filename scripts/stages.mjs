import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const script = (name, ...words) => [process.execPath, path.join(root, 'scripts', name), ...words];
const tool = (file, ...words) => [process.execPath, path.join(root, 'node_modules', file), ...words];
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

// The two lanes run side by side. In `editors` one stage runs at a time: two VS Codes at once on two cores take as long together as one
// after the other, and make what waits for a clock unsteady. `checks` takes the cores that are left, at a lower priority, so that it does
// not slow what waits for a clock. `needs` names a VS Code; `after` names the stage that the other lane begins with, to wait for.
export const lanes = {
  editors: [
    { id: 'package', command: script('package.mjs') },
    {
      id: 'installed',
      needs: 'lowest',
      command: hostTests('lowest', 'node', '--vsix', `${name}-${version}.vsix`, ...suites('smoke')),
    },
    { id: 'ui-lowest-node', needs: 'lowest', command: script('ui-tests.mjs') },
    // Every suite where most people are; elsewhere those that what differs could break.
    { id: 'host-lowest-node', needs: 'lowest', command: hostTests('lowest', 'node') },
    {
      id: 'host-lowest-web',
      needs: 'lowest',
      command: hostTests('lowest', 'web', ...suites('smoke', 'documents', 'wording', 'stall', 'forgetting')),
    },
    {
      id: 'host-newest-node',
      needs: 'newest',
      command: hostTests('newest', 'node', ...suites('smoke', 'wording', 'restricted/restricted')),
    },
    { id: 'host-newest-web', needs: 'newest', command: hostTests('newest', 'web', ...suites('smoke', 'wording')) },
  ],
  checks: [
    { id: 'types', command: tool('typescript/bin/tsc', '-p', 'tsconfig.json', '--pretty', 'false') },
    { id: 'types-page', command: tool('typescript/bin/tsc', '-p', 'media/tsconfig.json', '--pretty', 'false') },
    { id: 'lint', command: tool('@biomejs/biome/bin/biome', 'check', '.') },
    { id: 'dependencies', command: script('check-dependencies.mjs') },
    { id: 'unit', command: script('unit.mjs', '--quick', '--reporter', 'dot') },
    { id: 'generated', command: script('generate.mjs', '--check') },
    { id: 'unit-long', command: script('unit.mjs', '--long', '--reporter', 'dot') },
    { id: 'corpus', command: script('run.mjs', 'scripts/corpus.ts', '--check') },
    { id: 'kept', command: script('unit.mjs', 'test/process', '--reporter', 'dot') },
    { id: 'privacy', after: 'package', command: script('check-bundle.mjs') },
    { id: 'packages', after: 'package', command: script('unit.mjs', 'test/package', '--reporter', 'dot') },
  ],
};

function hostTests(which, host, ...words) {
  return script('host-tests.mjs', '--vscode', which, '--host', host, ...words);
}

function suites(...names) {
  return names.map((suite) => path.join(root, `test/host/${suite}.test.ts`));
}
