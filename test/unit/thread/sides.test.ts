import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import { likeliestReading, supposeUser } from '../../../src/thread/sides';
import { readThread, type ThreadOptions } from '../../../src/thread/thread';

const read = (text: string, options: ThreadOptions = {}) => readThread(readDraft(text, {}), options);
const sides = (text: string, options: ThreadOptions = {}) => read(text, options).messages.map(({ side }) => side);
const mail = (from: string, to: string, day: string, text: string) =>
  `From: ${from}\nTo: ${to}\nDate: ${day} 2025 09:00\nSubject: Weir\n\n${text}\n\n`;

const cleo = 'Cleo Bird <cleo@birdmill.example>';
const rune = 'Rune Holm <rune@holmdal.example>';
const exchange =
  mail(cleo, rune, '3 June', 'Could you open the weir on Sundays?') +
  mail(rune, cleo, '5 June', 'Not before the eels have gone.') +
  mail(cleo, rune, '9 June', 'And from the middle of the month?');

describe('Which side the user is on', () => {
  it('is told by a first line', () => {
    assert.deepEqual(sides(`Me: Rune Holm\n\n${exchange}`), ['them', 'me', 'them']);
    assert.equal(read(`Me: Rune Holm\n\n${exchange}`).meKnownBy, 'line');
  });

  it('is told by a name or an address that the user goes by, as a word and never as a part of one', () => {
    assert.deepEqual(sides(exchange, { mine: ['ru', 'Ann', 'rune@holmdal.example'] }), ['them', 'me', 'them']);
    assert.notEqual(read(exchange, { mine: ['ru', 'leo', 'weir'] }).meKnownBy, 'option');
  });

  it('is told by the mailbox that the mail was delivered to', () => {
    const text = `Delivered-To: rune@holmdal.example\n${exchange}`;
    assert.deepEqual(sides(text), ['them', 'me', 'them']);
  });

  it('is most likely the side of who wrote first', () => {
    const thread = read(exchange);
    assert.equal(thread.meKnownBy, 'likely');
    assert.deepEqual(
      thread.candidates.map(({ participant }) => participant.name),
      ['Cleo Bird', 'Rune Holm'],
    );
    assert.ok(thread.candidates[0]!.share > 0.8 && thread.candidates[0]!.share < 1);
  });

  it('is not known from one message', () => {
    const thread = read(mail(cleo, rune, '3 June', 'Could you open the weir on Sundays?'));
    assert.equal(thread.meKnownBy, 'guess');
    assert.deepEqual(
      thread.messages.map(({ side }) => side),
      ['unknown'],
    );
    assert.equal(thread.candidates.length, 2);
  });

  it('is that of who writes a mail that has its reader and no day yet', () => {
    const quoted = 'On Thu, 5 June 2025 at 09:00, Rune Holm wrote:\n> Not before the eels have gone.\n';
    const older = mail(rune, cleo, '5 June', 'Not before the eels have gone.');
    for (const below of [quoted, older, `-----Original Message-----\n${older}`, `____________________\n${older}`])
      for (const from of ['', `From: ${cleo}\n`]) {
        const thread = read(
          `${from}To: ${rune}\nSubject: Re: Weir\n\nDear Rune,\n\nWhen will that be?\n\nCleo\n\n${below}`,
        );
        assert.notEqual(thread.meKnownBy, 'guess');
        assert.deepEqual(
          thread.messages.map(({ side, draft }) => [side, draft]),
          [
            ['them', false],
            ['me', true],
          ],
          `${from}${below}`,
        );
      }
  });

  it('is not that of a reply that was just received, by its greeting and its signature', () => {
    const text =
      'Hi Ivo,\n\nNobody on the second floor may sign for that.\n\nPaula\n\nOn Wed, 7 May 2025 at 11:20, Ivo Brandl wrote:\n> Is there a signature yet?\n';
    assert.deepEqual(sides(`Me: Ivo Brandl\n\n${text}`), ['me', 'them']);
    const suggested = read(text);
    assert.equal(suggested.messages.at(-1)!.author!.name, 'Paula');
  });

  it('is that of who is still writing: no name stands under it', () => {
    const text = 'Sundays are fine for the eels.\n\nOn 3 June 2025, Cleo Bird wrote:\n> Could you open the weir?\n';
    assert.deepEqual(sides(text), ['them', 'me']);
  });

  it('is open where the first line names nobody of the thread, and that is said', () => {
    const thread = read(`Me: Otto Lamm\n\n${exchange}`);
    assert.equal(thread.meMissing, 'Otto Lamm');
    assert.ok(thread.messages.every(({ side }) => side === 'unknown'));
    assert.equal(thread.candidates[0]!.participant.name, 'Cleo Bird');
  });

  it('is read with the likeliest answer, or with any other, without reading the text again', () => {
    const thread = read(`Me: Otto Lamm\n\n${exchange}`);
    assert.deepEqual(
      likeliestReading(thread).messages.map(({ side }) => side),
      ['me', 'them', 'me'],
    );
    assert.deepEqual(
      supposeUser(thread, thread.candidates[1]!.participant).messages.map(({ side }) => side),
      ['them', 'me', 'them'],
    );
  });

  it('is told by a page that says “me”', () => {
    assert.deepEqual(
      sides('Me: Could you do the gate for 350?\nThem: Give me a night on it.\nMe: Have you slept on it?\n'),
      ['me', 'them', 'me'],
    );
  });
});

