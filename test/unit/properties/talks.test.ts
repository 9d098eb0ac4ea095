import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalyzer, diagnosisReport } from '../../../src/engine/index';
import { diagnose, reply } from '../../../src/library';
import { anyText, languageId, runs } from './anyText';

const analyzer = createAnalyzer();
const states = ['stalled', 'moving', 'waiting', 'agreed', 'declined', 'closed', 'unclear'];

describe('Talks in any text', () => {
  it('have messages in the order of time, each in its place, and a state; every quote is a slice', () => {
    fc.assert(
      fc.property(
        anyText,
        languageId,
        fc.option(fc.constantFrom('Eva', 'max@b.example', 'nobody')),
        (text, language, me) => {
          const draft = analyzer.read(text, { languageId: language });
          const thread = analyzer.thread(draft, me === null ? {} : { me });
          let last = Number.NEGATIVE_INFINITY;
          for (const [index, message] of thread.messages.entries()) {
            assert.equal(message.index, index);
            assert.ok(message.start >= 0 && message.end >= message.start && message.end <= text.length);
            if (message.date !== undefined) {
              assert.ok(message.date >= last, 'dates go forward');
              last = message.date;
            }
          }
          const options = { languageId: language, ...(me === null ? {} : { me }) };
          const diagnosis = diagnose(text, options);
          assert.ok(states.includes(diagnosis.state));
          const { stateGrounds, causes, openQuestions, concessions, numbers } = diagnosis;
          const quotes = [...stateGrounds, ...causes.flatMap((cause) => [...cause.for, ...cause.against])];
          for (const { start, end, text: words } of [...quotes, ...openQuestions, ...concessions, ...numbers])
            if (words !== '') assert.equal(text.slice(start, end), words);
          for (const { score } of causes) assert.ok(score > 0 && score <= 1);
          assert.ok(diagnosis.confidence >= 0 && diagnosis.confidence <= 1);
          assert.match(diagnosisReport(analyzer.diagnose(thread), text), /^# \S/);
          const { theirQuestions, given, strange, promises } = reply(text, text, options);
          for (const { start, end, text: words } of [...theirQuestions, ...given, ...strange, ...promises])
            assert.equal(text.slice(start, end), words);
        },
      ),
      runs(60),
    );
  });

  it('compare with another version of themselves', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const changes = analyzer.compare(
          analyzer.read(before, { kind: 'proposal' }),
          analyzer.read(after, { kind: 'proposal' }),
        );
        for (const { start, end } of changes) assert.ok(start >= 0 && end >= start && end <= after.length);
        const same = analyzer.read(before, { kind: 'proposal' });
        assert.deepEqual(analyzer.compare(same, same), []);
      }),
      runs(60),
    );
  });
});
