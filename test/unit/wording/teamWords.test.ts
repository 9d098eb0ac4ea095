import assert from 'node:assert/strict';
import { createAnalyzer, defaultSettings } from '../../../src/engine/index';
import { readTeamRules } from '../../../src/engine/rules';
import { applyEdits, safeEdits } from '../../../src/wording/edits';

/** A rule file with one rule; patterns and other lines as they stand in YAML. */
const fileOf = (patterns: readonly string[], more = '') =>
  `family: heat\nrules:\n  team-word:\n    message: The team says it another way.\n    severity: warning\n${more}    match: [${patterns.map((one) => JSON.stringify(one)).join(', ')}]\n`;

function analyzerFor(file: string) {
  const { rules, off, problems } = readTeamRules(file);
  assert.deepEqual(problems, []);
  return createAnalyzer({ ...defaultSettings, documents: 'all' }, { rules, off });
}

/** The words that the team's rule marks. */
function marked(patterns: readonly string[], text: string, more = ''): string[] {
  const analyzer = analyzerFor(fileOf(patterns, more));
  const findings = analyzer.findings(analyzer.read(text, { kind: 'email' }));
  return findings.filter(({ ruleId }) => ruleId === 'heat/team-word').map(({ text: words }) => words);
}

describe('what a team writes with signs, digits or letters of other languages', () => {
  const written: [pattern: string, text: string, expected: string[]][] = [
    ['i.e.', 'The pumps, i.e. both of them, are here.', ['i.e.']],
    ['e.g.', 'Take one, e.g. the small pump.', ['e.g.']],
    ['etc.', 'We ship pumps, valves etc. on Monday. Etcetera is fine.', ['etc.']],
    ['P.S.', 'P.S. The invoice is attached.', ['P.S.']],
    ['Inc.', 'Acme Inc. has the drawings.', ['Inc.']],
    ['U.S. team', 'The U.S. team has them. The US team too.', ['U.S. team']],
    ['C++', 'It is written in C++ and in C, not in C+.', ['C++']],
    ['.NET', 'The viewer is a .NET program on the net.', ['.NET']],
    ['$500', 'It costs $500. Others cost $500,000 or 500.', ['$500']],
    ['€500', 'It costs €500 a day.', ['€500']],
    ['50%', 'You pay 50% now and 150% never.', ['50%']],
    ['24/7', 'The desk is open 24/7 and on 24/70.', ['24/7']],
    ['#1', 'We are the #1 vendor, and 1 of many.', ['#1']],
    ['R & D', 'Our R & D will call; R D will not.', ['R & D']],
    ['R&D', 'Our R&D will call.', ['R&D']],
    ['w/o delay', 'Please ship w/o delay.', ['w/o delay']],
    ['(U.S.|EU) team', 'The U.S. team and the EU team met.', ['U.S. team', 'EU team']],
    ['the U.S. team .{0,2} [late]', 'The U.S. team was very late again.', ['late']],
    ['really, we insist', 'Really, we insist. Really we insist.', ['Really, we insist']],
    ['"ship it?"', 'Can you ship it? We ship it.', ['ship it?']],
    ['völlig inakzeptabel', 'Das ist vo\u0308llig inakzeptabel.', ['vo\u0308llig inakzeptabel']],
    ['vo\u0308llig inakzeptabel', 'Das ist völlig inakzeptabel.', ['völlig inakzeptabel']],
    ['café/bar', 'We meet in the cafe\u0301/bar.', ['cafe\u0301/bar']],
  ];
  for (const [pattern, text, expected] of written)
    it(`${pattern} is found as written`, () => assert.deepEqual(marked([pattern], text), expected));

  it('counts capitals on request', () => {
    const exact = '    case: exact\n';
    assert.deepEqual(marked(['acme pumps', 'ACME'], 'Acme Pumps or acme pumps, acme or ACME?', exact), [
      'acme pumps',
      'ACME',
    ]);
    assert.deepEqual(marked(['acme pumps'], 'Acme Pumps or acme pumps?'), ['Acme Pumps', 'acme pumps']);
    assert.deepEqual(marked(["Don't (Ship|send)"], 'Don’t Ship it. don’t Ship it. Don’t ship it.', exact), [
      'Don’t Ship',
    ]);
  });

  it('is replaced with its signs', () => {
    const more = '    rephrase: [{to: "for example", safe: true}]\n';
    const analyzer = analyzerFor(fileOf(['e.g.', 'C++'], more));
    const text = 'Take one, e.g. the small pump.';
    const findings = analyzer.findings(analyzer.read(text, { kind: 'email' }));
    assert.equal(applyEdits(text, safeEdits(findings)), 'Take one, for example the small pump.');
  });

  it('leaves code and quoted words alone, and reads on over emphasis', () => {
    const analyzer = analyzerFor(fileOf(['U.S. team']));
    const wordsIn = (text: string) =>
      analyzer.findings(analyzer.read(text, { kind: 'proposal', path: 'a.md' })).map(({ text: words }) => words);
    assert.deepEqual(wordsIn('The `U.S. team` met.\n'), []);
    assert.deepEqual(wordsIn('The U.S. **team** met.\n').length, 1);
  });

  it('is refused in words where it is a sign alone', () => {
    const { rules, problems } = readTeamRules(fileOf(['&', 'fine thing']));
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['“&” is a sign without a word; write the words beside it too, as in “R & D”.'],
    );
    assert.equal(rules[0]!.match.length, 1, 'the other pattern stays');
  });
});

