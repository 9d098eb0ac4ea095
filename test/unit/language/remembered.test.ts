import assert from 'node:assert/strict';
import { remembered } from '../../../src/language/remembered';

describe('What is remembered of a text', () => {
  it('is worked out once, also where it is nothing', () => {
    const asked: string[] = [];
    const lengthOf = remembered(10, (text) => {
      asked.push(text);
      return text === '' ? undefined : text.length;
    });
    assert.deepEqual([lengthOf('barge'), lengthOf(''), lengthOf('barge'), lengthOf('')], [5, undefined, 5, undefined]);
    assert.deepEqual(asked, ['barge', '']);
  });

  it('is forgotten when there are too many texts', () => {
    let worked = 0;
    const read = remembered(3, () => ++worked);
    for (const text of ['a', 'b', 'c', 'd', 'd', 'a']) read(text);
    assert.equal(worked, 5);
  });
});
