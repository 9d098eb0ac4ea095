import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../src/engine/index';
import type { Finding } from '../../../src/wording/rule';

const analyzer = createAnalyzer();
const mail = (words: string) => `Dear Ines,\n\n${words}\n\nRegards,\nOla\n`;

/** What the text becomes with each suggestion of its findings, without the greeting around it. */
function rewritten(words: string): string[] {
  const text = mail(words);
  const findings = analyzer.findings(analyzer.read(text, { kind: 'email' }));
  const apply = (finding: Finding) =>
    finding.suggestions.map(({ text: other, start = finding.start, end = finding.end }) =>
      (text.slice(0, start) + other + text.slice(end)).slice(12, -15),
    );
  return findings.flatMap(apply);
}

describe('a sentence said another way', () => {
  it('asks for what the reader has not done', () => {
    assert.ok(rewritten('You failed to send the floor plan.').includes('Could you send the floor plan?'));
    assert.ok(rewritten('You refused to show us the receipts.').includes('Could you show us the receipts?'));
  });

  it('asks what makes it hard, in place of why not', () => {
    assert.ok(
      rewritten("Why can't you just sign the lease?").includes('What makes it hard for you to sign the lease?'),
      rewritten("Why can't you just sign the lease?").join('\n'),
    );
  });

  it('leaves a sentence with more to say alone, where only a whole one can be turned', () => {
    for (const text of rewritten('You failed to send the floor plan, so the builders went home.'))
      assert.ok(!text.startsWith('Could you send the floor plan, so'), text);
  });

  it('says what comes next as a step', () => {
    assert.ok(
      rewritten('If it is not paid by Monday, I will sue.').some((text) => text.includes('my next step is to sue')),
      rewritten('If it is not paid by Monday, I will sue.').join('\n'),
    );
  });

  it('keeps what stands before and after the sentence', () => {
    const text = mail('The keys are here. You failed to send the floor plan. Shall we meet?');
    for (const finding of analyzer.findings(analyzer.read(text, { kind: 'email' })))
      for (const { start = finding.start, end = finding.end } of finding.suggestions) {
        assert.ok(start >= text.indexOf('You failed') && end <= text.indexOf(' Shall we'), text.slice(start, end));
      }
  });

  it('marks blanks and fills in what the sentence says once', () => {
    const frames = ['No lowballers.', 'Who do you think you are?', 'Wake up.'].flatMap((words) => {
      const text = mail(words);
      return analyzer
        .findings(analyzer.read(text, { kind: 'email' }))
        .flatMap(({ suggestions }) => suggestions.filter(({ text: other }) => /[[{]/.test(other)));
    });
    assert.ok(frames.length > 0);
    for (const { text, frame } of frames) {
      assert.equal(frame, true, text);
      assert.ok(!text.includes('{'), text);
    }
  });

  it('offers nothing that is marked itself', () => {
    for (const words of ['You failed to send the floor plan.', 'This is unacceptable.', 'I demand a refund.']) {
      for (const text of rewritten(words)) {
        const found = analyzer.findings(analyzer.read(mail(text), { kind: 'email' }));
        assert.deepEqual(
          found.filter(({ severity }) => severity === 'warning').map(({ ruleId }) => ruleId),
          [],
          text,
        );
      }
    }
  });
});
