import type { Block } from '../src/document/draft/draft';
import { tagTokens } from '../src/language/tagger';
import { readExample } from '../src/wording/exampleText';
import { type FindOptions, findInBlock } from '../src/wording/find';
import { proposeInBlock } from '../src/wording/propose';
import type { Finding } from '../src/wording/rule';
import type { RuleSet } from '../src/wording/ruleParts';
import { builtInRuleSet, builtInRules, readyRules } from '../src/wording/ruleSet';
import { explain } from '../src/wording/weighing/explain';
import { sumUp, without } from '../src/wording/weighing/weigh';

const MOST_TERMS = 8;

// Tries one rule: npm run rule demand/we-demand "We demand a refund." Without a sentence it tries the rule's own examples.
const [id, ...sentences] = process.argv.slice(2);
const rule = builtInRules().find((one) => one.id === id);
if (rule === undefined) {
  const near = builtInRules().filter((one) => id !== undefined && one.id.includes(id.split('/').pop() ?? id));
  console.error(`npm run rule FAMILY/NAME ["A SENTENCE"]...\n\nThere is no rule ${id ?? ''}`.trimEnd());
  if (near.length > 0) console.error(`Near it: ${near.map((one) => one.id).join(', ')}`);
  process.exit(2);
}

const alone = readyRules([rule], false);
const examples = rule.examples ?? { fires: [], silent: [] };
if (sentences.length > 0) for (const sentence of sentences) show(sentence);
else {
  console.log(`${rule.id} (${rule.severity}): ${rule.title}\n\nShould be marked:`);
  for (const example of examples.fires) show(readExample(example).text);
  console.log('\nShould stay unmarked:');
  for (const text of examples.silent) show(text);
}

function show(text: string): void {
  console.log(`\n  ${text.replace(/\s+/g, ' ')}`);
  const own = find(text, alone);
  console.log(own.length === 0 ? `    ${rule!.id} finds nothing` : own.map(line).join('\n'));
  for (const finding of find(text, builtInRuleSet())) if (finding.ruleId !== rule!.id) console.log(line(finding));
  console.log(weighed(text));
}

/** How the whole product weighs what is proposed in a text, term by term. */
function weighed(text: string): string {
  const block: Block = { type: 'paragraph', start: 0, end: text.length, text, masks: [] };
  const seen: Parameters<NonNullable<FindOptions['onSentence']>>[] = [];
  const options = { kind: 'email' as const, tag: tagTokens };
  const found = proposeInBlock(block, builtInRuleSet(), { ...options, onSentence: (...one) => seen.push(one) });
  const whole = sumUp([found]);
  return seen
    .flatMap(([sentence, scored]) =>
      sentence.proposals.map((proposal) => {
        const { probability, terms } = explain(proposal, sentence.proposals, scored, 'email', without(whole, sentence));
        const listed = terms
          .slice(0, MOST_TERMS)
          .map(({ name, value }) => `${name} ${value > 0 ? '+' : ''}${value.toFixed(2)}`);
        return `      ${proposal.rule.id} ${probability.toFixed(2)}: ${listed.join(', ')}`;
      }),
    )
    .join('\n');
}

function line({ ruleId, severity, text, suggestions }: Finding): string {
  const tries = suggestions.map((suggestion) => `“${suggestion.text}”`).join(' or ');
  return `    ${ruleId} (${severity}) marks “${text}”${tries === '' ? '' : `, try ${tries}`}`;
}

function find(text: string, set: RuleSet): Finding[] {
  const block: Block = { type: 'paragraph', start: 0, end: text.length, text, masks: [] };
  return findInBlock(block, set, { kind: 'email', tag: tagTokens });
}
