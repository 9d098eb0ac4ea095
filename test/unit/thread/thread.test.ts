import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import { languageOf } from '../../../src/thread/language';
import { readThread } from '../../../src/thread/thread';
import { correspondence } from './correspondence';

const read = (text: string, me?: string) => readThread(readDraft(text, {}), me === undefined ? {} : { me });

describe('A thread', () => {
  it('has its messages in time order with the days between them', () => {
    const thread = read(
      correspondence(
        { from: 'them', day: '12 March 2025 09:00', text: 'We would rather wait until the summer.' },
        { from: 'me', day: '2 March 2025 09:00', text: 'Could we start in April?' },
      ),
    );
    assert.deepEqual(
      thread.messages.map(({ side }) => side),
      ['me', 'them'],
    );
    assert.equal(Math.round(thread.messages[1]!.gapDays!), 10);
  });

  it('gives each sentence its exact place in the document', () => {
    const text = correspondence({ from: 'me', day: '2 March 2025', text: 'First line here.\nSecond one, is it?' });
    const [message] = read(text).messages;
    assert.deepEqual(
      message!.sentences.map(({ start, end }) => text.slice(start, end)),
      ['First line here.', 'Second one, is it?'],
    );
  });

  it('joins a sentence that quoted lines break, without their marks', () => {
    const text =
      'Dear Tom,\n\nThat works.\n\nOn 3 May 2025, Tom Barrow wrote:\n> We could deliver in June if the\n> order is placed this week.\n';
    const quoted = read(text).messages.find(({ side }) => side === 'them')!;
    const sentence = quoted.sentences.find(({ text: words }) => words.includes('deliver'))!;
    assert.equal(sentence.text, 'We could deliver in June if the > order is placed this week.'.replace('> ', ''));
    assert.equal(text.slice(sentence.start, sentence.start + 8), 'We could');
    assert.equal(text.slice(sentence.end - 5, sentence.end), 'week.');
  });

  it('knows one person under a full name, a first name and an address', () => {
    const thread = read(
      'Me: Nora Quill\n\nFrom: Barrow, Tom <tom@barrow.example>\nDate: 1 May 2025\n\nA first line.\n\nFrom: Tom\nDate: 2 May 2025\n\nA second line.\n\nFrom: tom@barrow.example\nDate: 3 May 2025\n\nA third line.\n',
    );
    const authors = new Set(thread.messages.map(({ author }) => author));
    assert.equal(authors.size, 1);
    assert.deepEqual(
      thread.messages.map(({ side }) => side),
      ['them', 'them', 'them'],
    );
  });

  it('counts colleagues at the same house as the writer’s side', () => {
    const thread = read(
      correspondence(
        { from: 'Ida Moss <ida@quill.example>', day: '1 May 2025', text: 'I am copying Nora.' },
        { from: 'them', day: '2 May 2025', text: 'Thank you both.' },
      ),
    );
    assert.deepEqual(
      thread.messages.map(({ side }) => side),
      ['me', 'them'],
    );
  });

  it('does not take a public mail house for a common employer', () => {
    const thread = read(
      'Me: Nora <nora@gmail.com>\n\nFrom: Tom <tom@gmail.com>\nDate: 1 May 2025\n\nHello there, how are things?\n',
    );
    assert.equal(thread.messages[0]!.side, 'them');
  });

  it('lets an option say who the writer is', () => {
    const text = correspondence({ from: 'them', day: '2 May 2025', text: 'We are still thinking about it.' });
    assert.equal(read(text, 'tom@barrow.example').messages[0]!.side, 'me');
    assert.equal(read(text, 'tom@barrow.example').meKnownBy, 'option');
  });

  it('keeps the order of the document where a clock was wrong', () => {
    const text =
      'Hello Tom, here is my answer.\n\nOn 4 May 2025, Tom Barrow wrote:\n> Could you send the figures again?\n>\n> On 9 June 2031, Nora Quill wrote:\n>> Here are the figures that you wanted.\n';
    const thread = read(text);
    assert.match(thread.messages[0]!.sentences[0]!.text, /Here are the figures/);
    assert.equal(thread.messages[0]!.date, undefined);
  });

  it('reads a chat without dates in the order in which it stands', () => {
    const thread = read(
      'Me: Nora\n\nNora: are you coming on Friday?\nTom: not sure yet\nNora: the hall needs to know\nTom: will see\n',
    );
    assert.deepEqual(
      thread.messages.map(({ side }) => side),
      ['me', 'them', 'me', 'them'],
    );
  });

  it('says when the messages are in another language', () => {
    const german =
      'Wir haben Ihr Angebot erhalten und würden gerne wissen, wie sich der Preis zusammensetzt, bevor wir uns mit dem Vorstand darüber unterhalten, denn dort wird man uns danach fragen.';
    const { messages } = read(correspondence({ from: 'them', day: '1 May 2025', text: german }));
    assert.equal(languageOf(messages), 'other');
  });

  it('is empty where there is nothing to read', () => {
    assert.deepEqual(read('').messages, []);
    assert.deepEqual(read('\n\n   \n').messages, []);
  });

  it('reads a message that quotes itself as often as it stands there', () => {
    const once = 'From: Tom <tom@barrow.example>\nDate: 1 May 2025\n\nWe can wait.\n';
    const thread = read(`Me: Nora\n\n${once}\n${once}\n${once}`);
    assert.ok(thread.messages.length >= 1 && thread.messages.length <= 3);
    assert.ok(thread.messages.every(({ side }) => side === 'them'));
  });

  it('keeps twenty people apart', () => {
    const names = Array.from({ length: 20 }, (_, index) => `Person${String.fromCharCode(65 + index)} Surname${index}`);
    const thread = read(
      correspondence(
        ...names.map((name, index) => ({
          from: `${name} <p${index}@firm${index}.example>`,
          day: `${index + 1} May 2025`,
          text: 'I have no view on this yet.',
        })),
      ),
    );
    assert.equal(new Set(thread.messages.map(({ author }) => author?.name)).size, 20);
  });
});
