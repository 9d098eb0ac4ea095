import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import { splitSentences } from '../../../src/document/draft/sentences';

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  for (const sentences of [
    ['We agree.', 'You too?', 'Yes!'],
    ['Mr. Lind and Dr. Osei met Prof. J. R. Ray at St. Ives.', 'They agreed.'],
    ['We offer lamps, e.g. low ones, i.e. forty cm.', 'Others cost more.'],
    ['It costs 4.20 a day, about 1.5 hours at 9.30 a.m. on Monday.', 'Fine.'],
    ['Oak Ltd. and Elm Inc. share it.', 'We work for Oak Ltd.', 'They do not.'],
    ['See No. 5 and sec. 4.', 'No.', 'We will not.'],
    ['Wait... we may.', 'Then again…', 'We may not.'],
    ['He said so (twice.)', 'Then he left.'],
    ['“We agree.”', 'They left.'],
    ['Is it "fair?" she asked.', 'We think so.'],
    ['We prefer Plan B.', 'It is cheaper.'],
    ['So do I.', 'We begin.'],
    ['We meet at 5 p.m.', 'Please come.'],
    ['The U.S. office agreed.', 'So did the U.K. team.'],
    ['Really?!', 'Yes!!!'],
    ['thanks for this.', 'let me know what you think.'],
    ['Lamps, cables, etc.', 'They come in May.'],
    ['On 3 Jan. 2025 we met.', 'Nothing followed.'],
    ['See https://a.example/b.c?d=e. for more'],
    ['Version 2.0 is out.', '3 lamps are missing.'],
    ['Oak, Elm & Co. agreed'],
    ['No full stop here'],
  ]) {
    it(sentences.join(' | '), () => assert.deepEqual(split(sentences.join(' ')), sentences));
  }

  it('takes a line break for white space', () => {
    assert.deepEqual(split('We agree\nwith you.\r\nSo do\nthey.'), ['We agree\nwith you.', 'So do\nthey.']);
  });

  it('keeps the number of a list fragment with its sentence', () => {
    assert.deepEqual(split('1. We agree. 2. You agree.').slice(0, 1), ['1. We agree.']);
  });

  it('gives nothing for white space and leaves none at the ends', () => {
    assert.deepEqual(split('  \n '), []);
    assert.deepEqual(split('  One.  Two.  '), ['One.', 'Two.']);
  });

  it('does not end a sentence inside a mask, but after quoted words that end one', () => {
    const [block] = readDraft('We read `a. B` and **that.** Then we "go. Now" on. "We agree." They left.', {
      languageId: 'markdown',
    }).blocks;
    assert.deepEqual(
      splitSentences(block!.text, block!.masks).map(({ start, end }) => block!.text.slice(start, end)),
      ['We read `a. B` and **that.**', 'Then we "go. Now" on.', '"We agree."', 'They left.'],
    );
  });

  it('cuts what has no end, between words and never inside a character', () => {
    for (const text of ['word '.repeat(4000), '\u{1F600}'.repeat(6000)]) {
      const sentences = splitSentences(text);
      assert.ok(sentences.length > 1);
      assert.ok(sentences.every(({ start, end }) => end - start <= 3001));
      assert.ok(sentences.every(({ start }) => !/^[\udc00-\udfff]/.test(text[start]!)));
      assert.equal(
        sentences
          .map(({ start, end }) => text.slice(start, end))
          .join('')
          .replaceAll(' ', ''),
        text.replaceAll(' ', ''),
      );
    }
  });
});
