import assert from 'node:assert/strict';
import { meets, readConditions } from '../../../src/diagnosis/signalConditions';
import { compileSignals, type SignalSource } from '../../../src/diagnosis/signals';
import { playbook } from '../../../src/playbook/read';

const sources = playbook.causes.flatMap(({ id, signals }) =>
  (signals as unknown as SignalSource[]).map((source) => ({ id, source })),
);

describe('The signals of the playbook', () => {
  it('can all be read', () => {
    assert.equal(compileSignals(playbook).signals.length, sources.length);
  });

  it('each say why they count, on which side, and how much', () => {
    for (const { id, source } of sources) {
      assert.match(source.why, /\.$/, `${id}/${source.id}`);
      assert.ok(['them', 'us', 'either', 'shape'].includes(source.side), `${id}/${source.id}`);
      assert.ok(source.weight !== 0 && Math.abs(source.weight) <= 3, `${id}/${source.id}`);
    }
  });

  it('have one id each within a cause', () => {
    const keys = sources.map(({ id, source }) => `${id}/${source.id}`);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('look for something', () => {
    for (const { id, source } of sources)
      assert.ok(
        (source.says?.length ?? 0) + (source.hints?.length ?? 0) + (source.words?.length ?? 0) > 0 ||
          source.shape !== undefined,
        `${id}/${source.id}`,
      );
  });

  it('list words as words', () => {
    for (const { id, source } of sources)
      for (const word of source.words ?? []) assert.equal(typeof word, 'string', `${id}/${source.id}`);
  });
});

describe('A condition on the shape of a thread', () => {
  const shape = { values: new Map([['our-questions', 2]]), anchors: new Map() };

  it('compares a measure with a number', () => {
    assert.ok(readConditions('our-questions >= 2').every((condition) => meets(shape, condition)));
    assert.ok(!readConditions('our-questions > 2').every((condition) => meets(shape, condition)));
  });

  it('is not met when the measure could not be taken', () => {
    assert.ok(!readConditions('longest-gap-days = 0').every((condition) => meets(shape, condition)));
  });

  it('that cannot be read is refused with the part at fault', () => {
    assert.throws(() => readConditions('our-questions many'), /our-questions many/);
  });
});
