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
 * What the rule files say. Lists that a rule names for itself are its family's.
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
    else {
      const { lists = {}, ...rule } = content;
      const family = families.at(-1);
      family.lists = mergeLists(family.lists ?? {}, lists, file);
      family.rules[path.parse(file).name] = rule;
    }
  });
  return families;
}

/**
 * The files of the word lists that every rule may name: `lists.yaml` and the lexicons by topic beside it.
 *
 * @param {string} file path of `lists.yaml`
 */
export async function sharedListFiles(file) {
  const folder = path.join(path.dirname(file), 'lexicons');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.yaml')).sort();
  return [file, ...names.map((name) => path.join(folder, name))];
}

/** The word lists in these texts, as one. */
export function parseSharedLists(files, texts) {
  return files.reduce((lists, file, at) => mergeLists(lists, parseYaml(file, texts[at]).lists, file), {});
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

function mergeLists(lists, own, file) {
  for (const name of Object.keys(own))
    if (Object.hasOwn(lists, name)) throw new Error(`${file}: there is a list “${name}” already`);
  return { ...lists, ...own };
}
