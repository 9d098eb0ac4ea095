import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import { readNumbers } from '../../../src/language/numbers';
import { findOwnLimits } from '../../../src/wording/ownLimits';

const none = { alternative: '', limit: '', deadline: '' };

function leaks(text: string, limits: Partial<typeof none>): string[] {
  return findOwnLimits(readDraft(text, { kind: 'email' }), { ...none, ...limits }).map(
    ({ gives, start, end }) => `${gives}: ${text.slice(start, end)}`,
  );
}

describe('numbers', () => {
  const cases: [string, number[]][] = [
    ['£320,000', [320000]],
    ['320k', [320000]],
    ['0.32 million', [320000]],
    ['320 000 euros', [320000]],
    ['€320.000,00', [320000]],
    ['3.2 lakh', [320000]],
    ['three hundred and twenty thousand', [320000]],
    ['two or three', [2, 3]],
    ['6.80 a meal', [6.8]],
    ['one million two hundred', [1000200]],
    ['nothing here', []],
  ];
  for (const [text, expected] of cases)
    it(text, () =>
      assert.deepEqual(
        readNumbers(text).map(({ value }) => value),
        expected,
      ),
    );
});

describe('private limits', () => {
  for (const written of ['£320,000', '320k', '320000', '0.32m', 'three hundred and twenty thousand'])
    it(`are seen as “${written}”`, () => {
      const [leak] = leaks(`We could go to ${written} for the house.`, { limit: 'not above £320,000' });
      assert.match(leak!, /^limit: /);
    });

  it('leave other numbers alone', () =>
    assert.deepEqual(leaks('We offer £310,000, or 32 a month.', { limit: '320000' }), []));

  it('are seen in a table, and not in what the other side wrote', () => {
    assert.deepEqual(leaks('We offer £310,000.\n\n> Is £320,000 too much?\n', { limit: '320000' }), []);
  });

  it('know the deadline in another way of writing it', () => {
    const [leak] = leaks('We would like to sign by June 30, if we can.', { deadline: '30/06/2026, lender' });
    assert.match(leak!, /^deadline: /);
    assert.deepEqual(leaks('We would like to sign by June 20.', { deadline: '30 June' }), []);
  });

  it('know the alternative by its name and by its words', () => {
    assert.deepEqual(leaks('Marlow Foods have asked us too.', { alternative: 'the supply from Marlow' }), [
      'alternative: Marlow',
    ]);
    assert.deepEqual(
      leaks('We could rent the second warehouse near the harbour.', { alternative: 'rent a warehouse at the harbour' }),
      ['alternative: We could rent the second warehouse near the harbour.'],
    );
    assert.deepEqual(leaks('We could rent a bus.', { alternative: 'rent a warehouse at the harbour' }), []);
  });

  it('say nothing when there are none', () => assert.deepEqual(leaks('We pay 320,000 by 30 June.', {}), []));
});
