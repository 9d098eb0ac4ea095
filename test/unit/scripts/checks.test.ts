import assert from 'node:assert/strict';
import { bundleFaults, styleFaults } from '../../../scripts/check-bundle.mjs';
import { dependencyFaults } from '../../../scripts/check-dependencies.mjs';

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

  it('lets a room use what lies below it', () => {
    assert.deepEqual(faults('src/diagnosis/diagnose.ts', "import { readThread } from '../thread/thread';"), []);
  });

  it('refuses an arrow up, sideways, and past the one door', () => {
    assert.equal(faults('src/document/draft/readDraft.ts', "import { find } from '../../wording/find';").length, 1);
    assert.equal(faults('src/tone/tone.ts', "import { readThread } from '../thread/thread';").length, 1);
    assert.equal(faults('src/editor/hover.ts', "import { diagnose } from '../diagnosis/diagnose';").length, 1);
    assert.deepEqual(faults('src/editor/hover.ts', "import type { Diagnosis } from '../diagnosis/diagnosis';"), []);
  });

  it('sees imports over several lines, late ones, and not those in comments', () => {
    assert.equal(faults('src/tone/tone.ts', "import {\n  a,\n  b,\n} from '../thread/thread';").length, 1);
    assert.equal(faults('src/tone/tone.ts', "const late = () => import('../diagnosis/diagnose');").length, 1);
    assert.deepEqual(faults('src/tone/tone.ts', "// import { a } from '../diagnosis/diagnose';\n"), []);
  });

  it('keeps the editor in its room', () => {
    assert.equal(faults('src/engine/index.ts', "import * as vscode from 'vscode';").length, 1);
    assert.equal(faults('media/main.ts', "import * as vscode from 'vscode';").length, 1);
    assert.deepEqual(faults('src/editor/hover.ts', "import * as vscode from 'vscode';"), []);
  });

  it('refuses a clock, a disk and a network below the faces', () => {
    assert.equal(faults('src/thread/gaps.ts', 'const now = Date.now();').length, 1);
    assert.equal(faults('src/wording/read.ts', "import { readFile } from 'node:fs/promises';").length, 1);
    assert.deepEqual(faults('src/thread/gaps.ts', "const words = 'Date.now() setTimeout';"), []);
  });

  it('finds a circle of files', () => {
    const circle = dependencyFaults([
      { path: 'src/tone/a.ts', text: "import { b } from './b';" },
      { path: 'src/tone/b.ts', text: "import { a } from './a';" },
    ]);
    assert.deepEqual(circle, ['circle: src/tone/a.ts -> src/tone/b.ts -> src/tone/a.ts']);
  });
});
