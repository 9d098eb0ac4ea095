import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import { readThread } from '../../../src/thread/thread';
import { readEvidence } from '../../../src/thread/threadEvidence';
import { correspondence, type Letter } from './correspondence';

const read = (...letters: readonly Letter[]) => readEvidence(readThread(readDraft(correspondence(...letters), {})));

describe('The evidence in a thread', () => {
  it('holds questions, and which of them the next reply passes over', () => {
    const { questions } = read(
      {
        from: 'them',
        day: '1 May 2025',
        text: 'How did you arrive at the haulage charge? Does the price include pallets?',
      },
      { from: 'me', day: '3 May 2025', text: 'The price includes pallets and film. We hope to hear from you soon.' },
    );
    assert.deepEqual(
      questions.map(({ by, text, passedOver }) => [by, text, passedOver]),
      [
        ['them', 'How did you arrive at the haulage charge?', true],
        ['them', 'Does the price include pallets?', false],
      ],
    );
  });

  it('holds indirect questions', () => {
    const { questions } = read({
      from: 'them',
      day: '1 May 2025',
      text: 'I wonder whether the crates come back to us.',
    });
    assert.equal(questions[0]!.form, 'indirect');
  });

  it('tells what is given for a return from what is given for nothing', () => {
    const { concessions } = read({
      from: 'me',
      day: '1 May 2025',
      text: 'We can include the delivery. We will also waive the deposit if you order before June.',
    });
    assert.deepEqual(
      concessions.map(({ text, tied }) => [text, tied]),
      [
        ['We can include the delivery.', true],
        ['We will also waive the deposit if you order before June.', true],
      ],
    );
    const free = read({
      from: 'me',
      day: '1 May 2025',
      text: 'We have dropped the handling fee. The weather has been kind.',
    });
    assert.deepEqual(
      free.concessions.map(({ tied }) => tied),
      [false],
    );
  });

  it('does not take a refusal for a gift', () => {
    assert.deepEqual(
      read({ from: 'them', day: '1 May 2025', text: 'We cannot include the delivery.' }).concessions,
      [],
    );
  });

  it('holds a refusal with its reason', () => {
    const { refusals } = read({
      from: 'them',
      day: '1 May 2025',
      text: 'We cannot go lower because the feed has doubled in price.',
    });
    assert.match(refusals[0]!.reason!.text, /because the feed/);
  });

  it('sees a promise that its date went past', () => {
    const { promises } = read(
      { from: 'them', day: '1 May 2025', text: 'I will send you the drawings by Friday.' },
      { from: 'me', day: '14 May 2025', text: 'Have they gone out?' },
      { from: 'them', day: '30 May 2025', text: 'Things have been busy here.' },
    );
    assert.equal(promises.find(({ by }) => by === 'them')!.kept, 'no');
  });

  it('sees a promise that was kept', () => {
    const { promises } = read(
      { from: 'them', day: '1 May 2025', text: 'I will send you the drawings by Friday.' },
      { from: 'them', day: '4 May 2025', text: 'As promised, the drawings are attached.' },
    );
    assert.equal(promises[0]!.kept, 'yes');
  });

  it('follows how the figures move and whether they meet', () => {
    const { movement } = read(
      { from: 'me', day: '1 May 2025', text: 'We can pay £400 a week.' },
      { from: 'them', day: '2 May 2025', text: 'It would have to be £520.' },
      { from: 'me', day: '3 May 2025', text: 'Let us say £450.' },
      { from: 'them', day: '4 May 2025', text: 'I could do £480.' },
    );
    assert.equal(movement!.converging, true);
    assert.equal(movement!.myMoves, 1);
    assert.equal(movement!.theirMoves, 1);
    assert.ok(Math.abs(movement!.gap! - 30 / 480) < 0.001);
  });

  it('does not take dates and times for figures', () => {
    const { amounts } = read({ from: 'me', day: '1 May 2025', text: 'See you on 14 June 2025 at 10:30 in room 12.' });
    assert.deepEqual(amounts, []);
  });

  it('sees that a side says the same again', () => {
    const { repetitions } = read(
      { from: 'me', day: '1 May 2025', text: 'The lease says plainly that the landlord repairs the roof.' },
      { from: 'them', day: '2 May 2025', text: 'I asked when you could meet.' },
      { from: 'me', day: '3 May 2025', text: 'The landlord repairs the roof, the lease plainly says.' },
    );
    assert.equal(repetitions.length, 1);
    assert.match(repetitions[0]!.earlier.text, /^The lease says/);
  });

  it('names the people and the limits that a line brings up', () => {
    const evidence = read({
      from: 'them',
      day: '1 May 2025',
      text: 'I would have to clear it with my manager. The insurer does not allow wood stoves. Another buyer has called.',
    });
    assert.equal(evidence.approvers.length, 1);
    assert.equal(evidence.limits[0]!.kind, 'policy');
    assert.equal(evidence.alternatives.length, 1);
  });

  it('hears heat in words, capitals and stacked marks', () => {
    const { heat } = read({
      from: 'them',
      day: '1 May 2025',
      text: 'This is ridiculous. PLEASE STOP SENDING THIS LETTER. Again?!',
    });
    assert.equal(heat.length, 3);
  });
});
