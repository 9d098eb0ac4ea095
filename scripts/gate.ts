import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Block } from '../src/document/draft/draft';
import { readDraft } from '../src/document/draft/readDraft';
import { tagTokens } from '../src/language/tagger';
import { createTokens, tokenise } from '../src/language/tokens';
import { proposeInBlock } from '../src/wording/propose';
import { builtInRuleSet } from '../src/wording/ruleSet';
import { patternKey } from '../src/wording/weighing/patternKey';
import { exampleTexts } from '../training/wording/exampleRows';
import { type MarkedText, readMarked } from '../training/wording/readMarked';

// How often every pattern fires in calm and in marked text, and how often rightly: npm run gate [-- --data FOLDER] [--write]. Without a folder it
// reads the sentences of the project. Ends with 1 where a pattern fires too often in calm text or is wrong too often in marked text
// and is not listed in training/wording/gate-allowed.txt.

/** Calm words in which a pattern may fire once. */
const CALM_WORDS = 500_000;
/** A pattern that is right less often is no warning. */
const RIGHT = 0.6;
/** Fewer firings in marked text say nothing. */
const FEWEST = 3;

interface Count {
  readonly rule: string;
  readonly severity: string;
  calm: number;
  marked: number;
  right: number;
}

const counts = new Map<string, Count>();
let calmWords = 0;
const buffer = createTokens(4096);

function main(): void {
  const at = process.argv.indexOf('--data');
  const folder = at < 0 ? undefined : process.argv[at + 1];
  if (folder === undefined) readExamples();
  else if (existsSync(folder)) for (const text of readMarked(folder)) readText(text);
  else {
    console.error(`There is no folder ${folder}.`);
    process.exitCode = 2;
    return;
  }
  const allowed = new Set(
    readFileSync('training/wording/gate-allowed.txt', 'utf8')
      .split('\n')
      .flatMap((line) => /^[a-z0-9]+(?= )/.exec(line)?.[0] ?? []),
  );
  const rows = [...counts].sort(([a, one], [b, other]) => other.calm - one.calm || (a < b ? -1 : 1));
  const faults = rows.filter(([key, count]) => !allowed.has(key) && faultOf(count) !== undefined);
  for (const [key, count] of faults) console.log(`${count.rule} ${key}: ${faultOf(count)}`);
  console.log(`${rows.length} patterns fired, ${faults.length} do not pass; ${calmWords} calm words`);
  if (process.argv.includes('--write')) {
    const lines = rows.map(([key, { rule, severity, calm, marked, right }]) =>
      [rule, key, severity, calm, marked, right].join('\t'),
    );
    writeFileSync('training/wording/gate.tsv', `rule\tpattern\tseverity\tcalm\tmarked\tright\n${lines.join('\n')}\n`);
  }
  if (faults.length > 0) process.exitCode = 1;
}

function faultOf({ calm, marked, right, severity }: Count): string | undefined {
  const most = Math.max(1, Math.round(calmWords / CALM_WORDS));
  if (calm > most) return `fires ${calm} times in ${calmWords} calm words`;
  if (severity === 'warning' && marked >= FEWEST && right / marked < RIGHT)
    return `right in ${right} of ${marked} and a warning`;
  return undefined;
}

function readText(text: MarkedText): void {
  if (text.set === 'calm') calmWords += text.text.split(/\s+/).length;
  const { blocks } = readDraft(text.text, { kind: text.kind });
  for (const block of blocks)
    count(block, (start, end) => {
      if (text.read === undefined) return 'calm';
      const read = text.read.filter((one) => one.start < end && start < one.end);
      if (read.length === 0) return undefined;
      return read.some(({ marks }) => marks.some((mark) => mark.start < end && start < mark.end)) ? 'right' : 'wrong';
    });
}

function readExamples(): void {
  for (const { block, set, marks } of exampleTexts()) {
    if (set === 'silent') calmWords += block.text.split(/\s+/).length;
    count(block, (start, end) => {
      if (set === 'silent') return 'calm';
      return marks.some((mark) => mark.start < end && start < mark.end) ? 'right' : 'wrong';
    });
  }
}

function count(block: Block, judge: (start: number, end: number) => 'calm' | 'right' | 'wrong' | undefined): void {
  for (const { start, end, proposals } of proposeInBlock(block, builtInRuleSet(), { kind: 'email', tag: tagTokens })
    .sentences) {
    const tokens = tokenise(block.text, start, end, block.masks, buffer);
    for (const { pattern, rule, severity, hit } of proposals) {
      if (pattern === undefined) continue;
      const verdict = judge(block.start + tokens.starts[hit.spanStart]!, block.start + tokens.ends[hit.spanEnd - 1]!);
      if (verdict === undefined) continue;
      const key = patternKey(pattern);
      const known = counts.get(key) ?? { rule: rule.id, severity, calm: 0, marked: 0, right: 0 };
      counts.set(key, known);
      if (verdict === 'calm') known.calm++;
      else known.marked++;
      if (verdict === 'right') known.right++;
    }
  }
}

main();
