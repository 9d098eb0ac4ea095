import assert from 'node:assert/strict';
import causeLines from '../../../src/playbook/causeLines.yaml';
import causeStructure from '../../../src/playbook/causeStructure.yaml';
import { playbook } from '../../../src/playbook/read';
import { fill, placeholdersOf } from '../../../src/playbook/snippet';

interface Named {
  readonly at: string;
  readonly text: string;
}

/** What goes into a draft: read by the other side. */
const sent: readonly Named[] = [
  ...playbook.questions.flatMap(({ id, plain, warm, formal }) => [
    { at: `${id} plain`, text: plain },
    { at: `${id} warm`, text: warm },
    { at: `${id} formal`, text: formal },
  ]),
  ...playbook.moves.flatMap(({ id, openings }) => [
    ...openings.email.map((text, index) => ({ at: `${id} e-mail ${index + 1}`, text })),
    ...openings.proposal.map((text, index) => ({ at: `${id} proposal ${index + 1}`, text })),
  ]),
  ...playbook.templates.flatMap(({ id, subject, body }) => [
    { at: id, text: body },
    { at: `${id} subject`, text: subject ?? '' },
  ]),
  ...playbook.draftChecks.flatMap(({ id, insert }) =>
    insert.flatMap((entry) => ('frame' in entry ? [{ at: `${id} frame`, text: entry.frame }] : [])),
  ),
];

/** Everything, the advice to the writer included. */
const everything: readonly Named[] = textsIn(playbook, 'playbook');

