import { readFileSync } from 'node:fs';
import type { Block, Span } from '../../src/document/draft/draft';
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
    ...(examples?.fires ?? []).map((one, at) =>
      exampleOf(`${id}+${at}`, 'fires', typeof one === 'string' ? one : one.text),
    ),
    ...(examples?.silent ?? []).map((one, at) => exampleOf(`${id}-${at}`, 'silent', one)),
  ]);
  const ofFiles = (['firm', 'silent', 'found'] as const).flatMap((name) =>
    readFileSync(`test/fixtures/${name}.txt`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line, at) => exampleOf(`${name}-${at}`, name === 'found' ? 'fires' : 'silent', line)),
  );
  return [...ofRules, ...ofFiles];
}

function exampleOf(name: string, set: 'fires' | 'silent', marked: string): ExampleText {
  const marks: Span[] = [];
  let text = '';
  if (set === 'silent') text = marked;
  else
    for (const [at, part] of marked.split(/[[\]]/).entries()) {
      if (at % 2 === 1) marks.push({ start: text.length, end: text.length + part.length });
      text += part;
    }
  return { name, set, block: { type: 'paragraph', start: 0, end: text.length, text, masks: [] }, marks };
}
