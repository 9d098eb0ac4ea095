import assert from 'node:assert/strict';
import { type Schema, Validator } from '@cfworker/json-schema';
import { findDraftCheck } from '../../../src/playbook/draftCheckTexts';
import { causeIds, draftCheckIds, groupIds, intents, moveIds } from '../../../src/playbook/ids';
import schema from '../../../src/playbook/playbook.schema.json';
import { findCause, findMove, findQuestion, playbook, tellApart } from '../../../src/playbook/read';

const groupsAndCauses = {
  strength: ['strong-alternative', 'tactical-delay', 'smells-weakness', 'price-only-frame'],
  vulnerability: ['fears-losing', 'avoids-conflict', 'not-ready'],
  relationship: ['distrust', 'ego', 'personality-clash'],
  mandate: ['no-authority', 'internal-disagreement'],
  substance: [
    'missing-information',
    'conflicting-goals',
    'hidden-interest',
    'external-limit',
    'no-overlap',
    'resists-change',
  ],
  process: ['not-heard', 'wrong-approach', 'lapsed-contact'],
  us: ['our-fixed-position', 'one-sided-giving'],
};

const movesFor: Record<string, string[]> = {
  'strong-alternative': strengthMoves(),
  'tactical-delay': strengthMoves(),
  'smells-weakness': ['peer-posture', 'show-own-alternative', 'stay-visible'],
  'price-only-frame': ['broaden-to-value', 'change-the-frame'],
  'fears-losing': ['reframe-as-problem-solving', 'show-mutual-benefit', 'drop-zero-sum-words'],
  'avoids-conflict': ['lower-the-pressure', 'relationship-first', 'offer-structure'],
  'not-ready': ['offer-structure', 'give-time', 'break-into-parts'],
  distrust: ['acknowledge-history', 'small-trust-acts', 'separate-people-from-problem', 'neutral-third-party'],
  ego: ['let-it-be-their-idea', 'face-saving-exit', 'validate-their-view', 'change-the-negotiator'],
  'personality-clash': ['change-the-negotiator', 'separate-people-from-problem', 'stay-calm'],
  'no-authority': ['ask-the-process', 'joint-meeting', 'arm-your-champion', 'patient-persistence'],
  'internal-disagreement': ['involve-stakeholders', 'joint-meeting', 'arm-your-champion'],
  'missing-information': ['explain-your-reasons', 'bring-proof', 'ask-open-questions'],
  'conflicting-goals': ['shared-goals', 'trade-across-issues', 'brainstorm-options'],
  'hidden-interest': ['ask-open-questions', 'reflect-and-check', 'brainstorm-options'],
  'external-limit': ['test-cant-or-wont', 'work-around-the-limit', 'agree-on-something-else', 'walk-away-well'],
  'no-overlap': ['check-the-alternative', 'walk-away-well'],
  'resists-change': ['small-first-step', 'let-it-be-their-idea', 'give-time'],
  'not-heard': ['reflect-and-check', 'validate-their-view', 'build-on-their-words'],
  'wrong-approach': ['switch-the-appeal'],
  'lapsed-contact': ['regular-check-ins', 'revisit-later', 'summary-so-far'],
  'our-fixed-position': ['self-check', 'admit-a-miss', 'step-back'],
  'one-sided-giving': ['strategic-concession', 'ask-for-a-return', 'walk-away-well'],
};
const movesForAny = ['neutral-third-party', 'find-common-ground', 'keep-the-end-in-view'];

