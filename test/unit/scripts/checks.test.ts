import assert from 'node:assert/strict';
import { bundleFaults, styleFaults } from '../../../scripts/check-bundle.mjs';
import { dependencyFaults } from '../../../scripts/check-dependencies.mjs';
import { drawingOf } from '../../../scripts/generate-architecture.mjs';

describe('the check of the bundles', () => {
  const refused = [
    'fetch("/x")',
    'globalThis["fetch"](1)',
    'const { fetch: get } = globalThis; get(1)',
    'const all = globalThis; all.fetch(1)',
    'const text = `$' + '{fetch(1)}`',
    'new XMLHttpRequest()',
    'new WebSocket(address)',
    'navigator.sendBeacon("/x")',
    'require("https")',
    'require("node:net")',
    'import("node:dgram")',
    'require(name)',
    'eval("1")',
    '(0, eval)("1")',
    'new Function("return 1")',
    'Function("return 1")()',
    'x.constructor.constructor("return 1")()',
    'new Worker(address)',
  ];
  for (const code of refused) {
    it(`refuses ${code}`, async () => {
      assert.notDeepEqual(await bundleFaults(code, ['vscode']), []);
    });
  }

  const accepted = [
    'const text = "fetch(1), eval(1) and new Function(1)"; use(text)',
    'function send(fetch) { return fetch }',
    'Function.prototype.call.bind(use)',
    'require("vscode").window',
    'use(typeof require)',
  ];
  for (const code of accepted) {
    it(`accepts ${code}`, async () => {
      assert.deepEqual(await bundleFaults(code, ['vscode']), []);
    });
  }

  const programs = [
    'var p = require("node:child_process"); p.execFileSync("curl", [])',
    'var p = require("child_process"); p.execSync("git")',
    'var p = require("node:child_process"); p.spawn("git", [])',
    'var p = require("node:child_process"); p[name]("git")',
    'var p = require("node:child_process"); var q = p; q.exec("git")',
    'require("node:child_process").execFileSync("git", [])',
    'const { exec } = require("node:child_process"); exec("git")',
    'import("node:child_process").then(run)',
  ];
  for (const code of programs) {
    it(`refuses in the command line: ${code}`, async () => {
      assert.notDeepEqual(await bundleFaults(code, ['child_process']), []);
    });
  }

  it('accepts git alone as another program, without a shell', async () => {
    const code = 'var p = require("node:child_process"); (0, p.execFileSync)("git", ["show", name])';
    assert.deepEqual(await bundleFaults(code, ['child_process']), []);
    assert.notDeepEqual(await bundleFaults(code, ['vscode']), []);
  });

  it('refuses styles that come from elsewhere', () => {
    assert.equal(
      styleFaults('@import "https://example.com/a.css"; a { background: url(//example.com/b.png) }').length,
      2,
    );
    assert.deepEqual(
      styleFaults('a { background: url("data:image/png;base64,AA") } @font-face { src: url(./codicon.ttf) }'),
      [],
    );
  });
});

