import assert from 'node:assert/strict';
import { caseToJson, caseToMarkdown, readExchange } from '../../../src/case/caseExchange';
import { content } from '../../../src/engine/playbook';

const { playbook } = content;
const exchange = {
  title: 'Flour for next year',
  answers: { 'ego-public-stand': 'yes', 'ego-corrected': 'no', 'distrust-history': 'unknown' },
  ruledOut: ['no-overlap'],
  selfCheck: ['mirror'],
} as const;

describe('an exported case', () => {
  it('comes back from Markdown as it was', () => {
    assert.deepEqual(readExchange(caseToMarkdown(exchange, playbook), playbook), { ...exchange, unknown: 0 });
  });

  it('comes back from JSON as it was', () => {
    assert.deepEqual(readExchange(caseToJson(exchange), playbook), { ...exchange, unknown: 0 });
  });

  it('takes over an answer that was changed in the Markdown', () => {
    const edited = caseToMarkdown(exchange, playbook).replace('**Yes**', "**Don't know**").replace(/\n/g, '\r\n');
    assert.equal(readExchange(edited, playbook)?.answers['ego-public-stand'], 'unknown');
  });

  it('reads well and is not checked as a draft', () => {
    const text = caseToMarkdown(exchange, playbook);
    assert.match(text, /^---\ncommonGround: off\n---\n\n# Flour for next year\n/);
    assert.match(text, /- \*\*Yes\*\*: They have taken a stand in front of others/);
  });

  it('may be empty', () => {
    const nothing = { title: 'Flour', answers: {}, ruledOut: [], selfCheck: [] };
    assert.deepEqual(readExchange(caseToMarkdown(nothing, playbook), playbook), { ...nothing, unknown: 0 });
  });

  it('leaves out and counts what is not known', () => {
    const source = JSON.stringify({
      format: 'common-ground-case',
      answers: { 'ego-public-stand': 'maybe', nonsense: 'yes', 'ego-corrected': 'no' },
      ruledOut: ['ego', 'nobody', 5],
    });
    assert.deepEqual(readExchange(source, playbook), {
      title: '',
      answers: { 'ego-corrected': 'no' },
      ruledOut: ['ego'],
      selfCheck: [],
      unknown: 4,
    });
  });

  it('is not taken for one when it is something else', () => {
    for (const source of ['', '{}', '{"format":"x"}', '{', '# A letter\n\n- **Yes**: we can.', 'x'.repeat(2_000_000)])
      assert.equal(readExchange(source, playbook), undefined);
  });
});