describe('playbook', () => {
  it('has the shape of its schema', () => {
    const { valid, errors } = new Validator(schema as Schema, '2020-12', false).validate(playbook);
    assert.ok(valid, errors.map((error) => `${error.instanceLocation}: ${error.error}`).join('\n'));
  });

  it('holds the seven groups with their twenty-three causes', () => {
    assert.deepEqual(
      playbook.groups.map((group) => group.id),
      Object.keys(groupsAndCauses),
    );
    for (const [group, ids] of Object.entries(groupsAndCauses)) {
      const found = playbook.causes.filter((cause) => cause.group === group).map((cause) => cause.id);
      assert.deepEqual(found, ids);
    }
    assert.equal(playbook.causes.length, 23);
  });

  it('names each cause the moves that are meant for it, and each move its causes', () => {
    for (const [id, moves] of Object.entries(movesFor)) {
      const cause = playbook.causes.find((entry) => entry.id === id)!;
      assert.deepEqual(
        moves.filter((move) => !(cause.moves as readonly string[]).includes(move)),
        [],
        id,
      );
    }
    for (const cause of playbook.causes)
      for (const move of cause.moves) assert.ok(findMove(move).for.includes(cause.id), `${move} for ${cause.id}`);
    for (const move of playbook.moves)
      for (const cause of move.for) assert.ok(findCause(cause).moves.includes(move.id), `${cause} by ${move.id}`);
    const forAny = playbook.moves.filter((move) => move.any).map((move) => move.id);
    assert.deepEqual(forAny.sort(), movesForAny.toSorted());
    for (const move of playbook.moves) assert.ok(move.any || move.for.length > 0, move.id);
  });

  it('holds every id once and no other', () => {
    assert.deepEqual(sorted(playbook.groups), [...groupIds].sort());
    assert.deepEqual(sorted(playbook.causes), [...causeIds].sort());
    assert.deepEqual(sorted(playbook.moves), [...moveIds].sort());
    assert.deepEqual(sorted(playbook.draftChecks), [...draftCheckIds].sort());
    const named = new Set([...Object.values(movesFor).flat(), ...movesForAny]);
    assert.deepEqual([...named].sort(), [...moveIds].sort());
    const all = [
      ...playbook.questions,
      ...playbook.templates,
      ...playbook.causes.flatMap((cause) => cause.statements),
      ...playbook.preparation.sections,
      ...playbook.selfCheck.questions,
      ...playbook.selfCheck.then,
    ].map((entry) => entry.id);
    assert.deepEqual(
      all.filter((id, index) => all.indexOf(id) !== index),
      [],
    );
  });

  it('asks for every intent, at least three questions a cause', () => {
    assert.ok(playbook.questions.length >= 40);
    for (const intent of intents)
      assert.ok(
        playbook.questions.some((question) => question.intent === intent),
        intent,
      );
    for (const question of playbook.questions) {
      assert.ok((intents as readonly string[]).includes(question.intent), question.id);
      for (const cause of question.causes) findCause(cause);
    }
    for (const cause of playbook.causes)
      for (const id of cause.questions) assert.ok(findQuestion(id).causes.includes(cause.id), `${id} for ${cause.id}`);
  });

  it('leaves nothing dangling in what tells causes apart, in statements and in quick fixes', () => {
    for (const cause of playbook.causes) {
      const others = cause.apart.map((entry) => entry.from);
      assert.equal(new Set(others).size, others.length, cause.id);
      for (const other of others) assert.notEqual(findCause(other).id, cause.id);
      for (const statement of cause.statements)
        for (const other of Object.keys(statement.also ?? {}))
          assert.ok((causeIds as readonly string[]).includes(other) && other !== cause.id, statement.id);
    }
    for (const check of playbook.draftChecks)
      for (const insert of check.insert) {
        if ('question' in insert) findQuestion(insert.question);
        if ('move' in insert) findMove(insert.move);
      }
  });

  it('keeps alternative and limits private', () => {
    const privately = playbook.preparation.sections.filter((section) => section.private).map((section) => section.id);
    assert.deepEqual(privately, ['our-alternative-and-limits']);
  });

  it('throws on an id it does not hold', () => {
    assert.throws(() => findQuestion('ask-nothing'), RangeError);
    assert.equal(findDraftCheck('no-reason').id, 'no-reason');
  });
});

describe('what tells two causes apart', () => {
  it('can be read from either side', () => {
    const seen = tellApart('smells-weakness', 'lapsed-contact')!;
    assert.equal(seen.from, 'lapsed-contact');
    const turned = tellApart('not-heard', 'avoids-conflict')!;
    const written = findCause('avoids-conflict').apart.find((entry) => entry.from === 'not-heard')!;
    assert.deepEqual(turned, {
      from: 'avoids-conflict',
      question: written.question,
      ifThis: written.ifOther,
      ifOther: written.ifThis,
    });
  });

  it('is not offered for causes that are seldom confused', () => {
    assert.equal(tellApart('ego', 'lapsed-contact'), undefined);
  });
});

describe('checklist statements', () => {
  const neutral = 0;

  it('put the cause first whose statements hold, when the rest is unknown', () => {
    for (const cause of playbook.causes) {
      const scores = addUp((id) => (cause.statements.some((own) => own.id === id) ? 'yes' : 'unknown'));
      assert.equal(best(scores), cause.id);
    }
  });

  it('put the cause first when a likely confusion also gets one yes and the rest are no', () => {
    for (const cause of playbook.causes)
      for (const { from } of cause.apart) {
        const shared = findCause(from).statements[0]!.id;
        const scores = addUp((id) => (cause.statements.some((own) => own.id === id) || id === shared ? 'yes' : 'no'));
        assert.equal(best(scores), cause.id, `${cause.id} beside ${from}`);
      }
  });

  it('weigh a yes for their cause and a no not for it', () => {
    for (const statement of playbook.causes.flatMap((cause) => cause.statements)) {
      assert.ok(statement.yes > neutral, statement.id);
      assert.ok(statement.no <= neutral, statement.id);
    }
  });

  function addUp(answer: (id: string) => 'yes' | 'no' | 'unknown'): Map<string, number> {
    const scores = new Map<string, number>(causeIds.map((id) => [id, 0]));
    const add = (id: string, weight: number) => scores.set(id, scores.get(id)! + weight);
    for (const cause of playbook.causes)
      for (const { id, yes, no, also } of cause.statements) {
        if (answer(id) === 'no') add(cause.id, no);
        if (answer(id) !== 'yes') continue;
        add(cause.id, yes);
        for (const [other, weight] of Object.entries(also ?? {})) add(other, weight);
      }
    return scores;
  }

  function best(scores: Map<string, number>): string {
    return [...scores].reduce((top, next) => (next[1] > top[1] ? next : top))[0];
  }
});

function sorted(entries: readonly { readonly id: string }[]): string[] {
  return entries.map((entry) => entry.id).sort();
}

function strengthMoves(): string[] {
  return [
    'show-unique-value',
    'question-their-alternative',
    'show-own-alternative',
    'set-soft-deadline',
    'stay-visible',
    'change-the-frame',
  ];
}
