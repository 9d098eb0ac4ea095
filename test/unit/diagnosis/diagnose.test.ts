import assert from 'node:assert/strict';
import { type DiagnoseOptions, diagnose } from '../../../src/diagnosis/diagnose';
import { readDraft } from '../../../src/document/draft/readDraft';
import type { CauseId } from '../../../src/playbook/ids';
import { findCause, playbook } from '../../../src/playbook/read';
import { readThread } from '../../../src/thread/thread';
import { correspondence } from '../thread/correspondence';
import { moving, stuck } from './threads';

const read = (text: string, options?: DiagnoseOptions) => diagnose(readThread(readDraft(text, {})), options);

describe('A diagnosis', () => {
  for (const [cause, text] of Object.entries(stuck))
    it(`finds ${cause} behind talks in which nobody names it`, () => {
      const { causes } = read(text);
      assert.equal(causes[0]!.id, cause);
    });

  it('shows lines of the document for its first cause, each with a reason', () => {
    for (const text of Object.values(stuck)) {
      const [first] = read(text).causes;
      assert.ok(first!.for.length > 0);
      for (const { start, end, text: quote, why } of first!.for) {
        assert.equal(text.slice(start, end).replace(/\s+/g, ' '), quote);
        assert.notEqual(why, '');
      }
    }
  });

  it('says that talks go on while both sides move and a day is set', () => {
    assert.equal(read(moving).stalled, 'no');
  });

  it('does not say that talks go on when they have stopped', () => {
    for (const [cause, text] of Object.entries(stuck)) assert.notEqual(read(text).stalled, 'no', cause);
  });

  it('ranks by a sum that it can print', () => {
    const [first] = read(stuck.distrust!).causes;
    assert.ok(first!.terms.length > 0);
    assert.ok(first!.terms.every(({ why }) => why !== ''));
  });

  it('adds up to at most one over all causes', () => {
    const { causes } = read(stuck['no-authority']!);
    const sum = causes.reduce((total, { score }) => total + score, 0);
    assert.ok(sum > 0.9 && sum <= 1.01, String(sum));
    assert.ok(causes.every(({ score }, index) => index === 0 || score <= causes[index - 1]!.score));
  });

  it('follows the checklist where the writer knows better', () => {
    for (const { id, statements } of playbook.causes) {
      const answers = Object.fromEntries(statements.map((statement) => [statement.id, 'yes' as const]));
      for (const other of playbook.causes)
        if (other.id !== id)
          for (const [index, statement] of other.statements.entries())
            if (index % 2 === 0) Object.assign(answers, { [statement.id]: 'no' });
      const { causes } = read(stuck['external-limit']!, { answers });
      assert.equal(causes[0]!.id, id);
    }
  });

  it('answers from the checklist alone when there is no text', () => {
    const answers = Object.fromEntries(findCause('ego').statements.map(({ id }) => [id, 'yes' as const]));
    const diagnosis = read('', { answers });
    assert.equal(diagnosis.causes[0]!.id, 'ego');
    assert.ok(diagnosis.notices.includes('no-thread'));
  });

  it('asks what would tell the first two apart, with an answer for each', () => {
    const { discriminatingQuestion, discriminatingAnswers, causes } = read(stuck.distrust!);
    assert.match(discriminatingQuestion!, /\?$/);
    assert.deepEqual(
      discriminatingAnswers!.map(({ cause }) => cause),
      causes.slice(0, 2).map(({ id }) => id),
    );
  });

  it('suggests moves and three questions that belong to the causes, and one thing to avoid', () => {
    const { moves, questions, avoid, causes } = read(stuck['no-authority']!);
    assert.equal(moves[0]!.cause, causes[0]!.id);
    assert.equal(questions.length, 3);
    assert.equal(avoid!.cause, causes[0]!.id);
    assert.ok(!/\{[a-z-]+\}/.test(moves.flatMap(({ openings }) => openings).join(' ')));
  });

  it('lists the concessions with whether they were tied to a return', () => {
    const { concessions } = read(stuck['one-sided-giving']!);
    assert.ok(concessions.filter(({ by, tied }) => by === 'me' && !tied).length >= 2);
    assert.equal(concessions.filter(({ by }) => by === 'them').length, 0);
  });

  it('lists questions that nobody has answered', () => {
    const { openQuestions } = read(stuck['missing-information']!);
    assert.ok(openQuestions.some(({ text }) => text.startsWith('How was the 14 per cent')));
  });

  it('says that the writer may be the stuck one', () => {
    assert.ok(read(stuck['one-sided-giving']!).notices.includes('may-be-us'));
  });
});

describe('A diagnosis of hardly anything', () => {
  it('of no text says that there is nothing to read', () => {
    const { stalled, causes, notices, confidence } = read('');
    assert.equal(stalled, 'unclear');
    assert.deepEqual(causes, []);
    assert.deepEqual(notices, ['no-thread']);
    assert.equal(confidence, 0);
  });

  it('of one short message says what is missing, and ranks nothing', () => {
    const { state, notices, causes } = read(
      correspondence({ from: 'them', day: '1 May 2025', text: 'Thank you for the brochure.' }),
    );
    assert.ok(notices.includes('one-message'));
    assert.equal(state, 'unclear');
    assert.deepEqual(causes, []);
  });

  it('of another language says so and names no cause', () => {
    const { notices, causes } = read(
      correspondence({
        from: 'them',
        day: '1 May 2025',
        text: 'Nous avons bien reçu votre proposition et nous vous remercions de votre patience, mais la direction ne se réunira pas avant le mois prochain et nous ne pouvons rien décider sans elle.',
      }),
    );
    assert.ok(notices.includes('not-english'));
    assert.deepEqual(causes, []);
  });

  it('of messages without dates says that silences could not be measured', () => {
    const { notices } = read(
      correspondence({ from: 'me', text: 'Could we meet?' }, { from: 'them', text: 'Perhaps one day.' }),
    );
    assert.ok(notices.includes('no-dates'));
  });

  it('does not break on any of many broken texts', () => {
    const broken = [
      '>',
      '> > >\n>>',
      'From:',
      'From: \nDate: \n\n',
      'Me:',
      'Me: <>\n\nFrom: <>\n\nx',
      '\ud800',
      'From: a\nDate: 99/99/9999\n\nHello.',
      '?????'.repeat(500),
      'a: b\n'.repeat(300),
    ];
    for (const text of broken)
      assert.ok(['yes', 'no', 'unclear'].includes(read(text).stalled), JSON.stringify(text.slice(0, 20)));
  });

  it('looks at each sentence once, however long the thread', () => {
    const letters = Array.from({ length: 500 }, (_, index) => ({
      from: index % 2 === 0 ? 'me' : 'them',
      day: new Date(Date.UTC(2024, 0, 1) + index * 86_400_000).toUTCString(),
      text: 'Is there a word from the board? We are still looking at it and will come back to you next week. The price stands at £4,500.',
    }));
    const diagnosis = read(correspondence(...letters));
    assert.equal(diagnosis.messages.length, 500);
    assert.ok(diagnosis.causes.length > 0);
  });
});

describe('The causes', () => {
  const ids = playbook.causes.map(({ id }): CauseId => id);

  it('each have signals in words and more than one', () => {
    for (const id of ids) assert.ok(findCause(id).signals.length >= 3, id);
  });
});
