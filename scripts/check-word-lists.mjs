import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { parse } from 'yaml';
import { root, slashes } from './paths.mjs';

/**
 * The places where a file holds a list of English words that belongs into YAML: a string of words, an array of words, or a regular expression
 * that offers a choice of words. Words count as English when they stand in the list of how often words stand in mail.
 *
 * @param {string} file its path, for the message
 * @param {string} text TypeScript
 * @param {ReadonlySet<string>} english lower-case words
 * @returns {string[]} one line for each place
 */
export function wordListFaults(file, text, english) {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const faults = [];
  visit(program, (node) => {
    const words = wordsOf(node);
    const known = new Set(words.map((word) => word.toLowerCase()).filter((word) => english.has(word)));
    if (known.size < FEWEST) return;
    const line = text.slice(0, node.start).split('\n').length;
    faults.push(`${file}:${line} lists words in code: ${[...known].slice(0, 8).join(' ')}`);
  });
  return faults;
}

/** Fewer words than this are a distinction, not a list. */
const FEWEST = 6;

function wordsOf(node) {
  if (node.type === 'ArrayExpression') return node.elements.flatMap((one) => (isText(one) ? [one.value] : []));
  if (isText(node)) return /^[a-z' -]+$/.test(node.value) && !node.value.includes('  ') ? node.value.split(' ') : [];
  if (node.type === 'Literal' && node.regex !== undefined) return choices(node.regex.pattern);
  return [];
}

/** The words of a regular expression that stand between bars. */
function choices(pattern) {
  return [...pattern.matchAll(/(?<=[|(:])[A-Za-z']{2,}(?=[|)(?\\s])/g)].map(([word]) => word);
}

function isText(node) {
  return node?.type === 'Literal' && typeof node.value === 'string';
}

function visit(node, act) {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, act);
    return;
  }
  if (typeof node?.type !== 'string' || node.type.startsWith('TSType') || node.type.startsWith('TSUnion')) return;
  if (node.type === 'TSInterfaceDeclaration') return;
  // Names of the product's own, listed as constants, are no English.
  if (node.type === 'TSAsExpression' && node.typeAnnotation.typeName?.name === 'const') return;
  act(node);
  for (const value of Object.values(node)) if (value !== null && typeof value === 'object') visit(value, act);
}

/** The words that stand often in English mail. */
export function englishWords() {
  const read = (file) => Object.values(parse(readFileSync(path.join(root, file), 'utf8'))).join(' ');
  const written = ['src/language/wordFrequency.yaml', 'src/language/wordClasses.yaml'].map(read).join(' ');
  return new Set(written.split(/[\s,]+/));
}

/** How many lists each file below `src` holds, without the command line, whose sentences look like lists. */
export function countWordLists() {
  const english = englishWords();
  const names = readdirSync(path.join(root, 'src'), { recursive: true }).map(slashes).sort();
  const counts = {};
  for (const name of names.filter((one) => one.endsWith('.ts') && !one.startsWith('cli/'))) {
    const faults = wordListFaults(`src/${name}`, readFileSync(path.join(root, 'src', name), 'utf8'), english);
    if (faults.length > 0) counts[name] = faults;
  }
  return counts;
}

/** The lists that still wait to be moved; a file that is not here may hold none, and a count may only fall. */
export const waiting = path.join(root, 'scripts/word-lists.json');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const counts = countWordLists();
  const known = JSON.parse(readFileSync(waiting, 'utf8'));
  for (const [name, faults] of Object.entries(counts))
    if (faults.length > (known[name] ?? 0)) for (const fault of faults) console.error(fault);
  const now = Object.fromEntries(Object.entries(counts).map(([name, faults]) => [name, faults.length]));
  console.log(
    `${Object.values(now).reduce((sum, count) => sum + count, 0)} lists of English words wait to be moved to YAML`,
  );
  if (process.argv.includes('--write')) writeFileSync(waiting, `${JSON.stringify(now, null, 2)}\n`);
  if (Object.entries(now).some(([name, count]) => count > (known[name] ?? 0))) {
    console.error(
      'A list is new. English words stand in YAML: src/language/wordClasses.yaml, or a file beside the code that reads it.',
    );
    process.exitCode = 1;
  }
}
