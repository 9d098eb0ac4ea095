import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { wordsOf } from '../../src/editor/diagnostics.js';
import { createAnalyzer } from '../../src/engine/index.js';
import { activateExtension, closeAll, codeOf, diagnosticsOf, isWebHost, openText, say, waitFor } from './helpers.js';

/** After so many edits what is underlined is held against a fresh reading of the text. */
const LOOK = 100;
const SAY = 500;
/** Places that are changed at once, at most, beyond two. */
const BURST = 30;
/** The text is cut in two where it is longer than this, in UTF-16 code units. */
const LONGEST = 5_000;
/** Bytes by which the heap may be larger in the last third than in the second, all garbage collected. */
const GROWTH = 8_000_000;

const pieces = [
  'We demand a reply. ',
  'We demand ',
  'This delay is your fault. ',
  'Take it or leave it. ',
  'This is ridiculous, ',
  'You never answer. ',
  'Could you tell us what matters most to you? ',
  'Thank you for the plan. ',
  'We can offer 4,500 for the first year',
  '\n\n',
  '\n',
  '.',
  ' ',
  '\n> You never answer my mails.\n',
  '😀',
  '“',
  'never ',
  'Frankly, ',
  '!!! ',
];
/** What follows these is not the writer's own, so they are rare. */
const ends = ['\n\nOn Mon, 3 Feb 2025 at 10:00, Tom <tom@x.example> wrote:\n', '\n\nKind regards,\nAnn\n', '\n-- \n'];

/** The same numbers for the same seed, from 0 up to 1. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Bytes in use once the garbage is collected; `undefined` where the host does not tell. */
function heapSize(): number | undefined {
  if (isWebHost()) return undefined;
  const v8 = require('node:v8') as typeof import('node:v8');
  const vm = require('node:vm') as typeof import('node:vm');
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  for (let times = 0; times < 3; times++) collect();
  return v8.getHeapStatistics().used_heap_size;
}

/** Hears of promises that fail and nobody waits for, in either host. */
function countRejections(): { readonly seen: string[]; stop(): void } {
  const seen: string[] = [];
  const hear = (reason: unknown) => void seen.push(String((reason as Error | undefined)?.stack ?? reason));
  if (isWebHost()) {
    const worker = globalThis as unknown as EventTarget;
    const heard = (event: Event) => hear((event as Event & { readonly reason: unknown }).reason);
    worker.addEventListener('unhandledrejection', heard);
    return { seen, stop: () => worker.removeEventListener('unhandledrejection', heard) };
  }
  // The bundle's own `process` stands in for that of a page.
  const real = require('node:process') as typeof import('node:process');
  real.on('unhandledRejection', hear);
  return { seen, stop: () => void real.off('unhandledRejection', hear) };
}

