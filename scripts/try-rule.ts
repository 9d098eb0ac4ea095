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
  const fires = examples.fires.map((example) => {
    const { text, marked } = readExample(example);
    return judge(show(text).some(({ start, end }) => start === marked?.start && end === marked.end));
  });
  console.log('\nShould stay unmarked:');
  const all = [...fires, ...examples.silent.map((text) => judge(show(text).length === 0))];
  const right = all.filter(Boolean).length;
  console.log(`\n${right} of ${all.length} examples are as they should be`);
  if (right < all.length) process.exitCode = 1;
}

/** Says so where an example is not as it should be. What the clause scorer decides has no words of its own to be held to. */
function judge(holds: boolean): boolean {
  const isRight = holds || rule!.judged === 'tenor';
  if (!isRight) console.log('    WRONG: an example should have its words in brackets marked, or nothing');
  return isRight;
}

/** Prints what is found in a text, and returns what the rule finds by itself. */
function show(text: string): Finding[] {
  console.log(`\n  ${inOneLine(text)}`);
  const own = find(text, alone);
  console.log(own.length === 0 ? `    ${rule!.id} finds nothing` : own.map(line).join('\n'));
  for (const finding of find(text, builtInRuleSet())) if (finding.ruleId !== rule!.id) console.log(line(finding));
  const terms = weighed(text);
  if (terms !== '') console.log(terms);
  return own;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
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
  return `    ${ruleId} (${severity}) marks “${inOneLine(text)}”${tries === '' ? '' : `, try ${tries}`}`;
}

function find(text: string, set: RuleSet): Finding[] {
  const block: Block = { type: 'paragraph', start: 0, end: text.length, text, masks: [] };
  return findInBlock(block, set, { kind: 'email', tag: tagTokens });
}