describe('The sides of a thread', () => {
  it('are two where two of one house talk with each other', () => {
    const text =
      mail(
        'Ivo Brandl <ivo@hartmeyer.example>',
        'paula@hartmeyer.example',
        '7 May',
        'May I have the raise from July?',
      ) +
      mail('Paula Voss <paula@hartmeyer.example>', 'ivo@hartmeyer.example', '9 May', 'The band ends there.') +
      mail('Ivo Brandl <ivo@hartmeyer.example>', 'paula@hartmeyer.example', '12 May', 'And a bonus?');
    assert.deepEqual(sides(text), ['me', 'them', 'me']);
    assert.deepEqual(sides(`Me: Paula Voss\n\n${text}`), ['them', 'me', 'them']);
  });

  it('put colleagues together against another house', () => {
    const text = `${exchange}${mail('Liv Holm <liv@holmdal.example>', cleo, '12 June', 'I keep the eel book.')}`;
    assert.deepEqual(sides(text), ['me', 'them', 'me', 'them']);
    assert.deepEqual(sides(text, { me: 'rune@holmdal.example' }), ['them', 'me', 'them', 'me']);
  });

  it('leave out programs and those who stand between', () => {
    const text =
      exchange +
      mail('weir-bot <bot@tracker.example>', rune, '10 June', 'This matter has had no activity.') +
      mail('Notary Ebba Lund <ebba@lund.example>', `${cleo}, ${rune}`, '11 June', 'I have drawn up a sketch for both.');
    assert.deepEqual(sides(text), ['me', 'them', 'me', 'unknown', 'unknown']);
  });

  it('tell several people apart who write from the address of one tracker', () => {
    const text =
      mail('quill <notifications@github.com>', 'org/weir <weir@noreply.github.com>', '3 May', 'Could this be merged?') +
      mail('tansy <notifications@github.com>', 'org/weir <weir@noreply.github.com>', '4 May', 'Not in the freeze.');
    assert.deepEqual(
      read(text).messages.map(({ author }) => author!.name),
      ['quill', 'tansy'],
    );
  });

  it('keep one person together who writes under one address and two names', () => {
    const text =
      mail('Kit Moran <kit@aldane.example>', rune, '3 May', 'May we use the upper gate?') +
      mail('Christopher <kit@aldane.example>', rune, '8 May', 'Did you think about the gate?');
    assert.equal(new Set(read(text).messages.map(({ author }) => author)).size, 1);
  });
});