describe('the check of the plan', () => {
  const faults = (path: string, text: string) => dependencyFaults([{ path, text }]);

  it('lets a layer use what lies below it', () => {
    assert.deepEqual(faults('src/diagnosis/diagnose.ts', "import { readThread } from '../thread/thread';"), []);
  });

  it('refuses an arrow up, sideways, and past the engine', () => {
    assert.equal(faults('src/document/draft/readDraft.ts', "import { find } from '../../wording/find';").length, 1);
    assert.equal(faults('src/tone/tone.ts', "import { readThread } from '../thread/thread';").length, 1);
    assert.equal(faults('src/editor/hover.ts', "import { diagnose } from '../diagnosis/diagnose';").length, 1);
    assert.equal(faults('src/cli/fixCommand.ts', "import { applyEdits } from '../wording/edits';").length, 1);
    assert.deepEqual(faults('src/editor/hover.ts', "import type { Diagnosis } from '../diagnosis/diagnosis';"), []);
    assert.deepEqual(faults('src/editor/hover.ts', "import { type Diagnosis } from '../diagnosis/diagnosis';"), []);
  });

  const imports = [
    "import {\n  a,\n  b,\n} from '../thread/thread';",
    "import '../thread/thread';",
    "export { a } from '../thread/thread';",
    "export * from '../thread/thread';",
    "const late = () => import('../thread/thread');",
    "const late = require('../thread/thread');",
    "type Late = typeof import('../thread/thread');",
    "import late = require('../thread/thread');",
    'const late = import(name);',
    'const load = require;',
    "import fs from 'fs';",
    "import http from 'http';",
    "import { readFile } from 'node:fs/promises';",
    "import chrono from 'chrono-node';",
    "import type { Uri } from 'vscode';",
    "import { parse } from 'yaml';",
  ];
  for (const text of imports) {
    it(`refuses in tone: ${text.replace(/\s+/g, ' ')}`, () => {
      assert.notDeepEqual(faults('src/tone/tone.ts', text), []);
    });
  }

  it('sees no imports in comments and strings', () => {
    assert.deepEqual(faults('src/tone/tone.ts', "// import { a } from '../diagnosis/diagnose';\n"), []);
    assert.deepEqual(faults('src/tone/tone.ts', 'const text = "import x from \'fs\'";'), []);
  });

  it('keeps VS Code to the editor, and the parsers to who needs them', () => {
    assert.equal(faults('src/engine/index.ts', "import * as vscode from 'vscode';").length, 1);
    assert.equal(faults('media/main.ts', "import * as vscode from 'vscode';").length, 1);
    assert.deepEqual(faults('src/editor/hover.ts', "import * as vscode from 'vscode';"), []);
    assert.deepEqual(faults('src/language/tagger.ts', "import nlp from 'compromise/two';"), []);
  });

  const worldly = [
    'const now = Date.now();',
    'const now = new Date();',
    'const now = new Date;',
    'const now = Date();',
    'const d = Date; const now = d.now();',
    'const { now } = Date;',
    "const now = Date['now']();",
    'const chance = Math.random();',
    'const { random } = Math;',
    'const id = crypto.randomUUID();',
    'const start = performance.now();',
    'setTimeout(run, 5);',
    'void fetch(address);',
    'console.log(text);',
    'const all = globalThis;',
    'const all = { crypto };',
    'const all = [performance];',
    'const day = `$' + '{Date.now()}`;',
  ];
  for (const text of worldly) {
    it(`refuses below the clients: ${text}`, () => {
      assert.equal(faults('src/thread/gaps.ts', text).length, 1);
      assert.deepEqual(faults('src/editor/gaps.ts', text), []);
    });
  }

  const arithmetic = [
    'const day = new Date(2024, 1, 3);',
    'const day = Date.UTC(2024, 1, 3);',
    'const most = Math.max(1, 2);',
    'const is = value instanceof Date;',
    'interface Dated { readonly date: Date; Date(): void }',
    "const words = 'Date.now() setTimeout';",
    'const { process: step, console: of } = value;',
    'use(value.performance, value.crypto);',
    'const self = people.find(isSelf); use(self);',
    'function speak({ window }: Room, fetch: Get) { return [window, fetch]; }',
  ];
  for (const text of arithmetic) {
    it(`accepts below the clients: ${text}`, () => {
      assert.deepEqual(faults('src/thread/gaps.ts', text), []);
    });
  }

  it('finds a circle of files', () => {
    const circle = dependencyFaults([
      { path: 'src/tone/a.ts', text: "import { b } from './b';" },
      { path: 'src/tone/b.ts', text: "import { a } from './a';" },
    ]);
    assert.deepEqual(circle, ['circle: src/tone/a.ts -> src/tone/b.ts -> src/tone/a.ts']);
  });
});

describe('the drawing of the layers', () => {
  it('stands users above what they use, by values and not by types', () => {
    const drawing = drawingOf([
      { path: 'src/engine/index.ts', text: "import { readThread } from '../thread/thread';" },
      { path: 'src/thread/thread.ts', text: "import type { Draft } from '../document/draft/draft';" },
      { path: 'src/document/draft/draft.ts', text: 'export interface Draft {}' },
    ]);
    assert.ok(drawing.indexOf('engine ') < drawing.indexOf('thread '));
    assert.match(drawing, /engine .*\n +↳ thread\n/);
    assert.doesNotMatch(drawing, /↳.*document/);
  });
});
