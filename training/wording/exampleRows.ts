import { readFileSync } from 'node:fs';
import type { Block, Span } from '../../src/document/draft/draft';
import { readExample } from '../../src/wording/exampleText';
import { builtInRules } from '../../src/wording/ruleSet';

/** A sentence written for the project. Offsets of marks are UTF-16 code units in the text; without marks it is to stay silent. */
export interface ExampleText {
  readonly name: string;
  readonly set: 'fires' | 'silent';
  readonly block: Block;
  readonly marks: readonly Span[];
}

/** The examples of the rules, and the sentences in test/fixtures that must be found or stay silent. They speak where no text does. */
export function exampleTexts(): ExampleText[] {
  const ofRules = builtInRules().flatMap(({ id, examples }) => [
    ...(examples?.fires ?? []).map((one, at) => exampleOf(`${id}+${at}`, 'fires', readExample(one))),
    ...(examples?.silent ?? []).map((text, at) => exampleOf(`${id}-${at}`, 'silent', { text })),
  ]);
  const ofFiles = (['firm', 'silent', 'found'] as const).flatMap((name) =>
    readFileSync(`test/fixtures/${name}.txt`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line, at) =>
        name === 'found'
          ? exampleOf(`${name}-${at}`, 'fires', readExample(line))
          : exampleOf(`${name}-${at}`, 'silent', { text: line }),
      ),
  );
  return [...ofRules, ...ofFiles];
}

function exampleOf(
  name: string,
  set: 'fires' | 'silent',
  { text, marked }: ReturnType<typeof readExample>,
): ExampleText {
  const block: Block = { type: 'paragraph', start: 0, end: text.length, text, masks: [] };
  return { name, set, block, marks: marked === undefined ? [] : [marked] };
}
