import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { parse } from 'yaml';
import { createHolder, heldImport, inPlace } from './held-content.mjs';
import { holdLibraries } from './held-libraries.mjs';
import { root, slashes } from './paths.mjs';
import { readRuleFiles } from './rule-files.mjs';

const out = fileURLToPath(new URL('../out', import.meta.url));
let preparing;

// Where the word lists stand that the patterns of a content file may name beside their own; others keep their patterns as written.
const sharedLists = [
  [/\/wording\/(valence|protectedTerms)\.yaml$/, '../src/wording/lists.yaml'],
  [/\/playbook\/causes\/[^/]+\.yaml$/, '../src/playbook/wordFamilies.yaml'],
  [/\/(tone\/features|thread\/dialogueActs)\.yaml$/, undefined],
];

// What the build takes from the sources, so that what it does and what runs later is one piece of code.
const preparation = `
export { prepareAnchors, prepareContent } from './language/prepareContent';
export { prepareRules } from './wording/prepareRules';
export { families } from './wording/rule';
`;

function loadPreparation() {
  preparing ??= bundlePreparation();
  return preparing;
}

async function bundlePreparation() {
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(path.join(out, 'prepare-'));
  try {
    const outfile = path.join(folder, 'preparation.mjs');
    await esbuild.build({
      stdin: { contents: preparation, resolveDir: path.join(root, 'src') },
      bundle: true,
      outfile,
      format: 'esm',
      platform: 'node',
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Lets TypeScript import a `.yaml` file as the value it holds, parsed and prepared when the bundle is built, and the rules of all
 * families as `builtIn.prepared`.
 * @param {{ examples?: boolean, apart?: boolean }} options `examples: false` leaves the examples of rules out, a fifth of their size;
 *   `apart: true` keeps the content behind the code of the bundle, which loads faster
 */
export function yamlPlugin({ examples = true, apart = false } = {}) {
  return {
    name: 'yaml',
    setup(build) {
      const holder = apart ? createHolder() : inPlace;
      if (apart) {
        holdLibraries(build, holder);
        build.onEnd(({ errors }) => (errors.length > 0 ? undefined : holder.writeTo(build.initialOptions.outfile)));
      }
      build.onLoad({ filter: /\.ya?ml$/ }, async ({ path: file }) => {
        const { prepareContent, prepareAnchors } = await loadPreparation();
        const text = await readFile(file, 'utf8');
        try {
          const value = prepareContent(examples ? parse(text) : withoutExamples(parse(text)));
          const shared = sharedLists.find(([where]) => where.test(file.replaceAll('\\', '/')));
          const prepared =
            shared === undefined ? value : prepareAnchors(value, await readLists(shared[1], prepareContent));
          // Engines read a large string through JSON.parse faster than the same data as code.
          const lines = holder.hold(slashes(path.relative(root, file)), [JSON.stringify(prepared)]);
          return { contents: `${heldImport}export default JSON.parse(${lines}[0]);`, loader: 'js', watchFiles: [file] };
        } catch (error) {
          return { errors: [{ text: `${file}: ${error.message}` }] };
        }
      });
      build.onResolve({ filter: /\.prepared$/ }, ({ path: name, resolveDir }) => ({
        path: path.resolve(resolveDir, name),
        namespace: 'prepared',
      }));
      build.onLoad({ filter: /builtIn\.prepared$/, namespace: 'prepared' }, async ({ path: file }) => {
        const { prepareContent, prepareRules, families } = await loadPreparation();
        const folder = path.dirname(file);
        const listsFile = path.join(folder, 'lists.yaml');
        try {
          const read = await readRuleFiles(path.join(folder, 'rules'), families);
          const { lists } = prepareContent(parse(await readFile(listsFile, 'utf8')));
          const prepared = read.families.map((family) => prepareContent(examples ? family : withoutExamples(family)));
          const lines = holder.hold('rules', prepareRules(prepared, lists));
          return linesModule(lines, [listsFile, ...read.files]);
        } catch (error) {
          return { errors: [{ text: `${folder}: ${error.message}` }], watchFiles: [listsFile] };
        }
      });
    },
  };
}

/** A module that gives the held lines of files when it is asked. */
function linesModule(lines, watchFiles) {
  const contents = `${heldImport}export const lines = () => ${lines};`;
  return { contents, loader: 'js', resolveDir: path.dirname(watchFiles[0]), watchFiles };
}

async function readLists(file, prepareContent) {
  if (file === undefined) return {};
  return prepareContent(parse(await readFile(new URL(file, import.meta.url), 'utf8'))).lists;
}

function withoutExamples(content) {
  for (const rule of Object.values(content?.rules ?? {})) delete rule.examples;
  return content;
}

/** The examples of every built-in rule by its id, for the pages. */
export async function ruleExamples(folder) {
  const { families } = await loadPreparation();
  const read = await readRuleFiles(folder, families);
  return Object.fromEntries(
    read.families.flatMap(({ family, rules }) =>
      Object.entries(rules).map(([rule, { examples }]) => [`${family}/${rule}`, examples]),
    ),
  );
}
