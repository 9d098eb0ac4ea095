import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

const FAMILY = 'family.yaml';

/** Word lists that every rule may name: `lists.yaml` and the lexicons by topic beside it, as they are written. */
export async function readSharedLists(wording) {
  const folder = path.join(wording, 'lexicons');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const files = [path.join(wording, 'lists.yaml'), ...names.map((name) => path.join(folder, name))];
  const lists = {};
  for (const [at, { lists: own }] of (await Promise.all(files.map(readYaml))).entries())
    for (const [name, words] of Object.entries(own)) {
      if (Object.hasOwn(lists, name)) throw new Error(`${files[at]}: there is a list “${name}” already`);
      lists[name] = words;
    }
  return { lists, files };
}

/**
 * The built-in rules as they are written: a folder a family, in it `family.yaml` and a file a rule, read in the order of their
 * names. Lists that a rule names for itself are the family's.
 *
 * @param {string} folder `src/wording/rules`
 * @param {readonly string[]} families in the order in which they are listed
 * @returns {Promise<{ families: object[], files: string[] }>} a family has its `rules` by name; `files` are all that were read
 */
export async function readRuleFiles(folder, families) {
  const read = await Promise.all(families.map((family) => readFamily(path.join(folder, family))));
  return { families: read.map(({ content }) => content), files: read.flatMap(({ files }) => files) };
}

async function readFamily(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml') && name !== FAMILY).sort();
  const files = [FAMILY, ...names].map((name) => path.join(folder, name));
  const [family, ...read] = await Promise.all(files.map(readYaml));
  const lists = { ...family.lists };
  const rules = read.map(({ lists: own = {}, ...rule }, at) => {
    for (const [name, words] of Object.entries(own)) {
      if (Object.hasOwn(lists, name)) throw new Error(`${files[at + 1]}: the family has a list “${name}” already`);
      lists[name] = words;
    }
    return rule;
  });
  return {
    content: {
      ...family,
      lists,
      rules: Object.fromEntries(names.map((name, at) => [path.parse(name).name, rules[at]])),
    },
    files,
  };
}

async function readYaml(file) {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error.message}`);
  }
}