describe('a rule of a team', () => {
  it('wins over a built-in one on the same words, however serious that is', () => {
    const text = 'Dear Tom,\n\nWe demand a refund. Per my last email, send it asap.\n\nAnn\n';
    const file = fileOf(['we demand a refund', 'asap', 'per my last email']).replace('warning', 'hint');
    const analyzer = analyzerFor(file);
    const found = analyzer.findings(analyzer.read(text, { kind: 'email' }));
    const own = found.filter(({ ruleId }) => ruleId === 'heat/team-word');
    assert.deepEqual(
      own.map(({ text: words, severity }) => [words, severity]),
      [
        ['We demand a refund', 'hint'],
        ['Per my last email', 'hint'],
        ['asap', 'hint'],
      ],
    );
    for (const one of own)
      assert.ok(!found.some((other) => other !== one && other.start < one.end && other.end > one.start), one.text);
  });

  it('loses a pattern that is broken, and no other', () => {
    const file = fileOf(
      ['(a', 'good words', 'b $nothing'],
      '    unless: ["[x"]\n    forms: [{match: ["more words", "c)"]}]\n',
    );
    const { rules, problems } = readTeamRules(file);
    assert.deepEqual(
      problems.map(({ start, message }) => [file.slice(start, start + 4), message]),
      [
        ['"c)"', 'This pattern has a stray “)” at character 2.'],
        ['"(a"', 'This pattern has a “(” without its “)” at character 3.'],
        ['"b $', 'This pattern has the unknown list “$nothing” at character 3.'],
        ['"[x"', 'This pattern has a “[” without its “]” at character 3.'],
      ],
    );
    assert.deepEqual(
      rules.map(({ match, forms }) => [match.length, forms!.map((form) => form.match.length)]),
      [[1, [1]]],
    );
    const mixed = readTeamRules(fileOf(['good words']).replace('"good words"', '"good words", 7, ""'));
    assert.equal(mixed.rules.length, 1);
    assert.equal(mixed.problems.length, 2);
  });

  it('is told of YAML that cannot be read in a sentence', () => {
    for (const text of [
      'family: [heat\nrules: {',
      'family: heat\n\trules: x',
      'rules:\n  a: "x',
      'a: b: c',
      'x: *y',
      '%x\n---\na',
      'a: &b &c d',
      '"\\q": 1',
      '- a\nb: c',
      '\ud800: 1',
    ]) {
      const { problems } = readTeamRules(text);
      assert.ok(problems.length > 0, text);
      for (const { message } of problems) assert.match(message, /^[A-Z“].*\.$/, text);
    }
  });
});
