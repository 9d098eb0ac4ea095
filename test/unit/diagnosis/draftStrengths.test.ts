import assert from 'node:assert/strict';
import { strengthsOf } from '../../../src/diagnosis/draftStrengths';
import { readDraft } from '../../../src/document/draft/readDraft';
import { readThread } from '../../../src/thread/thread';

const strengths = (text: string) => {
  const draft = readDraft(text, { kind: 'email' });
  return strengthsOf(draft, readThread(draft));
};

describe('What a draft does for its reader', () => {
  it('is nothing in an empty one and in a line of thanks', () => {
    for (const text of ['', 'Dear Ann,\n\nThank you for the tour.\n\nTom\n']) assert.deepEqual(strengths(text), []);
  });

  it('is a price and a day where they are written, in words or in figures', () => {
    assert.deepEqual(strengths('Hi Ann,\n\nThe rent would be £1,150 a month.\n\nTom\n'), ['price']);
    assert.deepEqual(strengths('Hi Ann,\n\nThe keys are with the porter on 4 May.\n\nTom\n'), ['date']);
    assert.deepEqual(strengths('Hi Ann,\n\nThere are two keys and one letter box.\n\nTom\n'), []);
  });

  it('is a next step where somebody does something by a day', () => {
    const step = 'Hi Ann,\n\nThe plan is attached. I will send you the drawings by Tuesday.\n\nTom\n';
    assert.ok(strengths(step).includes('next-step'));
    const none = 'Hi Ann,\n\nThe plan is attached. The office was closed on Tuesday.\n\nTom\n';
    assert.ok(!strengths(none).includes('next-step'));
  });

  it('is an open question, and no question that only wants a yes', () => {
    assert.ok(
      strengths('Hi Ann,\n\nWhat matters most to you about the opening hours?\n\nTom\n').includes('open-question'),
    );
    assert.ok(!strengths('Hi Ann,\n\nIs the gate locked?\n\nTom\n').includes('open-question'));
  });

  it('is to take up what they said, where they said something', () => {
    const own = 'I understand that the stairs worry you. We can move the desk to the ground floor.';
    assert.ok(!strengths(`Hi Ann,\n\n${own}\n\nTom\n`).includes('acknowledgement'));
    const quoted = `On 3 May 2025, Ann Wells <ann@wells.example> wrote:\n> The stairs worry us, two of the team cannot climb them.\n`;
    assert.ok(strengths(`Hi Ann,\n\n${own}\n\nTom\n\n${quoted}`).includes('acknowledgement'));
  });
});
