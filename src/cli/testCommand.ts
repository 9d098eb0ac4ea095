import { readFileSync } from 'node:fs';
import { createAnalyzer, defaultSettings } from '../engine/index';
import { readTeamRules } from '../engine/rules';
import { complain, print, sentenceOf, UsageError, visible } from './common';
import type { Options } from './options';

/** Runs the examples in rule files against the product with these rules added. */
export async function testRules(files: readonly string[], _: Options): Promise<number> {
  if (files.length === 0) throw new UsageError('Name a file of rules to test.');
  let [passed, failed, status] = [0, 0, 0];
  for (const file of files) {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      complain(`${file}: ${sentenceOf(error)}`);
      status = 2;
      continue;
    }
    const { rules, problems } = readTeamRules(text);
    for (const { start, message } of problems) {
      complain(`${file}:${text.slice(0, start).split('\n').length}: ${message}`);
      status = 2;
    }
    const analyzer = createAnalyzer({ ...defaultSettings, documents: 'all' }, { rules, off: [] });
    const findsIn = (example: string, id: string) =>
      analyzer.findings(analyzer.read(example, { kind: 'email' })).some(({ ruleId }) => ruleId === id);
    for (const { id, examples = { fires: [], silent: [] } } of rules) {
      const wrong = [
        ...examples.fires
          .filter((example) => !findsIn(textOf(example), id))
          .map((example) => ['does not mark', example] as const),
        ...examples.silent
          .filter((example) => findsIn(textOf(example), id))
          .map((example) => ['marks', example] as const),
      ];
      passed += examples.fires.length + examples.silent.length - wrong.length;
      failed += wrong.length;
      for (const [verb, example] of wrong) await print(visible(`${file}: ${id} ${verb} “${textOf(example)}”\n`));
    }
  }
  await print(`${passed} passed, ${failed} failed\n`);
  return status === 2 ? 2 : failed > 0 ? 1 : 0;
}

function textOf(example: string | { readonly text: string }): string {
  return typeof example === 'string' ? example : example.text;
}
