import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

const FAMILY = 'family.yaml';

/**
 * The files of the built-in rules: a folder a family, in it `family.yaml` and a file a rule.
 *
 * @param {string} folder `src/wording/rules`
 * @param {readonly string[]} families in the order in which they are listed
 * @returns {Promise<string[]>} paths; `family.yaml` comes before the rules of its family, which come in the order of their names
 */
export async function ruleFiles(folder, families) {
  const inEach = await Promise.all(families.map((family) => readdir(path.join(folder, family))));
  return families.flatMap((family, at) => {
    const names = inEach[at].filter((name) => name.endsWith('.yaml') && name !== FAMILY).sort();
    return [FAMILY, ...names].map((name) => path.join(folder, family, name));
  });
}

/**
 * What the rule files say.
 *
 * @param {readonly string[]} files as `ruleFiles` gives them
 * @param {readonly string[]} texts of the files
 * @returns {object[]} the families, each with its `rules` by name
 */
export function parseRuleFiles(files, texts) {
  const families = [];
  files.forEach((file, at) => {
    const content = parseYaml(file, texts[at]);
    if (path.basename(file) === FAMILY) families.push({ ...content, rules: {} });
    else families.at(-1).rules[path.parse(file).name] = content;
  });
  return families;
}

/** The same, read from the disk. */
export async function readRuleFiles(folder, families) {
  const files = await ruleFiles(folder, families);
  return parseRuleFiles(files, await Promise.all(files.map((file) => readFile(file, 'utf8'))));
}

function parseYaml(file, text) {
  try {
    return parse(text);
  } catch (error) {
    throw new Error(`${file}: ${error.message}`);
  }
}
