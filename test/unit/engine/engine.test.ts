import assert from 'node:assert/strict';
import { createAnalyzer, defaultSettings, MAX_LENGTH } from '../../../src/engine/index';
import { readTeamRules } from '../../../src/engine/rules';
import { generator } from '../generator';

const mail = 'Dear Tom,\n\nWe demand a reply by Friday.\n\nThe parts came on Monday.\n\nRegards,\nAnn\n';
const ids = (text: string, analyzer = createAnalyzer(), identity = {}) =>
  analyzer.findings(analyzer.read(text, identity)).map(({ ruleId }) => ruleId);

const quarrel =
  'You never answered my two letters. Your “offer” is a joke!! WE DEMAND the money by Friday, or we will go to the press. ' +
  'Is that so hard to grasp?! I am sorry, that was my fault :) You people always do this. Nobody here believes a word of it. ' +
  'If you refuse again, this is your last chance. We would rather settle it. Whatever 😤 It is your mess, so clean it up.';

describe('engine', () => {
  it('searches only the paragraph that was edited', () => {
    const analyzer = createAnalyzer();
    const paragraphs = Array.from({ length: 200 }, (_, index) => `We demand answer number ${index} by Friday.`);
    let text = `Dear Tom,\n\n${paragraphs.join('\n\n')}\n\nRegards,\nAnn\n`;
    let draft = analyzer.read(text, { kind: 'email' });
    const before = analyzer.findings(draft);
    const searched = analyzer.statistics.blocksSearched;
    const at = text.indexOf('number 77') + 3;
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    draft = analyzer.update(draft, text, [{ start: at, end: at, text: 'x' }]);
    const after = analyzer.findings(draft);
    assert.equal(analyzer.statistics.blocksSearched - searched, 1);
    assert.equal(after.length, before.length);
    assert.deepEqual(after, createAnalyzer().findings(createAnalyzer().read(text, { kind: 'email' })));
    for (const finding of after) assert.equal(text.slice(finding.start, finding.end), finding.text);
  });

  it('reads only the sentences of a paragraph that an edit has touched', () => {
    const analyzer = createAnalyzer();
    const sentences = Array.from({ length: 50 }, (_, index) => `We demand an answer about the oak in yard ${index}.`);
    const text = `Dear Tom,\n\n${sentences.join(' ')}\n\nRegards,\nAnn\n`;
    const draft = analyzer.read(text, { kind: 'email' });
    analyzer.findings(draft);
    const read = analyzer.statistics.sentencesRead;
    const at = text.indexOf('oak in yard 30');
    const changed = `${text.slice(0, at)}old ${text.slice(at)}`;
    const after = analyzer.findings(analyzer.update(draft, changed, [{ start: at, end: at, text: 'old ' }]));
    assert.ok(analyzer.statistics.sentencesRead - read <= 3, `${analyzer.statistics.sentencesRead - read} were read`);
    assert.deepEqual(after, createAnalyzer().findings(createAnalyzer().read(changed, { kind: 'email' })));
  });

  it('finds after any edit within a paragraph what a fresh reading finds', () => {
    const pieces = [
      ' ',
      '. ',
      '! ',
      '?? ',
      ' :) ',
      ' 😤',
      '“offer” ',
      'never ',
      'You ',
      'your ',
      'WE ',
      '\n',
      ', ',
      'not ',
    ];
    const random = generator(7);
    const analyzer = createAnalyzer();
    const fresh = createAnalyzer();
    let text = `Dear Tom,\n\n${quarrel}\n\nRegards,\nAnn\n`;
    let draft = analyzer.read(text, { kind: 'email' });
    let seen = 0;
    for (let step = 0; step < 400; step++) {
      const start = 11 + random(quarrel.length);
      const end = Math.min(text.length - 14, start + random(6));
      const piece = random(3) === 0 ? '' : pieces[random(pieces.length)]!;
      text = text.slice(0, start) + piece + text.slice(end);
      draft = analyzer.update(draft, text, [{ start, end, text: piece }]);
      const found = analyzer.findings(draft);
      assert.deepEqual(found, fresh.findings(fresh.read(text, { kind: 'email' })), JSON.stringify(text));
      seen += found.length;
    }
    assert.ok(seen > 400);
  });

  it('asks the parser only where everything else of a pattern has matched', () => {
    const analyzer = createAnalyzer();
    analyzer.findings(analyzer.read('The parts came on Monday. The road was closed. '.repeat(500), { kind: 'email' }));
    assert.equal(analyzer.statistics.parsed, 0);
  });

  it('gives the same findings in steps as at once, and gives way between paragraphs', () => {
    const analyzer = createAnalyzer();
    const text = Array.from({ length: 40 }, (_, index) => `We demand answer ${index}.`).join('\n\n');
    const steps = createAnalyzer().findingsInSteps(analyzer.read(text, { kind: 'email' }));
    let count = 0;
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        assert.deepEqual(step.value, analyzer.findings(analyzer.read(text, { kind: 'email' })));
        break;
      }
      count++;
    }
    assert.equal(count, 40);
  });

  it('honours ignore comments by rule, by family and altogether', () => {
    const draft = (comment: string) => `---\ncommonGround: proposal\n---\n\n${comment}\nWe demand a reply.\n`;
    assert.deepEqual(ids(draft('')), ['demand/we-demand']);
    assert.deepEqual(
      ids(draft('<!-- common-ground-disable-next-line demand/we-demand -->'), undefined, { path: 'a.md' }),
      [],
    );
    assert.deepEqual(ids(draft('<!-- common-ground-disable-next-line demand -->'), undefined, { path: 'a.md' }), []);
    assert.deepEqual(ids(draft('<!-- common-ground-disable-next-line -->'), undefined, { path: 'a.md' }), []);
    assert.deepEqual(ids(draft('<!-- common-ground-disable-next-line heat -->'), undefined, { path: 'a.md' }), [
      'demand/we-demand',
    ]);
    const block =
      '<!-- common-ground-disable -->\n\nWe demand it.\n\n<!-- common-ground-enable -->\n\nWe demand this.\n';
    assert.equal(ids(block, undefined, { path: 'a.md', kind: 'proposal' }).length, 1);
  });

  it('is silent on the wording of a formal notice', () =>
    assert.deepEqual(
      ids('Without prejudice.\n\nNotice of default under clause 4.\n\nWe demand payment.\n', undefined, {
        kind: 'email',
      }),
      [],
    ));

  it('leaves protected terms alone', () =>
    assert.deepEqual(
      ids('Your demand letter and your best and final offer came today.', undefined, { kind: 'email' }),
      [],
    ));

  it('shows what stance, family and rule settings say, the rule strongest', () => {
    const price = 'What is your best price?';
    const under = (settings: Partial<typeof defaultSettings>) =>
      ids(price, createAnalyzer({ ...defaultSettings, ...settings }), { kind: 'email' });
    const [found] = under({});
    assert.match(found!, /^price-only\//);
    assert.deepEqual(under({ stance: 'repair-relationship' }), []);
    assert.deepEqual(under({ stance: 'repair-relationship', families: { 'price-only': true } }), [found]);
    assert.deepEqual(under({ families: { 'price-only': false } }), []);
    assert.deepEqual(under({ families: { 'price-only': false }, rules: { [found!]: 'hint' } }), [found]);
    assert.ok(!under({ rules: { [found!]: 'off' } }).includes(found!));
  });

  it('is not active for long documents, and for others as the setting says', () => {
    const analyzer = createAnalyzer();
    assert.equal(analyzer.isActive(analyzer.read(mail)), true);
    assert.equal(analyzer.isActive(analyzer.read('x'.repeat(MAX_LENGTH + 1), { kind: 'email' })), false);
    assert.equal(analyzer.isActive(analyzer.read('# API\n\n## Usage\n\nCall init.\n', { path: 'README.md' })), false);
    const marked = createAnalyzer({ ...defaultSettings, documents: 'marked' });
    assert.equal(marked.isActive(marked.read(mail)), false);
    assert.equal(marked.isActive(marked.read('---\ncommonGround: email\n---\n\nHello.\n', { path: 'a.md' })), true);
  });

  for (const [name, text] of Object.entries({
    'a hundred thousand triggers': 'We demand it. '.repeat(70_000),
    'one line without an end': 'word '.repeat(200_000),
    'lone surrogates': '\ud83d'.repeat(500_000),
    'right to left': 'שלום עולם. '.repeat(90_000),
    zeros: '\u0000'.repeat(1_000_000),
    'not you never': 'not you never must '.repeat(55_000),
  }))
    it(`survives ${name}`, () => {
      const analyzer = createAnalyzer();
      for (const { start, end, text: words } of analyzer.findings(analyzer.read(text, { kind: 'email' })))
        assert.equal(text.slice(start, end), words);
    });
});

