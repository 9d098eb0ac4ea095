import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalyzer, defaultSettings } from '../../../src/engine/index';
import { builtInRules } from '../../../src/engine/rules';
import { createMatcher, type Matcher } from '../../../src/language/matcher';
import { tagTokens } from '../../../src/language/tagger';
import { tokenise } from '../../../src/language/tokens';
import { allForms } from '../../../src/wording/compile';
import { builtInRuleSet } from '../../../src/wording/ruleSet';
import { anyText, languageId, runs, sentence } from './anyText';

const analyzer = createAnalyzer({ ...defaultSettings, documents: 'all' });

describe('Matching and rephrasing in any text', () => {
  it('finds the same with the prepared rules as with the rules read in full', () => {
    const forms = builtInRules().flatMap(allForms);
    const patterns = forms.flatMap(({ match }) => match);
    const general = createMatcher(patterns.map((pattern) => ({ ...pattern, program: pattern.program })));
    const [prepared] = builtInRuleSet().parts;
    const hitsOf = (matcher: Matcher, text: string) => {
      const tokens = tokenise(text, 0, text.length);
      const found: string[] = [];
      matcher.find(
        tokens,
        () => tagTokens(tokens),
        (_, { start, spanStart, spanEnd }, { source }) => found.push(`${start} ${spanStart}-${spanEnd} ${source}`),
      );
      return found.sort();
    };
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 3 }), fc.nat(), (sentences, seed) => {
        const words = sentences.join('').split(' ');
        // Some words change places, so that patterns are met in part.
        const [from, to] = [seed % words.length, (seed >> 4) % words.length];
        [words[from], words[to]] = [words[to]!, words[from]!];
        const text = words.join(' ');
        assert.deepEqual(hitsOf(prepared!.matcher, text), hitsOf(general, text));
      }),
      runs(60),
    );
  });

  it('marks words of the text, and what it offers changes these alone', () => {
    fc.assert(
      fc.property(anyText, languageId, (text, language) => {
        const draft = analyzer.read(text, { languageId: language });
        let last = 0;
        for (const { start, end, text: words, message, suggestions } of analyzer.findings(draft)) {
          assert.ok(start >= last && end > start && end <= text.length);
          last = end;
          assert.equal(text.slice(start, end), words);
          assert.doesNotMatch(message, /\{[a-z]+\}/);
          assert.ok(suggestions.length <= 3);
          const block = draft.blocks.find((one) => one.start <= start && end <= one.end)!;
          for (const one of suggestions) {
            assert.ok(
              block.start <= (one.start ?? start) && (one.end ?? end) <= block.end,
              'it stays in the paragraph',
            );
            assert.doesNotMatch(one.text, /undefined|\{[a-z]+\}|<[a-z]+>/);
          }
        }
      }),
      runs(120),
    );
  });

  it('loses no number, name, date or negation where it applies what is safe, and comes to an end', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(sentence, fc.constantFrom('Anna sends 300 pumps on 12 May. ', 'We shall not pay Acme 5%. ')),
          { minLength: 1, maxLength: 6 },
        ),
        (sentences) => {
          const text = sentences.join('');
          const fixed = analyzer.fix(text, { kind: 'email' });
          assert.equal(analyzer.fix(fixed, { kind: 'email' }), fixed);
          assert.deepEqual(bag(fixed, /\d[\d.,]*%?/g), bag(text, /\d[\d.,]*%?/g));
          assert.deepEqual(bag(fixed, NAMES), bag(text, NAMES));
          const negations = (of: string) =>
            bag(of, /\b(?:not|never|no|nobody|nothing|none|cannot|without)\b|n['’]t\b/gi).length;
          if (fixed !== text) assert.equal(negations(fixed) % 2, negations(text) % 2, `${text} → ${fixed}`);
        },
      ),
      runs(60),
    );
  });
});

const NAMES = /\b(?:Anna|Acme|May|Monday|Friday)\b/g;

function bag(text: string, pattern: RegExp): string[] {
  return [...(text.match(pattern) ?? [])].sort();
}
