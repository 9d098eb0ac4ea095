import assert from 'node:assert/strict';
import { newCase, setAnswer, setRuledOut } from '../../../src/case/caseRecord';
import { content } from '../../../src/engine/playbook';
import causeLines from '../../../src/playbook/causeLines.yaml';
import causeStructure from '../../../src/playbook/causeStructure.yaml';
import { readTarget, targetOf } from '../../../src/sidebar/talksView';
import { modelFor, readingOf, threadText } from './sampleModel';

const fresh = newCase('c1', 'file:///a', undefined, 1);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the model of the sidebar', () => {
  it('shows two causes at most, with lines that can be found again', () => {
    const { talks } = modelFor(threadText);
    assert.equal(talks!.causes.length, 2);
    for (const { speaksFor } of talks!.causes)
      for (const { id, text, line } of speaksFor) {
        const { start, end } = readTarget(id)!;
        assert.equal(threadText.slice(start, end).replace(/\s+/g, ' ').trim(), text);
        assert.equal(threadText.slice(0, start).split('\n').length, line);
      }
  });

  it('says how sure it is in words, without a number', () => {
    const { talks } = modelFor(threadText);
    assert.match(talks!.causes[0]!.lead, /^lead(Clearly|Probably|OneOfTwo|Perhaps)/);
    assert.match(talks!.causes[1]!.lead, /^leadOr/);
    assert.doesNotMatch(JSON.stringify(talks), /"share"|\d %/);
  });

  it('asks who the user is before anything else, the likeliest first', () => {
    const reading = readingOf(threadText);
    const candidates = reading.thread.participants
      .map((participant) => ({ participant, share: participant.name === 'Sam Otieno' ? 0.6 : 0.4 }))
      .toSorted((one, other) => other.share - one.share);
    const model = modelFor(threadText, undefined, {
      reading: { ...reading, thread: { ...reading.thread, meKnownBy: 'guess', candidates } },
    });
    assert.deepEqual(
      model.talks!.ask.map(({ name }) => name),
      ['Sam Otieno', 'Nora Lind'],
    );
    assert.deepEqual(model.talks!.causes, []);
    assert.deepEqual(
      [model.moves, model.questions, model.telling, model.checklist, model.timeline],
      [[], [], [], [], undefined],
    );
    assert.deepEqual(modelFor(threadText).talks!.ask, []);
  });

  it('diagnoses no single draft and no single message', () => {
    for (const text of [
      'Dear Sam,\n\nWe would like 40 sacks a week at £21 a sack. Can you confirm by Friday?\n\nNora\n',
      threadText.slice(threadText.lastIndexOf('From: Nora')),
    ]) {
      const model = modelFor(text);
      assert.equal(model.talks, undefined);
      assert.deepEqual([model.moves, model.telling, model.checklist], [[], [], []]);
    }
  });

  it('moves the ranking as statements are answered', () => {
    const first = (model: ReturnType<typeof modelFor>) => model.talks!.causes[0]!.id;
    let record = fresh;
    for (const id of ['ego-public-stand', 'ego-corrected', 'ego-who-was-right', 'ego-no-reason-left'])
      record = setAnswer(record, id, 'yes', 2);
    assert.notEqual(first(modelFor(threadText)), 'ego');
    assert.equal(first(modelFor(threadText, record)), 'ego');
  });

  it('begins the checklist with three statements of different causes that are not answered yet', () => {
    const { telling, checklist } = modelFor(threadText);
    assert.equal(telling.length, 3);
    const all = checklist.flatMap(({ statements }) => statements.map(({ id }) => id));
    for (const { id } of telling) assert.ok(all.includes(id));
    const answered = modelFor(threadText, setAnswer(fresh, telling[0]!.id, 'no', 2));
    assert.ok(!answered.telling.some(({ id }) => id === telling[0]!.id));
  });

  it('asks which of two near causes is closer before it names them, until one of the answers is given', () => {
    const reading = readingOf(threadText);
    const diagnosis = reading.diagnose({});
    const near = modelFor(threadText, undefined, { diagnosis: { ...diagnosis, undecided: true } }).talks!;
    assert.equal(near.closer!.first, true);
    assert.deepEqual(
      near.closer!.answers.map(({ cause }) => cause),
      near.causes.map(({ id }) => id),
    );
    assert.match(near.causes[0]!.lead, /^leadOneOfTwo/);
    const { undecided: _, ...decided } = diagnosis;
    const far = modelFor(threadText, undefined, { diagnosis: decided }).talks!;
    assert.equal(far.closer!.first, false);
    assert.doesNotMatch(far.causes[0]!.lead, /^leadOneOfTwo/);
    const { statement } = diagnosis.discriminatingAnswers![0]!;
    const answered = modelFor(threadText, setAnswer(fresh, statement, 'yes', 2), { diagnosis }).talks!;
    assert.equal(answered.closer, undefined);
  });

  it('says the name of the user that nobody in the thread has', () => {
    const { talks } = modelFor(threadText.replace('Me: Nora Lind <nora@fernbakery.example>', 'Me: Paula Reyes'));
    assert.equal(talks!.missing, 'Paula Reyes');
    assert.equal(talks!.ask.length, 2);
    assert.equal(modelFor(threadText).talks!.missing, undefined);
  });

  it('writes openings with what the thread says, those with the fewest blanks first', () => {
    const reading = readingOf(threadText);
    const values = reading.valuesFor(reading.diagnose({}));
    assert.equal(values.name, 'Sam');
    const { moves } = modelFor(threadText, undefined, { fill: (text) => content.fill(text, values) });
    const blanks = (text: string) => text.match(/\[[^\]]+\]/g)?.length ?? 0;
    for (const { openings } of moves) {
      const counts = openings.map(blanks);
      assert.deepEqual(
        counts,
        counts.toSorted((one, other) => one - other),
      );
      assert.doesNotMatch(openings.join(), /\[name\]/);
    }
  });

  it('sets a cause apart that was ruled out', () => {
    const [first] = modelFor(threadText).talks!.causes;
    const { talks, moves } = modelFor(threadText, setRuledOut(fresh, first!.id, true, 2));
    assert.ok(talks!.causes.every(({ id }) => id !== first!.id));
    assert.deepEqual(talks!.ruledOut, [{ id: first!.id, title: first!.title }]);
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
    assert.ok(
      suggested.every(({ suggestion }) => suggestion!.chips.length > 0),
      'a line says so itself',
    );
    const { id } = suggested[0]!;
    const overruled = statements(setAnswer(fresh, id, 'no', 2)).find((one) => one.id === id)!;
    assert.equal(overruled.answer, 'no');
  });

  it('suggests by lines and structure that the playbook has, for its statements', () => {
    for (const [cause, statements] of Object.entries(content.suggestedAnswers)) {
      const entry = content.playbook.causes.find(({ id }) => id === cause);
      const ids = new Set([
        ...(causeLines as Record<string, { id: string }[]>)[cause]!.map(({ id }) => id),
        ...Object.entries(causeStructure as Record<string, { cause: string }>)
          .filter(([, one]) => one.cause === cause)
          .map(([id]) => id),
      ]);
      for (const [statement, lines] of Object.entries(statements ?? {})) {
        assert.ok(
          entry?.statements.some(({ id }) => id === statement),
          statement,
        );
        for (const id of lines) assert.ok(ids.has(id), `${cause}/${id}`);
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

  it('has nothing to say of an empty document', () => {
    const model = modelFor('');
    assert.equal(model.talks, undefined);
    assert.equal(model.timeline, undefined);
    assert.deepEqual(model.checklist, []);
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
