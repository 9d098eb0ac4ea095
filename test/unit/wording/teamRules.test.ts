import assert from 'node:assert/strict';
import { readTeamRules } from '../../../src/engine/rules';

const rule = (name: string, rest: string) => `  ${name}:\n    message: The team says it another way.\n${rest}`;
const file = (...rules: string[]) => `family: demand\nrules:\n${rules.join('')}`;
const problemsOf = (text: string) =>
  readTeamRules(text).problems.map(({ start, message }) => [text.slice(start).split('\n')[0], message]);

describe('a file of team rules', () => {
  it('is told in sentences what to write instead', () => {
    const said = (text: string) => problemsOf(text).map(([, message]) => message);
    assert.deepEqual(said(file('  we-demand: OFF\n')), ['Write off.']);
    assert.deepEqual(said(file('  we-demand: false\n')), ['Write off or names and values with message.']);
    assert.deepEqual(said(file(rule('a', '    match: "abc"\n'))), ['Write a list, one entry a line after a dash.']);
    assert.deepEqual(said(file('  a:\n    message: short\n    match: ["abc"]\n')), ['Write 10 characters or more.']);
    assert.deepEqual(said(file(rule('a', '    severty: warning\n    match: ["abc"]\n'))), [
      'There is no “severty” here; the nearest is “severity”.',
    ]);
    assert.deepEqual(said(file(rule('a', '    severity: loud\n    match: ["abc"]\n'))), [
      'Write hint, information or warning.',
    ]);
    assert.deepEqual(said(file(rule('a', ''))), ['Here “match” is missing.']);
  });

  it('is told of a rule that cannot be switched off because there is none', () => {
    assert.deepEqual(problemsOf(file('  we-demnd: off\n')), [
      ['we-demnd: off', 'There is no rule “demand/we-demnd”; the nearest is “demand/we-demand”.'],
    ]);
    assert.deepEqual(problemsOf('family: heat\nrules:\n  we-demand: off\n'), [
      ['we-demand: off', 'There is no rule “heat/we-demand”; the nearest is “demand/we-demand”.'],
    ]);
    assert.deepEqual(readTeamRules(file('  we-demand: off\n')).off, ['demand/we-demand']);
  });

  it('keeps what is right beside what is wrong', () => {
    const { rules, problems } = readTeamRules(
      file(
        rule('good', '    match: ["abc"]\n'),
        rule('bad', '    match: "abc"\n'),
        rule('bracket', '    match: ["(a"]\n'),
      ),
    );
    assert.deepEqual(
      rules.map(({ id }) => id),
      ['demand/good'],
    );
    assert.equal(problems.length, 2);
  });

  it('is read in bounded time whatever its lists name', () => {
    const lists = Array.from({ length: 12 }, (_, at) => {
      const name = (index: number) => `l${String.fromCharCode(97 + index)}`;
      const entries = at === 11 ? ['x'] : Array.from({ length: 8 }, () => `$${name(at + 1)}`);
      return `  ${name(at)}: [${entries.map((entry) => `"${entry}"`).join(', ')}]`;
    }).join('\n');
    const nested = `family: heat\nlists:\n${lists}\nrules:\n${rule('a', '    match: ["a $la"]\n')}`;
    assert.match(readTeamRules(nested).problems[0]!.message, /more than 5000 wordings/);
    const circle = `family: heat\nlists:\n  a: ["$b"]\n  b: ["$a"]\nrules:\n${rule('c', '    match: ["x $a"]\n')}`;
    assert.match(readTeamRules(circle).problems[0]!.message, /in a circle/);
  });

  it('with a thousand broken rules tells the first hundred', () => {
    const broken = file(...Array.from({ length: 1000 }, (_, at) => `  r${at}:\n    message: x\n    mtch: 1\n`));
    assert.equal(readTeamRules(broken).problems.length, 100);
  });

  it('that repeats itself without end is refused with its reason', () => {
    const many = `family: heat\nrules:\n${rule('a', '    match: &m ["abc"]\n')}${Array.from({ length: 60 }, (_, at) => rule(`b${at}`, '    match: *m\n')).join('')}`;
    assert.match(readTeamRules(many).problems[0]!.message, /more than 50 times/);
  });
});
