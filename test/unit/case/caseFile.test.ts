import assert from 'node:assert/strict';
import { readCases, writeCases } from '../../../src/case/caseFile';
import { answersOf, newCase, setAnswer, setRuledOut } from '../../../src/case/caseRecord';

describe('the file of cases', () => {
  const record = setRuledOut(
    setAnswer(newCase('c1', 'file:///a.email', 'tabc', 100), 's1', 'yes', 101),
    'ego',
    true,
    102,
  );

  it('is read as it was written', () => {
    assert.deepEqual(readCases(writeCases({ c1: record })), { cases: { c1: record }, lost: 0 });
  });

  it('gives nothing and says so when it is no such file', () => {
    for (const source of [
      '',
      '{',
      'null',
      '[]',
      '7',
      '{"version":1}',
      '{"cases":[]}',
      writeCases({ c1: record }).slice(0, 50),
    ])
      assert.deepEqual(readCases(source), { cases: {}, lost: 1 });
  });

  it('keeps what can be read of a damaged case', () => {
    const value = JSON.parse(writeCases({ c1: record }));
    value.cases.c1.answers.s2 = { value: 'perhaps', at: 5 };
    value.cases.c1.answers.s3 = { value: 'no', at: 'noon' };
    value.cases.c1.ruledOut = 'all';
    value.cases['<script>'] = record;
    value.cases.c2 = 12;
    const { cases, lost } = readCases(JSON.stringify(value));
    assert.deepEqual(answersOf(cases.c1!), { s1: 'yes' });
    assert.deepEqual(cases.c1!.ruledOut, {});
    assert.deepEqual(Object.keys(cases), ['c1']);
    assert.equal(lost, 5);
  });

  it('takes over bare answers of the time before they were stamped', () => {
    const { cases, lost } = readCases(
      '{"version":0,"cases":{"c1":{"answers":{"s1":"yes"},"documents":{"file:///a":"first"}}}}',
    );
    assert.deepEqual(answersOf(cases.c1!), { s1: 'yes' });
    assert.equal(lost, 0);
  });

  it('is set aside when a later version wrote it, and what is known of it is used', () => {
    const { cases, lost } = readCases(writeCases({ c1: record }).replace('"version":1', '"version":2'));
    assert.equal(lost, 1);
    assert.deepEqual(answersOf(cases.c1!), { s1: 'yes' });
  });

  it('never throws, whatever is in it', () => {
    const source = writeCases({ c1: record });
    for (let at = 0; at < source.length; at += 3)
      for (const put of ['', '"', '{', 'null,', '\\'])
        assert.doesNotThrow(() => readCases(source.slice(0, at) + put + source.slice(at + 1)));
    assert.doesNotThrow(() =>
      readCases('{"version":1,"cases":{"__proto__":{"answers":{"__proto__":{"value":"yes","at":1}}}}}'),
    );
  });
});