describe(`${__RUN__.edits} edits at random`, function () {
  this.timeout(__RUN__.edits * 300 + 60_000);
  // All that is found is underlined, so that there is much to hold against.
  const hints = (value: boolean | undefined) =>
    vscode.workspace.getConfiguration('commonGround').update('hints', value, vscode.ConfigurationTarget.Workspace);
  before(async () => {
    await activateExtension();
    await hints(true);
  });
  after(async () => {
    await closeAll();
    await hints(undefined);
  });

  it('are all followed: what is underlined is what a fresh reading finds, and memory stays as it was', async () => {
    const seed = Date.now() % 1_000_000;
    const random = numbersFrom(seed);
    const upTo = (end: number) => Math.floor(random() * end);
    const editor = await openText({
      content: 'Dear Tom,\n\nWe demand a reply.\n\nAnn\n',
      language: 'email',
    });
    const { document } = editor;
    const analyzer = createAnalyzer();
    const any = () => document.positionAt(upTo(document.getText().length + 1));
    const near = (from: vscode.Position, most: number) =>
      new vscode.Range(from, document.positionAt(document.offsetAt(from) + upTo(most)));
    const piece = () => (random() < 0.01 ? ends[upTo(ends.length)]! : pieces[upTo(pieces.length)]!);
    const rejections = countRejections();
    let refused = 0;
    const edited = (work: (edit: vscode.TextEditorEdit) => void) =>
      editor.edit(work).then((done) => {
        if (!done) refused++;
      });

    /** Several places at once, as a formatter or a merge does it: a long run gets through more edits in the same time. */
    async function burst(): Promise<number> {
      const length = document.getText().length;
      const count = 2 + upTo(BURST);
      const offsets = Array.from({ length: 2 * count }, () => upTo(length + 1)).sort((one, other) => one - other);
      let made = 0;
      await edited((edit) => {
        for (let at = 0; at < count; at++) {
          const [start, end] = [offsets[2 * at]!, offsets[2 * at + 1]!];
          // Places that touch are refused, and a long stretch would leave little to change.
          if (start === offsets[2 * at - 1]) continue;
          made++;
          const range = new vscode.Range(document.positionAt(start), document.positionAt(Math.min(end, start + 20)));
          if (random() < 0.6) edit.insert(range.start, piece());
          else edit.replace(range, random() < 0.5 ? '' : piece());
        }
      });
      return made;
    }

    /** Resolves to how many edits it was. */
    async function change(): Promise<number> {
      if (random() < 0.25) return burst();
      const choice = random();
      if (document.getText().length > LONGEST)
        await edited((edit) =>
          edit.delete(new vscode.Range(document.positionAt(LONGEST / 2), document.positionAt(LONGEST * 2))),
        );
      else if (choice < 0.4) await edited((edit) => edit.insert(any(), piece()));
      else if (choice < 0.55) await edited((edit) => edit.delete(near(any(), 60)));
      else if (choice < 0.65) await edited((edit) => edit.replace(near(any(), 30), piece()));
      else if (choice < 0.72) {
        const [first, second] = [any(), any()].sort((one, other) => one.compareTo(other));
        await edited((edit) => {
          edit.insert(first!, piece());
          if (!first!.isEqual(second!)) edit.insert(second!, piece());
        });
      } else if (choice < 0.88) {
        const at = any();
        editor.selection = new vscode.Selection(at, at);
        await vscode.commands.executeCommand('type', { text: 'abc dwe.'[upTo(8)] });
      } else if (choice < 0.96) await vscode.commands.executeCommand(random() < 0.6 ? 'undo' : 'redo');
      else {
        const eol = document.eol === vscode.EndOfLine.LF ? vscode.EndOfLine.CRLF : vscode.EndOfLine.LF;
        await edited((edit) => edit.setEndOfLine(eol));
      }
      return 1;
    }

    /** What a reading of the whole text finds, as `rule start`. */
    function fresh(): string {
      const draft = analyzer.read(document.getText(), { path: document.uri.path, languageId: document.languageId });
      const found = draft.formalNotice ? [] : analyzer.findings(draft);
      return found
        .map((one) => `${one.ruleId} ${wordsOf(one).start}`)
        .sort()
        .join('\n');
    }

    function shown(): string {
      const found = diagnosticsOf(document.uri).filter((one) => codeOf(one).includes('/'));
      return found
        .map((one) => `${codeOf(one)} ${document.offsetAt(one.range.start)}`)
        .sort()
        .join('\n');
    }

    const heap: number[] = [];
    let held = 0;
    let underlined = 0;
    let told = 0;
    let looked = 0;
    for (let edits = 0; edits < __RUN__.edits; ) {
      edits += await change();
      if (edits - looked < LOOK && edits < __RUN__.edits) continue;
      looked = edits;
      // The sentence that is being typed stays unmarked until the cursor leaves it.
      await edited((edit) => edit.insert(new vscode.Position(0, 0), 'Dear Tom,\n\n'));
      const expected = fresh();
      await waitFor(
        `seed ${seed}, edit ${edits}: what a fresh reading finds: ${expected}`,
        shown,
        (now) => now === expected,
      );
      held++;
      underlined += diagnosticsOf(document.uri).length;
      const size = heapSize();
      if (size !== undefined) heap.push(size);
      // The runner waits for a word now and then.
      if (edits - told < SAY) continue;
      told = edits;
      say(`    ${edits} edits`);
    }
    rejections.stop();
    const mean = (part: readonly number[]) => part.reduce((sum, size) => sum + size, 0) / Math.max(1, part.length);
    const third = Math.ceil(heap.length / 3);
    const [before, after] = [mean(heap.slice(third, 2 * third)), mean(heap.slice(2 * third))];
    const megabytes = (size: number) => `${(size / 1_000_000).toFixed(1)} MB`;
    const memory =
      heap.length === 0
        ? 'not told here'
        : `${megabytes(mean(heap.slice(0, third)))}, ${megabytes(before)}, ${megabytes(after)}`;
    say(
      `    seed ${seed}, held ${held} times against a fresh reading, ${underlined} underlines, ${rejections.seen.length} rejected promises; heap in each third: ${memory}`,
    );
    assert.deepEqual(rejections.seen, []);
    assert.equal(refused, 0);
    assert.ok(underlined > held, `${underlined} underlines`);
    assert.ok(after - before < GROWTH, `the heap grows: ${memory}`);
  });
});