describe('texts for the other side', () => {
  const unwelcome: Record<string, RegExp> = {
    'a demand': /\b(demand(s|ed|ing)?|insist(s|ed)?|must|you (need|have) to|you should|should have)\b/i,
    'an ultimatum': /\b(final offer|take it or leave it|non-negotiable|or else|last chance|no choice)\b/i,
    'a contest': /\b(win|wins|won(?!['’])|lose|loses|lost|beat|opponents?|fight|give in|surrender|concessions?)\b/i,
    'a negative frame': /\b(problems?|unacceptable|impossible|failures?|failed|unfortunately)\b/i,
    'an absolute': /\b(always|never|everyone knows)\b/i,
    'a brush-off': /\b(but|irrelevant|actually)\b/i,
    condescension: /\b(obviously|clearly|of course|simply put|let me be clear|as (I|we) (already )?said|per my)\b/i,
    'praise of oneself': /\b(frankly|to be honest|honestly|trust me|generous|fair and reasonable|unbeatable|unique)\b/i,
    pleading:
      /\b(just|checking in|sorry to|bother|desperate|no worries|I hate to|following up|circling back|touch(ing)? base)\b/i,
    'a closed or accusing question':
      /\b(why (did|didn't|do|don't|can't|are|aren't)|don't you|isn't it|wouldn't you)\b/i,
    'a leaked limit': /\b(go up to|go down to|the (most|least|lowest) we|only option)\b/i,
    shouting: /!|\b[A-Z]{4,}\b/,
  };

  for (const [what, pattern] of Object.entries(unwelcome)) {
    it(`hold no ${what.replace(/^an? /, '')}`, () => {
      const found = sent.filter(({ text }) => pattern.test(fill(text))).map(({ at, text }) => `${at}: ${text}`);
      assert.deepEqual(found, []);
    });
  }

  it('use placeholders that have a stand-in, and no other braces', () => {
    for (const { at, text } of sent) {
      for (const id of placeholdersOf(text)) assert.ok(Object.hasOwn(playbook.placeholders, id), `${at}: {${id}}`);
      assert.doesNotMatch(fill(text), /[{}]/, at);
    }
  });

  it('begin no sentence with a stand-in in small letters', () => {
    const found = sent.filter(({ text }) =>
      [...text.matchAll(/(?:^|(?<!\d)[.?!]\s+)\{([a-z-]+)\}/g)].some(([, id]) =>
        /^[a-z]/.test(playbook.placeholders[id!]!),
      ),
    );
    assert.deepEqual(found, []);
  });

  it('use each stand-in somewhere', () => {
    const used = new Set(everything.flatMap(({ text }) => placeholdersOf(text)));
    assert.deepEqual(
      Object.keys(playbook.placeholders).filter((id) => !used.has(id)),
      [],
    );
  });

  it('end as sentences do', () => {
    for (const { id, plain, warm, formal } of playbook.questions)
      for (const text of [plain, warm, formal]) assert.match(text, /[.?]$/, `${id}: ${text}`);
    for (const { id, openings } of playbook.moves)
      for (const text of [...openings.email, ...openings.proposal])
        assert.match(text, /([.?]"?|\|)$/, `${id}: ${text}`);
  });

  it('ask something open in each wording of a question', () => {
    const open = /\b(how|what|which|who|whom|whose|where|when)\b[^?]*\?$/i;
    for (const { id, plain, warm, formal } of playbook.questions)
      for (const text of [plain, warm, formal])
        assert.match(text, id === 'ask-joint-session' ? /\?$/ : open, `${id}: ${text}`);
  });

  it('are said once', () => {
    const texts = sent.map(({ text }) => text).filter((text) => text !== '' && !text.startsWith('##'));
    assert.deepEqual(
      texts.filter((text, index) => texts.indexOf(text) !== index),
      [],
    );
  });
});

describe('texts for the writer', () => {
  it('do not scold', () => {
    const scolding = /\b(you must|you should|obviously|of course|stupid|silly|foolish|naive|lazy|bad habit|shame)\b/i;
    assert.deepEqual(
      everything.filter(({ text }) => scolding.test(text)),
      [],
    );
  });

  it('speak to the writer as you; only statements, which the writer answers, say we', () => {
    const reasons = [...textsIn(causeLines, 'lines'), ...textsIn(causeStructure, 'structure')]
      .filter(({ at }) => at.endsWith('why'))
      .map(({ text }) => text);
    const told = playbook.causes.flatMap(({ title, summary, looksLike, avoid, signals }) => [
      title,
      summary,
      ...looksLike,
      avoid.why,
      ...(signals as readonly { why: string }[]).map(({ why }) => why),
    ]);
    assert.ok(reasons.length > 40);
    const quoted = /"[^"]*"/g;
    assert.deepEqual(
      [...reasons, ...told].filter((text) => /\b(we|us|our|ours)\b/i.test(text.replace(quoted, ''))),
      [],
    );
  });

  it('promise no outcome', () => {
    const promise = /\b(guarantees? (that|you)|will (agree|say yes|accept|succeed|work)|always works|certain to)\b/i;
    assert.deepEqual(
      everything.filter(({ text }) => promise.test(text)),
      [],
    );
  });

  it('are sentences where a sentence is called for', () => {
    const sentence = /[.?]"?$/;
    for (const cause of playbook.causes)
      for (const text of [
        cause.summary,
        ...cause.looksLike,
        ...cause.worse,
        ...cause.statements.map((statement) => statement.text),
        cause.avoid.text,
        cause.avoid.why,
        ...cause.apart.flatMap(({ ifThis, ifOther }) => [ifThis, ifOther]),
      ])
        assert.match(text, sentence, cause.id);
    for (const move of playbook.moves)
      for (const text of [move.what, move.when, move.whenNot, move.lookFor]) assert.match(text, sentence, move.id);
    for (const check of playbook.draftChecks)
      for (const text of [check.why, check.fix]) assert.match(text, sentence, check.id);
  });

  it('are short enough to read while writing', () => {
    for (const cause of playbook.causes) {
      assert.ok(cause.title.length <= 60, cause.title);
      assert.ok(words(cause.summary) <= 45, cause.summary);
      for (const { text } of cause.statements) assert.ok(words(text) <= 30, text);
    }
    for (const check of playbook.draftChecks) assert.ok(words(check.message) <= 20, check.message);
  });
});

function textsIn(value: unknown, at: string): Named[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => key !== 'signals')
    .flatMap(([key, inner]) => textsIn(inner, `${at}.${key}`));
}

function words(text: string): number {
  return text.split(/\s+/).length;
}
