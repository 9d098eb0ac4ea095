import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

const FAMILY = 'family.yaml';

/**
 * The built-in rules as they are written: a folder a family, in it `family.yaml` and a file a rule, read in the order of their names.
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
  const [family, ...rules] = await Promise.all(files.map(readYaml));
  return {
    content: { ...family, rules: Object.fromEntries(names.map((name, at) => [path.parse(name).name, rules[at]])) },
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
