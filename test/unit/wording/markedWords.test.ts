import assert from 'node:assert/strict';
import type { Block } from '../../../src/document/draft/draft';
import { tagTokens } from '../../../src/language/tagger';
import { classWords } from '../../../src/language/wordClasses';
import { readExample } from '../../../src/wording/exampleText';
import { findInBlock } from '../../../src/wording/find';
import type { Finding } from '../../../src/wording/rule';
import { builtInRuleSet, builtInRules, readyRules } from '../../../src/wording/ruleSet';

function find(text: string, rules = builtInRuleSet()): Finding[] {
  const block: Block = { type: 'paragraph', start: 0, end: text.length, text, masks: [] };
  return findInBlock(block, rules, { kind: 'email', tag: tagTokens });
}

/** What opens the phrase behind it wherever it stands. */
const opening = ['article', 'linking', 'complementiser', 'opening-preposition'].flatMap(classWords);

/** Marks that end in such a word, each with its reason. */
const allowed: readonly (readonly [string, RegExp])[] = [
  [
    'the pair says one thing',
    new RegExp(`\\b(?:${classWords('bound-preposition').join('|').replaceAll('-', '\\s+')})$`, 'i'),
  ],
  ['the thing pointed at', /\bthat$/i],
  ['nothing would be left that says something', /^(?:\S+ )?\S+$/],
];

describe('the words marked', () => {
  it('end before the word that begins the next phrase, in every example', () => {
    const wrong: string[] = [];
    for (const rule of builtInRules()) {
      if (rule.judged === 'tenor') continue;
      const alone = readyRules([rule], false);
      for (const example of rule.examples!.fires) {
        const { text } = readExample(example);
        const found = find(text, alone)[0]!;
        assert.match(found.text, /^[^\s,;:].*[^\s,;:]$|^[^\s,;:]$/s, `${rule.id}: “${found.text}”`);
        const last = /\S+$/.exec(found.text.toLowerCase())![0];
        const goesOn = /^\s+\w/.test(text.slice(found.end));
        if (goesOn && opening.includes(last) && !allowed.some(([, words]) => words.test(found.text)))
          wrong.push(`${rule.id}: ${found.text}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  for (const [text, marked, becomes] of [
    ['As per my last message, the boiler is due on Friday.', 'As per my last message', 'The boiler is due on Friday.'],
    ['With all due respect, our figures are newer.', 'With all due respect', 'Our figures are newer.'],
    ['You will appreciate that a lift costs more.', 'You will appreciate', 'We hope you agree that a lift costs more.'],
    ['Obviously the hall needs heating.', 'Obviously', 'The hall needs heating.'],
  ] as const) {
    it(`leave the next word alone, and a suggestion still hands it the capital: ${text}`, () => {
      const found = find(text)[0]!;
      assert.equal(found.text, marked);
      assert.ok(found.message.includes(`“${marked}”`) || !found.message.includes('“'), found.message);
      const { text: words, start = found.start, end = found.end } = found.suggestions[0]!;
      assert.equal(text.slice(0, start) + words + text.slice(end), becomes);
    });
  }

  it('keep a thing that was pointed at and a pair that says one thing', () => {
    assert.ok(find('We would scarcely call that service.').some(({ text }) => text.endsWith('call that')));
    assert.ok(find('We kind of need the hall for the day.').some(({ text }) => text === 'kind of'));
  });

  it('are what a team wrote in its own rule', () => {
    const rule = { ...builtInRules().find(({ id }) => id === 'condescension/you-will-appreciate')! };
    assert.equal(
      find('You will appreciate that the lift is old.', readyRules([rule]))[0]!.text,
      'You will appreciate that',
    );
  });
});
