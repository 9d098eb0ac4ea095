import assert from 'node:assert/strict';
import { basesOf } from '../../../src/case/caseReading';
import { readingOf, threadText } from '../sidebar/sampleModel';

const later = `Me: Nora Lind <nora@fernbakery.example>

From: Sam Otieno <sam@millhouse.example>
To: Nora Lind <nora@fernbakery.example>
Date: Fri, 14 Nov 2025 10:00
Subject: Re: Flour for next year

The board meets on Tuesday. I hope to know more then.

Sam
`;

describe('a case of several documents', () => {
  it('is read as one thread in time order', () => {
    const { thread, people, subject } = readingOf(later, threadText);
    assert.deepEqual(
      thread.messages.map(({ side }) => side),
      ['me', 'them', 'me', 'them'],
    );
    assert.deepEqual(
      thread.messages.map(({ index }) => index),
      [0, 1, 2, 3],
    );
    assert.equal(Math.round(thread.messages[3]!.gapDays!), 8);
    assert.deepEqual([...people].sort(), ['nora@fernbakery.example', 'sam@millhouse.example']);
    assert.equal(subject, 'Re: Flour for next year');
  });

  it('finds each line in its own document', () => {
    const [, base] = basesOf([later.length, threadText.length]);
    const { thread } = readingOf(later, threadText);
    for (const { sentences } of thread.messages)
      for (const { text, start, end } of sentences) {
        const from = start < base! ? later.slice(start, end) : threadText.slice(start - base!, end - base!);
        assert.equal(from.replace(/\s+/g, ' '), text);
      }
  });

  it('counts a message once that two documents hold', () => {
    assert.equal(readingOf(threadText, threadText).thread.messages.length, 3);
  });

  it('is the reading of the document itself when there is only one', () => {
    const { thread } = readingOf(threadText);
    assert.equal(thread.messages.length, 3);
  });
});
