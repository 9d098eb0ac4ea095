import assert from 'node:assert/strict';
import { createAnalyzer, defaultSettings } from '../../../src/engine/index';
import { readTeamRules } from '../../../src/engine/rules';
import { workDone } from '../../../src/language/matcher';

const LONGEST = 40_000;
const rule = (name: string, match: string, more = '') =>
  `  ${name}:\n    message: The team says it another way.\n${more}    match: ${match}\n`;
/** A file of rules that is nearly as long as a file may be. */
const full = (make: (at: number) => string, head = 'family: heat\nrules:\n') => {
  let text = head;
  for (let at = 0; ; at++) {
    const next = make(at);
    if (text.length + next.length > LONGEST) return text;
    text += next;
  }
};
const letters = (at: number) => String.fromCharCode(97 + (at % 26), 97 + (Math.floor(at / 26) % 26));

const largest: Record<string, string> = {
  'plain rules': full((at) => rule(`r${at}`, `["some words here ${at}"]`)),
  'word forms': full((at) => rule(`r${at}`, `["{fail/verb} {answer} {z${letters(at)}} thing${at}"]`)),
  gaps: full((at) => rule(`r${at}`, `["aa * * * * * * * qq${at}"]`)),
  brackets: full((at) => rule(`r${at}`, `["${'('.repeat(11)}a${'|b)'.repeat(11)}"]`)),
  'counts in counts': full((at) => rule(`r${at}`, `["${'('.repeat(10)}a${'){9,9}'.repeat(10)}"]`)),
  'rules that are none': full((at) => `  r${at}:\n    message: x\n    mtch: 1\n`),
  'rules to switch off that there are not': full((at) => `  k${at}: off\n`),
  'lists and nothing else': `${full((at) => `  l${at}: [x]\n`, 'family: heat\nlists:\n').slice(0, -20)}\nrules: {}\n`,
  'a long list named often': full(
    (at) => rule(`r${at}`, `["$big x${at}"]`),
    `family: heat\nlists:\n  big: [${Array.from({ length: 1900 }, (_, at) => `w${at}`).join(', ')}]\nrules:\n`,
  ),
  'brackets of YAML': `rules: ${'['.repeat(19_000)}${']'.repeat(19_000)}`,
  'quotation marks': full((at) => rule(`r${at}`, `['${'"'.repeat(300)}a']`)),
  rephrasings: full((at) => rule(`r${at}`, `["a b${at}"]`, `    rephrase: ["{z${letters(at)}/verb>ask for}"]\n`)),
};

describe('what a file of a team may cost', () => {
  for (const [name, text] of Object.entries(largest))
    it(`is bounded where it is full of ${name}`, () => {
      assert.ok(text.length <= LONGEST, String(text.length));
      const before = process.cpuUsage();
      const { rules, problems } = readTeamRules(text);
      const { user, system } = process.cpuUsage(before);
      assert.ok(rules.length > 0 || problems.length > 0 || name.startsWith('lists'));
      assert.ok(problems.length <= 100);
      // Some 200 ms; a machine that is busy and has not warmed up may take several times that, and a freeze took minutes.
      assert.ok(user + system < 2_000_000, `${(user + system) / 1000} ms`);
      assert.ok(stepsOf(rules) < 400_000, 'steps of all programs');
    });

  it('is refused beyond the longest', () => {
    assert.match(readTeamRules(`# ${'x'.repeat(LONGEST)}`).problems[0]!.message, /longer than 40000 characters/);
  });

  it('is at most twice the work of the built-in rules on a paragraph, and what was left out is told', () => {
    const sentence =
      'We asked aa for the aa price last week, and aa you still have not said aa what you need from us aa.';
    const paragraph = Array.from({ length: 20 }, () => sentence).join(' ');
    const hostile = Array.from({ length: 6 }, (_, file) =>
      readTeamRules(full((at) => rule(`r${file}x${at}`, `["aa * * * !qq${at} #Money", "* * * aa * !qq${at} #Money"]`))),
    ).flatMap(({ rules }) => rules);
    assert.ok(hostile.length > 1500);
    const [alone] = workOf([], paragraph);
    const [together, cutShort] = workOf(hostile, paragraph);
    const words = paragraph.split(' ').length;
    assert.ok(together - alone <= 2 * Math.max(alone, 70 * words), `${alone} and ${together}`);
    assert.ok(cutShort > 0);
  });

  it('is never in the way of an ordinary team', () => {
    const { rules } = readTeamRules(
      full((at) => rule(`r${at}`, `["price for aa${at}", "(we|you) * last week aa${at}"]`)),
    );
    const [, cutShort] = workOf(
      rules,
      'We gave you the price for aa3 in the mail of last week, and we said why. '.repeat(5),
    );
    assert.equal(cutShort, 0);
  });
});

function workOf(rules: ReturnType<typeof readTeamRules>['rules'], text: string): [work: number, cutShort: number] {
  const analyzer = createAnalyzer({ ...defaultSettings, documents: 'all' }, { rules, off: [] });
  const draft = analyzer.read(text, { kind: 'email' });
  const before = workDone();
  analyzer.findings(draft);
  return [workDone() - before, analyzer.statistics.cutShort];
}

function stepsOf(rules: ReturnType<typeof readTeamRules>['rules']): number {
  const seen = new Set<object>();
  const open = rules.flatMap(({ match }) => match.map(({ program }) => program));
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.op === 'split') open.push(...node.ways);
    else if (node.op !== 'accept') open.push(node.next);
  }
  return seen.size;
}