describe('team rules', () => {
  const read = (text: string) => readTeamRules(text);

  it('add a rule from a message and a pattern alone', () => {
    const { rules, problems } = read(
      'family: heat\nrules:\n  synergise:\n    message: “{text}” is a word to avoid.\n    match: ["synergise"]\n    rephrase: ["{plan/noun>plan}"]\n',
    );
    assert.deepEqual(problems, []);
    const analyzer = createAnalyzer(defaultSettings, { rules, off: [] });
    assert.deepEqual(
      ids('That is synergise, really.', analyzer, { kind: 'email' }).filter((id) => id === 'heat/synergise'),
      ['heat/synergise'],
    );
  });

  it('write roots out like built-in ones', () => {
    const { rules } = read(
      'family: heat\nrules:\n  waffle:\n    message: “{text}” is a word to avoid.\n    match: ["{waffle/verb}"]\n',
    );
    const analyzer = createAnalyzer(defaultSettings, { rules, off: [] });
    assert.ok(ids('They waffled on.', analyzer, { kind: 'email' }).includes('heat/waffle'));
  });

  it('replace and switch off built-in ones', () => {
    const { rules, off } = read('family: demand\nrules:\n  we-demand: off\n');
    assert.deepEqual(off, ['demand/we-demand']);
    assert.deepEqual(ids(mail, createAnalyzer(defaultSettings, { rules, off })), []);
  });

  it('keep what is right and say what is wrong, where it is', () => {
    const text =
      'family: demand\nrules:\n  good:\n    message: “{text}” is a word to avoid.\n    match: ["gizmo"]\n  bad-key:\n    message: This rule has a key that is not known.\n    matches: ["x"]\n  bad-pattern:\n    message: This rule has a broken pattern.\n    match: ["(a|"]\n';
    const { rules, problems } = read(text);
    assert.deepEqual(
      rules.map(({ id }) => id),
      ['demand/good'],
    );
    assert.equal(problems.length, 2);
    assert.ok(problems.every(({ start, end, message }) => start < end && end <= text.length && message.length > 5));
  });

  for (const [name, text] of Object.entries({
    'an empty file': '',
    'text that is no YAML': 'a: [b\n c: }',
    'a list': '- a\n- b\n',
    'an unknown family': 'family: nonsense\nrules: {}\n',
    'a bomb of aliases': `a: &a [x]\n${'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n'.repeat(3)}`,
    'a number': '42',
    'null rules': 'family: heat\nrules:\n',
  }))
    it(`survive ${name}`, () => {
      const { rules, problems } = read(text);
      assert.deepEqual(rules, []);
      if (text !== '') assert.ok(problems.length > 0);
    });
});
