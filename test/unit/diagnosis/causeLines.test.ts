import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { findCauseLines } from '../../../src/diagnosis/causeLines';
import { contentWords } from '../../../src/thread/contentWords';
import { labelSentence } from '../../../src/thread/dialogueActs';

type Side = 'me' | 'them';

const lines = parse(readFileSync('corpus/causes/lines.yaml', 'utf8')) as Readonly<
  Record<string, Readonly<Partial<Record<'us' | 'them', readonly string[]>>>>
>;

/** The causes for which a line that stands alone would be quoted. */
function quotedFor(text: string, by: Side): string[] {
  const sentence = { text, start: 0, end: text.length, paragraph: 0, formula: false, content: contentWords(text) };
  return findCauseLines([labelSentence(sentence, 0, by)]).flatMap(({ cause, says }) => (says ? [cause] : []));
}

describe('Lines that say why talks are stuck', () => {
  for (const [cause, sides] of Object.entries(lines))
    it(`are heard whatever the talks are about: ${cause}`, () => {
      const all = Object.entries(sides).flatMap(([side, texts]) =>
        texts.map((text) => [text, side === 'us' ? 'me' : 'them'] as const),
      );
      const missed = all.filter(([text, by]) => !quotedFor(text, by).includes(cause)).map(([text]) => text);
      assert.ok(missed.length <= 1, missed.join('\n'));
    });

  it('are seldom heard in everyday mail', () => {
    const everyday = readdirSync('corpus/sentences')
      .flatMap((file) => readFileSync(`corpus/sentences/${file}`, 'utf8').split('\n'))
      .map((line) => line.replace(/^\w+ \| /, '').trim())
      // Where something is marked the sentence is no everyday one.
      .filter((line) => line !== '' && !line.startsWith('#') && !line.includes('⟦'));
    const heard = everyday.filter((text) => quotedFor(text, 'them').length > 0);
    assert.ok(heard.length <= 0.09 * everyday.length, `${heard.length} of ${everyday.length}`);
  });

  it('are nobody’s who asks for a fact or thanks', () => {
    for (const text of [
      'Where would the shelf stand, by the small window?',
      'Thank you for the keys, they came this morning.',
      'The contract is attached and signed.',
      'Nothing further is needed from your side.',
      'I have put the form in the box by the door.',
      'We lost the final on Sunday.',
    ])
      assert.deepEqual(quotedFor(text, 'them'), [], text);
  });
});
