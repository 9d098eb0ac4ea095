import assert from 'node:assert/strict';
import { readFromPage, readToPage } from '../../../src/sidebar/protocol';
import { modelFor, strings, threadText } from './sampleModel';

describe('messages between the extension and the page', () => {
  const answer = { type: 'answer', case: 'c1', statement: 'ego-public-stand', answer: 'yes' };
  const faultOf = (value: unknown) => {
    const read = readFromPage(value);
    return 'fault' in read ? read.fault : undefined;
  };

  it('are taken as they are when the protocol knows them', () => {
    assert.deepEqual(readFromPage(answer), { message: answer });
    assert.equal(faultOf({ type: 'ready' }), undefined);
    assert.equal(faultOf({ type: 'insert', what: 'move', id: 'stay-calm', opening: 0 }), undefined);
  });

  it('are refused when their type is not known, whatever they are', () => {
    for (const value of [undefined, null, 7, 'ready', [], {}, { type: 'evil' }, { type: 'toString' }, { type: 1 }])
      assert.equal(faultOf(value), 'a message of unknown type');
  });

  it('are refused when a field is missing, too many or of the wrong kind', () => {
    assert.match(faultOf({ ...answer, answer: 'maybe' })!, /answer\.answer is none of the values/);
    assert.match(faultOf({ ...answer, more: 1 })!, /not known/);
    assert.match(faultOf({ type: 'answer', case: 'c1', answer: 'yes' })!, /statement is missing/);
    assert.match(faultOf({ type: 'copy', what: 'move', id: 'x', opening: -1 })!, /whole number/);
    assert.match(
      faultOf({ type: 'saveLimits', case: 'c1', limits: { alternative: 1, limit: '', deadline: '' } })!,
      /text/,
    );
  });

  it('of a megabyte are refused, and the fault repeats nothing of them', () => {
    const huge = 'secret'.repeat(200_000);
    const fault = faultOf({ ...answer, statement: huge });
    assert.match(fault!, /longer than/);
    assert.ok(fault!.length < 100);
    assert.doesNotMatch(fault!, /secret/);
  });

  it('carry every model that is made', () => {
    const model = modelFor(threadText);
    assert.deepEqual(readToPage({ type: 'model', model }), { message: { type: 'model', model } });
    const start = { type: 'start', strings, language: 'en', model };
    assert.ok('message' in readToPage(start));
    assert.ok('fault' in readToPage({ type: 'model', model: { ...model, version: 'new' } }));
  });

  it('carry models of hostile and of very long text', () => {
    const hostile = threadText.replace(
      'Thanks Nora.',
      `<script>alert(1)</script></style>${'so long '.repeat(120_000)}.`,
    );
    const read = readToPage({ type: 'model', model: modelFor(hostile) });
    assert.ok('message' in read, JSON.stringify(read).slice(0, 200));
  });
});
