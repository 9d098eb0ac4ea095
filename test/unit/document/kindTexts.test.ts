import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readDraft } from '../../../src/document/draft/readDraft';

interface KindText {
  readonly kind: string;
  readonly label: string;
  readonly text: string;
}

/** Texts divided by lines `=== kind what it is`. */
function textsIn(file: string): KindText[] {
  const parts = readFileSync(file, 'utf8').split(/^=== /m).slice(1);
  return parts.map((part) => {
    const end = part.indexOf('\n');
    const [kind = '', ...label] = part.slice(0, end).split(' ');
    return { kind, label: label.join(' '), text: part.slice(end + 1) };
  });
}

/** What is mistaken, by its label. */
function mistaken(texts: readonly KindText[], path: string): string[] {
  return texts.filter(({ kind, text }) => readDraft(text, { path }).kind.kind !== kind).map(({ label }) => label);
}

describe('the kind of short texts of many sorts', () => {
  const heldOut = textsIn('corpus/kinds/heldOut.txt');

  it('is right for six in seven that nothing was fitted on', () => {
    const wrong = mistaken(heldOut, 'text.txt');
    assert.ok(wrong.length * 7 <= heldOut.length, wrong.join(', '));
  });

  it('is never mail for what a program or a machine prints', () => {
    const printed = heldOut.filter(({ label }) => /usage|log|output|timetable|patch notes|comment/.test(label));
    assert.ok(printed.length >= 6);
    assert.deepEqual(mistaken(printed, 'text.txt'), []);
  });

  it('stays the same under another plain name', () => {
    assert.deepEqual(mistaken(heldOut, 'notes/page-2'), mistaken(heldOut, 'text.txt'));
  });
});
