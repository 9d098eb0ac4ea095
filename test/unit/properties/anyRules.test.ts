import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readConfiguration } from '../../../src/engine/configuration';
import { createAnalyzer, defaultSettings } from '../../../src/engine/index';
import { readTeamRules } from '../../../src/engine/rules';
import { runs } from './anyText';

const word = fc.constantFrom('price', 'we', 'you', 'late', 'i.e.', 'C++', '$500', '24/7', '#1', '&', "don't", 'völlig');
const syntax = fc.constantFrom(
  '(',
  ')',
  '|',
  '[',
  ']',
  '{',
  '}',
  '*',
  '.',
  '?',
  '!',
  '^',
  '$',
  '~',
  '@',
  '"',
  '$adverb',
  '#Money',
  '{fail/verb}',
  '.{0,3}',
  '@subject=reader',
  '[<who>',
  '\\',
  '\u0000',
  '\ud800',
);
const pattern = fc
  .array(fc.oneof(word, word, syntax, fc.string({ maxLength: 4 })), { maxLength: 8 })
  .chain((parts) => fc.constantFrom(' ', ' ', '').map((joint) => parts.join(joint)));
const odd = fc.oneof(fc.anything({ maxDepth: 1 }), pattern);
const text = fc.oneof(fc.constant('The team says it another way.'), fc.string({ maxLength: 30 }));
const rule = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<unknown>('off', 'OFF', false, null, 7) },
  {
    weight: 6,
    arbitrary: fc.record(
      {
        message: text,
        match: fc.oneof({ weight: 5, arbitrary: fc.array(pattern, { maxLength: 3 }) }, { weight: 1, arbitrary: odd }),
        unless: fc.array(pattern, { maxLength: 2 }),
        severity: fc.oneof(fc.constantFrom('hint', 'warning'), odd),
        case: fc.constantFrom('exact', 'any'),
        rephrase: fc.array(fc.oneof(text, fc.constantFrom('{demand/verb>ask for}', '<who> would', '{', '')), {
          maxLength: 3,
        }),
        forms: fc.array(fc.record({ match: fc.array(pattern, { maxLength: 2 }) }), { maxLength: 2 }),
        when: odd,
        examples: odd,
      },
      { requiredKeys: ['message', 'match'] },
    ),
  },
);
const file = fc.record(
  {
    family: fc.constantFrom<unknown>('heat', 'demand', 'haet', 3),
    lists: fc.dictionary(fc.constantFrom('a', 'b', 'adverb', 'X'), fc.array(pattern, { maxLength: 3 }), { maxKeys: 3 }),
    rules: fc.dictionary(fc.constantFrom('one', 'we-demand', 'we-demnd', 'Two', '__proto__', 'constructor'), rule, {
      maxKeys: 3,
    }),
  },
  { requiredKeys: ['family', 'rules'] },
);
/** Files as people write them, and what is left of them after a slip. */
const written = fc
  .tuple(
    file,
    fc.nat(),
    fc.nat(6),
    fc.constantFrom('', '', '', '"', ': ', '\t', '- ', '*a', '&a ', '[', '}', '%', '---\n', '\ud800'),
  )
  .map(([value, place, length, put]) => {
    const yaml = stringify(value, { aliasDuplicateObjects: false, strict: false });
    const at = place % (yaml.length + 1);
    return put === '' ? yaml : yaml.slice(0, at) + put + yaml.slice(at + length);
  });

function assertProblems(problems: readonly { start: number; end: number; message: string }[], source: string): void {
  for (const { start, end, message } of problems) {
    assert.ok(start >= 0 && end > start && start <= source.length, `${start}-${end} of ${source.length}`);
    assert.match(message, /^[A-Z“].*\.$/su, 'a sentence');
    assert.doesNotMatch(message, /schema|undefined|\[object|Unexpected token|at line \d/i);
  }
}

describe('Any file of a team', () => {
  it('is read without a throw, is told of in sentences, and its rules can be used', () => {
    const sample =
      'We don’t see why you are late: it is i.e. C++ for $500, 24/7, and the price of “völlig” is #1 & more.';
    fc.assert(
      fc.property(written, (source) => {
        const { rules, off, problems } = readTeamRules(source);
        assertProblems(problems, source);
        const analyzer = createAnalyzer({ ...defaultSettings, documents: 'all' }, { rules, off });
        for (const { start, end, text: words } of analyzer.findings(analyzer.read(sample, { kind: 'email' })))
          assert.equal(sample.slice(start, end), words);
        analyzer.fix(sample, { kind: 'email' });
      }),
      runs(150),
    );
  });

  it('of settings is read without a throw and told of in sentences', () => {
    const settings = fc.dictionary(
      fc.constantFrom('documents', 'stance', 'families', 'rules', 'ignore', 'me', 'root', 'rootes', '__proto__'),
      fc.oneof(odd, fc.constantFrom<unknown>('auto', true, ['a'], { demand: false }, { 'demand/we-demand': 'off' })),
      { maxKeys: 4 },
    );
    fc.assert(
      fc.property(settings, (value) => {
        const source = stringify(value, { aliasDuplicateObjects: false, strict: false });
        assertProblems(readConfiguration(source, new Set(['demand/we-demand'])).problems, source);
      }),
      runs(200),
    );
  });
});
