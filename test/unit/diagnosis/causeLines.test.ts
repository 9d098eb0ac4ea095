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
      'We met on Thursday and went through the list.',
      'It was good to see you and the children at the fair.',
      'Thanks for sending the plan over, the drawings are lovely.',
      'Could you confirm the delivery address?',
      "I'll send the signed copy tomorrow.",
      'The price includes fitting and a two-year guarantee.',
      'The office is closed on Monday for the bank holiday.',
      'Please find attached the minutes of our last meeting.',
      'We usually start at nine and finish around four.',
      'Our accountant will send the invoice to Helen.',
      'The new kitchen is nearly done.',
      'Forty chairs would be enough for the hall.',
      'We have two vans and a trailer.',
      'The second coat needs a day to dry.',
      'I spoke to the printers and they can do it by the tenth.',
      'Let me know which colour you prefer.',
      'Happy to go with the blue.',
      'I have asked the bank for the form.',
      'Everybody enjoyed the concert.',
      'The deposit is ten percent, the rest is due on completion.',
      'We got the flat cleaned before the handover.',
      'I attach three photographs of the roof.',
      'Mum is well again and sends her love.',
      'The rehearsal is at seven, doors open at half past six.',
      'You said you would bring the projector.',
      'Could someone else from your side join the call on Monday as well?',
      'The team has finished the second test run.',
      "I've put the money into the joint account.",
      "We'd like to order the same again.",
      'Do you want the invoice by post or by mail?',
      'I read the report with great interest.',
      'It takes about an hour from the station.',
      'We came down on the train and walked.',
      'My wife and I enjoyed the visit.',
      "There's a builder who works on Saturdays if you need one.",
      'Can you tell me what the code for the gate is?',
      'Our own people will unload the lorry.',
      'Everything up to page nine is fine with me.',
      'The grant was paid on the second of May.',
      'We will know more after the weekend.',
    ])
      assert.deepEqual(quotedFor(text, 'them'), [], text);
  });
});
