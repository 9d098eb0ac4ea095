import { readFileSync } from 'node:fs';
import { configurationText } from '../engine/folderLayer';
import { type Analyzer, createAnalyzer, defaultSettings } from '../engine/index';
import { readExample, readTeamRules } from '../engine/rules';
import { createPositionAt } from '../engine/text';
import type { Rule } from '../wording/compile';
import type { Example, Finding } from '../wording/rule';
import { complain, print, sentenceOf, UsageError, visible } from './common';
import { faultText } from './findConfiguration';
import type { Options } from './options';

/** Runs the examples in rule files against the product with these rules added. */
export async function testRules(files: readonly string[], _: Options): Promise<number> {
  if (files.length === 0) throw new UsageError('Name a file of rules to test.');
  let [passed, failed, status] = [0, 0, 0];
  for (const file of files) {
    let text: string;
    try {
      text = configurationText(readFileSync(file));
    } catch (error) {
      complain(`${file}: ${sentenceOf(error)}`);
      status = 2;
      continue;
    }
    const { rules, problems } = readTeamRules(text);
    const positionAt = createPositionAt(text);
    for (const { start, end, message } of problems) {
      const range = { start: positionAt(start), end: positionAt(end) };
      complain(faultText({ path: file, error: { reason: 'configuration', message, range } }));
      status = 2;
    }
    const analyzer = createAnalyzer({ ...defaultSettings, documents: 'all' }, { rules, off: [] });
    for (const rule of rules) {
      const { fires = [], silent = [] } = rule.examples ?? {};
      if (fires.length + silent.length === 0) complain(`${file}: ${rule.id} has no examples`);
      const results = [
        ...fires.map((example) => faultOfFiring(example, rule, analyzer)),
        ...silent.map((example) => faultOfSilent(example, rule, analyzer)),
      ];
      const faults = results.filter((fault) => fault !== undefined);
      passed += results.length - faults.length;
      failed += faults.length;
      for (const fault of faults) await print(visible(`${file}: ${rule.id} ${fault}\n`));
    }
  }
  await print(`${passed} passed, ${failed} failed\n`);
  return status === 2 ? 2 : failed > 0 ? 1 : 0;
}

/** What is wrong with an example that must be marked: in square brackets stand the words, in `becomes` the text after the first rephrasing. */
function faultOfFiring(example: Example, { id }: Rule, analyzer: Analyzer): string | undefined {
  const { text, marked } = readExample(example);
  const found = findingsOf(id, text, analyzer);
  const finding =
    marked === undefined ? found[0] : found.find(({ start, end }) => start === marked.start && end === marked.end);
  if (finding === undefined) {
    const other = found[0] === undefined ? '' : `, but “${found[0].text}”`;
    return `does not mark “${marked === undefined ? text : text.slice(marked.start, marked.end)}” in “${text}”${other}`;
  }
  if (typeof example === 'string' || example.becomes === undefined) return undefined;
  const becomes = rephrased(text, finding);
  return becomes === example.becomes ? undefined : `makes “${becomes ?? text}” of “${text}”, not “${example.becomes}”`;
}

function faultOfSilent(text: string, { id }: Rule, analyzer: Analyzer): string | undefined {
  const [found] = findingsOf(id, text, analyzer);
  return found === undefined ? undefined : `marks “${found.text}” in “${text}”`;
}

function findingsOf(id: string, text: string, analyzer: Analyzer): readonly Finding[] {
  return analyzer.findings(analyzer.read(text, { kind: 'email' })).filter(({ ruleId }) => ruleId === id);
}

function rephrased(text: string, finding: Finding): string | undefined {
  const [first] = finding.suggestions;
  if (first === undefined) return undefined;
  return text.slice(0, first.start ?? finding.start) + first.text + text.slice(first.end ?? finding.end);
}
