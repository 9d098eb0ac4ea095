import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { parse } from 'yaml';
import { out, root } from './paths.mjs';

const folder = path.join(out, 'content');
const DAY = 24 * 60 * 60 * 1000;

/**
 * Content as the product reads it, kept in `out/content` under the hash of all that it was made of. A second build or test run takes it
 * from there.
 *
 * @param {string} name the content file's path below `src`, with slashes
 * @param {readonly string[]} inputs what the content is made of, beside the code that prepares it
 * @param {(tools: object) => string[]} compile makes the lines, each one value as JSON
 * @returns {Promise<{ name: string, file: string }>} the name that the file has in a package, and where it is kept
 */
export async function keepContent(name, inputs, compile) {
  const { hash, tools } = await preparation();
  const key = digest([hash, ...inputs]);
  const bare = name.replace(/\.\w+$/, '');
  const flat = bare.replaceAll('/', '-');
  const file = path.join(folder, `${flat}.${key}.jsonl`);
  if (!existsSync(file)) {
    const lines = compile(await tools());
    if (lines.some((line) => /[\r\n]/.test(line))) throw new Error('is not one value a line');
    await removeOld(flat);
    await writeWhole(file, asciiOnly(lines.join('\n')));
  }
  return { name: `${bare}.jsonl`, file };
}

/**
 * How a bundle gets at its content. Each gives the start of a module in which `content()` is the text of the file and `lines()` gives a line
 * of it by its place.
 */
export const places = {
  /** What runs on this machine reads the cache. */
  cache:
    () =>
    async ({ file }) =>
      `import { readFileSync } from 'node:fs';\n${fromFile(JSON.stringify(file))}`,

  /** A program that is installed reads files in the folder `content` beside it, when it needs them. */
  beside: (target) => async (kept) => {
    const name = await copyTo(target, kept);
    const file = `path.join(__dirname, 'content', ${name})`;
    return `import { readFileSync } from 'node:fs';\nimport path from 'node:path';\n${fromFile(file)}`;
  },

  /** The extension has the same files, and the host that it runs in says how to read them. */
  given: (target) => async (kept) => {
    const name = await copyTo(target, kept);
    return `import { readContent } from './src/content';\n${fromText(`readContent(${name})`)}`;
  },

  /** What knows no files has its content in the code. */
  inside:
    () =>
    async ({ file }) =>
      fromText(JSON.stringify(await readFile(file, 'latin1'))),
};

/** @param file code that names the file */
function fromFile(file) {
  return (
    `import { linesOfBytes } from './src/content';\n` +
    `const content = () => readFileSync(${file}, 'latin1');\nconst lines = () => linesOfBytes(readFileSync(${file}));`
  );
}

/** @param text code that gives the text */
function fromText(text) {
  return `import { linesOfText } from './src/content';\nconst content = () => ${text};\nconst lines = () => linesOfText(content());`;
}

async function copyTo(target, { name, file }) {
  const copy = path.join(target, 'content', name);
  await mkdir(path.dirname(copy), { recursive: true });
  await copyFile(file, copy);
  return JSON.stringify(name);
}

// What the build takes from the sources, so that what it does and what runs later is one piece of code.
const preparationSource = `
export { prepareAnchors, prepareContent } from './language/prepareContent';
export { prepareActs } from './thread/actMatcher';
export { prepareFeatures } from './tone/toneFeatures';
export { prepareRules } from './wording/prepareRules';
export { families } from './wording/rule';
`;

let preparing;

/** The functions of the product that prepare content, and the hash of their code. They are loaded when something has to be prepared. */
export function preparation() {
  preparing ??= bundlePreparation();
  return preparing;
}

async function bundlePreparation() {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: preparationSource, resolveDir: path.join(root, 'src') },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    plugins: [{ name: 'plain YAML', setup: readPlainYaml }],
    logLevel: 'warning',
  });
  const [{ text }] = outputFiles;
  const hash = digest([text]);
  const file = path.join(folder, `preparation.${hash}.mjs`);
  let loading;
  return {
    hash,
    tools() {
      loading ??= loadTools(file, text);
      return loading;
    },
  };
}

/** What the preparation itself reads is taken as it is written. */
function readPlainYaml(build) {
  build.onLoad({ filter: /\.yaml$/ }, async ({ path: file }) => ({
    contents: JSON.stringify(parse(await readFile(file, 'utf8'))),
    loader: 'json',
  }));
}

async function loadTools(file, text) {
  if (!existsSync(file)) {
    await removeOld('preparation');
    await writeWhole(file, text);
  }
  return import(pathToFileURL(file).href);
}

/** A run beside this one may still read what it started with, so only what is old goes. */
async function removeOld(name) {
  for (const file of await readdir(folder).catch(() => [])) {
    if (!file.startsWith(`${name}.`)) continue;
    const { mtimeMs } = await stat(path.join(folder, file)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > DAY) await rm(path.join(folder, file), { force: true });
  }
}

async function writeWhole(file, text) {
  await mkdir(folder, { recursive: true });
  const beside = `${file}.${randomUUID()}`;
  await writeFile(beside, text);
  await rename(beside, file);
}

function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** A file of ASCII is read without decoding, and takes a byte a character in memory. */
function asciiOnly(text) {
  return text.replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
