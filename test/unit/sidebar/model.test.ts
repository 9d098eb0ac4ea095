import assert from 'node:assert/strict';
import { newCase, setAnswer, setRuledOut } from '../../../src/case/caseRecord';
import { content } from '../../../src/engine/playbook';
import { readTarget, targetOf } from '../../../src/sidebar/diagnosisView';
import { modelFor, threadText } from './fixtures';

const fresh = newCase('c1', 'file:///a', undefined, 1);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the model of the sidebar', () => {
  it('ranks causes by their share of the signs, with lines that can be found again', () => {
    const { stall } = modelFor(threadText);
    const shares = stall!.causes.map(({ share }) => share);
    assert.deepEqual(
      shares,
      [...shares].sort((one, other) => other - one),
    );
    assert.ok(Math.abs(sum(shares) - 1) < 0.05);
    for (const { speaksFor } of stall!.causes)
      for (const { id, text, line } of speaksFor) {
        const { start, end } = readTarget(id)!;
        assert.equal(threadText.slice(start, end).replace(/\s+/g, ' '), text);
        assert.equal(threadText.slice(0, start).split('\n').length, line);
      }
  });

  it('moves the ranking as statements are answered', () => {
    const shareOf = (model: ReturnType<typeof modelFor>) =>
      model.stall!.causes.find(({ id }) => id === 'ego')?.share ?? 0;
    const before = shareOf(modelFor(threadText));
    const yes = setAnswer(setAnswer(fresh, 'ego-public-stand', 'yes', 2), 'ego-corrected', 'yes', 3);
    assert.ok(shareOf(modelFor(threadText, yes)) > before + 0.1);
  });

  it('sets a cause apart that was ruled out, and shares its part among the others', () => {
    const [first] = modelFor(threadText).stall!.causes;
    const { stall, moves } = modelFor(threadText, setRuledOut(fresh, first!.id, true, 2));
    assert.ok(stall!.causes.every(({ id }) => id !== first!.id));
    assert.deepEqual(stall!.ruledOut, [{ id: first!.id, title: first!.title }]);
    assert.ok(Math.abs(sum(stall!.causes.map(({ share }) => share)) - 1) < 1e-9);
    assert.ok(moves.every(({ cause }) => cause !== first!.title));
  });

  it('lists every statement once, in an order that answers do not change', () => {
    const ids = (model: ReturnType<typeof modelFor>) =>
      model.checklist.flatMap(({ statements }) => statements.map(({ id }) => id));
    const all = ids(modelFor(threadText));
    assert.equal(new Set(all).size, all.length);
    assert.equal(all.length, sum(content.playbook.causes.map(({ statements }) => statements.length)));
    assert.deepEqual(ids(modelFor(threadText, setAnswer(fresh, 'ego-corrected', 'yes', 2))), all);
  });

  it('suggests an answer that the text speaks for, beside what the user said', () => {
    const statements = (record = fresh) => modelFor(threadText, record).checklist.flatMap((group) => group.statements);
    const suggested = statements().filter(({ suggestion }) => suggestion !== undefined);
    assert.ok(suggested.length > 0);
    assert.ok(suggested.some(({ suggestion }) => suggestion!.chips.length > 0));
    const { id } = suggested[0]!;
    const overruled = statements(setAnswer(fresh, id, 'no', 2)).find((one) => one.id === id)!;
    assert.equal(overruled.answer, 'no');
  });

  it('names signals and statements that the playbook has', () => {
    for (const [cause, statements] of Object.entries(content.suggestedAnswers)) {
      const entry = content.playbook.causes.find(({ id }) => id === cause);
      const signals = entry?.signals.map(({ id }) => id);
      for (const [statement, ids] of Object.entries(statements ?? {})) {
        assert.ok(
          entry?.statements.some(({ id }) => id === statement),
          statement,
        );
        for (const id of ids) assert.ok(signals?.includes(id), `${cause}/${id}`);
      }
    }
  });

  it('draws the thread in time order with its gaps', () => {
    const { timeline, balance } = modelFor(threadText);
    assert.deepEqual(
      timeline!.messages.map(({ by }) => by),
      ['me', 'them', 'me'],
    );
    assert.ok(timeline!.messages[2]!.gapDays! > 16);
    assert.ok(balance!.them.questions >= 1);
  });

  it('says what undoing takes back', () => {
    const { case: one } = modelFor(threadText, setAnswer(fresh, 'ego-corrected', 'yes', 2));
    assert.match(one!.undo!, /undoOf It hardened after we corrected them/);
    assert.equal(one!.answers, 1);
  });

  it('has no thread to show in an empty document and keeps the checklist', () => {
    const model = modelFor('');
    assert.deepEqual(model.stall!.causes, []);
    assert.equal(model.timeline, undefined);
    assert.equal(model.checklist.length, 7);
  });

  it('never holds private limits', () => {
    assert.equal(JSON.stringify(modelFor(threadText)).includes('"limits"'), false);
  });
});

describe('a place named by the page', () => {
  it('is read as it was written, and nothing else is', () => {
    assert.deepEqual(readTarget(targetOf(3, 17)), { start: 3, end: 17 });
    for (const target of ['', '3', '3-', '-3-4', '9-3', '1e3-2e3', '3-4-5', '99999999999-99999999999'])
      assert.equal(readTarget(target), undefined);
  });
});
