import assert from 'node:assert/strict';
import {
  answersOf,
  type CaseRecord,
  flagged,
  lastChange,
  mergeRecords,
  newCase,
  reset,
  setAnswer,
  setDocument,
  setRuledOut,
  setSelfCheck,
  undo,
} from '../../../src/case/caseRecord';

describe('what the user said of a case', () => {
  const fresh = newCase('c1', 'file:///a.email', undefined, 100);

  it('holds the last answer to each statement', () => {
    const record = setAnswer(setAnswer(setAnswer(fresh, 's1', 'yes', 101), 's2', 'no', 102), 's1', 'unknown', 103);
    assert.deepEqual(answersOf(record), { s1: 'unknown', s2: 'no' });
  });

  it('goes back one change at a time', () => {
    let record = setRuledOut(setAnswer(setAnswer(fresh, 's1', 'yes', 101), 's1', 'no', 102), 'ego', true, 103);
    assert.deepEqual(lastChange(record), { what: 'ruledOut', id: 'ego' });
    record = undo(record, 104);
    assert.deepEqual(flagged(record.ruledOut), []);
    record = undo(record, 105);
    assert.deepEqual(answersOf(record), { s1: 'yes' });
    assert.equal(lastChange(record), undefined);
    assert.equal(undo(record, 106), record);
  });

  it('does not take an answer given twice for a change', () => {
    const record = setAnswer(fresh, 's1', 'yes', 101);
    assert.equal(setAnswer(record, 's1', 'yes', 102), record);
  });

  it('keeps the order of changes when the clock stands still or goes back', () => {
    const record = setAnswer(setAnswer(fresh, 's1', 'yes', 50), 's2', 'yes', 50);
    assert.equal(lastChange(record)?.id, 's2');
    assert.ok(record.answers.s2!.at > record.answers.s1!.at);
  });

  it('is empty after a reset, and the documents stay together', () => {
    const record = reset(setDocument(setAnswer(fresh, 's1', 'yes', 101), 'file:///b.email', 'linked', 102), 103);
    assert.deepEqual(answersOf(record), {});
    assert.equal(Object.keys(record.documents).length, 2);
  });

  it('is the same in two windows, whichever writes first', () => {
    const one = setAnswer(setAnswer(fresh, 's1', 'yes', 200), 's2', 'no', 210);
    const other = setSelfCheck(setAnswer(setRuledOut(fresh, 'ego', true, 205), 's1', 'no', 220), 'mirror', true, 230);
    const merged = mergeRecords(one, other);
    assert.deepEqual(answersOf(merged), { s1: 'no', s2: 'no' });
    assert.deepEqual(flagged(merged.ruledOut), ['ego']);
    assert.deepEqual(sorted(mergeRecords(other, one)), sorted(merged));
    assert.deepEqual(sorted(mergeRecords(merged, one)), sorted(merged));
  });

  it('keeps a reset over answers that another window gave before it', () => {
    const before = setAnswer(fresh, 's1', 'yes', 200);
    const emptied = reset(before, 300);
    assert.deepEqual(answersOf(mergeRecords(before, emptied)), {});
    const later = setAnswer(before, 's2', 'yes', 400);
    assert.deepEqual(answersOf(mergeRecords(emptied, later)), { s2: 'yes' });
  });

  it('keeps merged state whatever is merged in which order', () => {
    const random = randomFrom(7);
    for (let round = 0; round < 200; round++) {
      const [a, b, c] = [0, 1, 2].map(() => randomRecord(random)) as [CaseRecord, CaseRecord, CaseRecord];
      const left = mergeRecords(mergeRecords(a, b), c);
      const right = mergeRecords(a, mergeRecords(c, b));
      assert.deepEqual(sorted(left), sorted(right));
    }
  });

  function randomRecord(random: () => number): CaseRecord {
    let record = fresh;
    for (let step = 0; step < 6; step++) {
      const at = 100 + Math.floor(random() * 20);
      const id = `s${Math.floor(random() * 3)}`;
      const pick = random();
      if (pick < 0.6) record = setAnswer(record, id, random() < 0.5 ? 'yes' : 'no', at);
      else if (pick < 0.8) record = undo(record, at);
      else if (pick < 0.9) record = reset(record, at);
      else record = setRuledOut(record, id, random() < 0.5, at);
    }
    return record;
  }
});

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
