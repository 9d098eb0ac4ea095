import assert from 'node:assert/strict';
import { surenessOf } from '../../../src/diagnosis/sureness';

describe('How sure the first cause is', () => {
  it('depends on its share and on how much there is to go on, and is open where two are as near', () => {
    assert.equal(surenessOf([{ score: 0.9 }], { confidence: 0.6 }), 'clearly');
    assert.equal(surenessOf([{ score: 0.9 }], { confidence: 0.3 }), 'probably');
    assert.equal(surenessOf([{ score: 0.5 }, { score: 0.4 }], { confidence: 0.9 }), 'probably');
    assert.equal(surenessOf([{ score: 0.2 }], { confidence: 0.9 }), 'perhaps');
    assert.equal(surenessOf([{ score: 0.9 }, { score: 0.8 }], { confidence: 0.9, undecided: true }), 'oneOfTwo');
    assert.equal(surenessOf([{ score: 0.9 }], { confidence: 0.9, undecided: true }), 'clearly');
  });
});
