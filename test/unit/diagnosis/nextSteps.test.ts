import assert from 'node:assert/strict';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { tellingStatements } from '../../../src/diagnosis/tellingStatements';
import { readDraft } from '../../../src/document/draft/readDraft';
import { playbook } from '../../../src/playbook/read';
import { readThread } from '../../../src/thread/thread';
import { correspondence } from '../thread/correspondence';
import { stuck } from './threads';

const read = (text: string) => diagnose(readThread(readDraft(text, {})));

describe('What to do next', () => {
  it('is two moves, best first, each with what makes it wrong', () => {
    for (const [cause, text] of Object.entries(stuck)) {
      const { moves, causes } = read(text);
      assert.ok(moves.length <= 2, cause);
      if (causes.length > 0) assert.equal(moves[0]!.cause, causes[0]!.id);
      assert.ok(moves.every(({ whenNot }) => whenNot.length > 0));
    }
  });

  it('speaks in the words of the thread: the thing, not a bracket', () => {
    const text = correspondence(
      { from: 'me', day: '3 March 2025', text: 'Shall we sign for the boathouse at 40,000?' },
      {
        from: 'them',
        day: '9 March 2025',
        text: 'Personally I like the boathouse. It has to go past our trustees, I can not sign it myself.',
      },
      { from: 'me', day: '20 March 2025', text: 'Any news about the boathouse?' },
    );
    const { questions, moves } = read(text);
    const words = [...questions.map(({ text: words }) => words), ...moves.flatMap(({ openings }) => openings)].join(
      '\n',
    );
    assert.ok(words.includes('the boathouse'), words);
    assert.ok(!words.includes('[item]'));
  });

  it('puts openings without blanks before those with blanks', () => {
    const blanks = (text: string) => text.match(/\[[^\]]+\]/g)?.length ?? 0;
    for (const text of Object.values(stuck))
      for (const { openings } of read(text).moves)
        assert.ok(openings.every((opening, at) => at === 0 || blanks(openings[at - 1]!) <= blanks(opening)));
  });
});

describe('The statements that would tell most', () => {
  it('are three, each of another cause, and leave out what was answered', () => {
    const { causes } = read(stuck.distrust!);
    const first = tellingStatements(causes);
    assert.equal(first.length, 3);
    const causeOf = (id: string) =>
      playbook.causes.find(({ statements }) => statements.some((one) => one.id === id))!.id;
    assert.equal(new Set(first.map(({ id }) => causeOf(id))).size, 3);
    assert.ok(first.every(({ change }, at) => at === 0 || change <= first[at - 1]!.change));
    const next = tellingStatements(causes, { [first[0]!.id]: 'yes' });
    assert.ok(next.every(({ id }) => id !== first[0]!.id));
  });

  it('concern causes between which it is open, not one that is certain', () => {
    const open = tellingStatements([
      { id: 'no-authority', score: 0.5 },
      { id: 'not-ready', score: 0.45 },
    ]).map(({ id }) => id.replace(/^(no-authority|not-ready).*/, '$1'));
    assert.deepEqual(new Set(open.slice(0, 2)), new Set(['no-authority', 'not-ready']));
  });
});

describe('Answers to the checklist', () => {
  it('two of them do not make a cause certain that the text does not show', () => {
    const text = stuck['external-limit']!;
    const thread = readThread(readDraft(text, {}));
    const before = diagnose(thread).causes;
    for (const { id, statements } of playbook.causes) {
      if ((before.find((cause) => cause.id === id)?.score ?? 0) > 0.005) continue;
      const [one, two] = [...statements].sort((a, b) => b.yes - a.yes);
      const after = diagnose(thread, { answers: { [one!.id]: 'yes', [two!.id]: 'yes' } }).causes;
      assert.ok((after.find((cause) => cause.id === id)?.score ?? 0) < 0.9, id);
    }
  });
});
