import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { parse } from 'yaml';
import { keepContent, places, preparation } from './content-cache.mjs';
import { root, slashes } from './paths.mjs';
import { parseRuleFiles, parseSharedLists, readRuleFiles, ruleFiles, sharedListFiles } from './rule-files.mjs';

// What makes the patterns of a content file ready, and where the word lists stand that they may name beside their own; the patterns of
// other files stay as written.
const withPatterns = [
  [/\/wording\/(valence|protectedTerms)\.yaml$/, 'prepareAnchors', 'src/wording/lists.yaml'],
  [
    /\/wording\/(sentenceRewrites|rewrites\/[^/]+)\.yaml$/,
    'prepareAnchors',
    'src/wording/lists.yaml',
    'src/wording/rewriteWords.yaml',
  ],
  [/\/playbook\/causes\/[^/]+\.yaml$/, 'prepareAnchors', 'src/playbook/wordFamilies.yaml'],
  [/\/playbook\/causeLines\.yaml$/, 'prepareAnchors', 'src/thread/actLists.yaml', 'src/playbook/wordFamilies.yaml'],
  [/\/(?:dialogueActs|stateActs)\.yaml$/, 'prepareActs', 'src/thread/actLists.yaml'],
  [/\/tone\/features\.yaml$/, 'prepareFeatures'],
];

/**
 * Every host knows \p{L} in regular expressions. Left to itself esbuild makes calls of them, and then each use builds the expression anew.
 */
export const asWritten = { 'regexp-unicode-property-escapes': true };

/**
 * Lets TypeScript import a `.yaml` file as the value it holds, parsed and prepared when the bundle is built, and what the build makes of
 * other files as a `.prepared` module: the rules of all families.
 *
 * @param {{ examples?: boolean, place?: keyof typeof places }} options `examples: false` leaves the examples of rules out, a fifth of
 *   their size. `place` says where the bundle finds its content.
 */
export function yamlPlugin({ examples = true, place = 'cache' } = {}) {
  return {
    name: 'yaml',
    setup(build) {
      const { outfile } = build.initialOptions;
      const deliver = places[place](outfile && path.dirname(path.resolve(outfile)));

      /** The start of a module in which `content()` is the content of the files. */
      async function moduleOf(file, files, compile) {
        const name = nameOf(file);
        try {
          const texts = await Promise.all(files.map((each) => readFile(each, 'utf8')));
          const kept = await keepContent(name, [String(examples), ...files.map(nameOf), ...texts], (tools) =>
            compile(tools, texts),
          );
          return { contents: await deliver(kept), resolveDir: root, watchFiles: files };
        } catch (error) {
          return { errors: [{ text: `${name}: ${error.message}` }], watchFiles: files };
        }
      }

      // Fitted weights are long; as code they would be read by every start.
      build.onLoad({ filter: /[\\/]src[\\/].*[wW]eights\.json$/ }, async ({ path: file }) => {
        const module = await moduleOf(file, [file], (_, [text]) => [JSON.stringify(JSON.parse(text))]);
        return { ...module, contents: `${module.contents}\nexport default JSON.parse(content());` };
      });

      build.onLoad({ filter: /\.ya?ml$/ }, async ({ path: file }) => {
        const [, prepare, general, ...others] = withPatterns.find(([where]) => where.test(slashes(file))) ?? [];
        const lists = general === undefined ? [] : await sharedListFiles(path.join(root, general));
        lists.push(...others.map((other) => path.join(root, other)));
        const own = slashes(file).endsWith('/wording/lists.yaml') ? await sharedListFiles(file) : [file];
        const module = await moduleOf(file, [...own, ...lists], (tools, texts) => {
          const { prepareContent } = tools;
          const content = own.length > 1 ? { lists: parseSharedLists(own, texts) } : parse(texts[0]);
          const value = prepareContent(content);
          const named = prepareContent({ lists: parseSharedLists(lists, texts.slice(own.length)) }).lists;
          return [JSON.stringify(prepare === undefined ? value : tools[prepare](value, named))];
        });
        return { ...module, contents: `${module.contents}\nexport default JSON.parse(content());` };
      });

      build.onResolve({ filter: /\.prepared$/ }, ({ path: name, resolveDir }) => ({
        path: path.resolve(resolveDir, name),
        namespace: 'prepared',
      }));
      build.onLoad({ filter: /\.prepared$/, namespace: 'prepared' }, async ({ path: file }) => {
        const { files, compile } = await prepared[path.basename(file)](path.dirname(file), examples);
        const module = await moduleOf(file, files, compile);
        return { ...module, contents: `${module.contents}\nexport { lines };` };
      });
    },
  };
}

// What each prepared module is made of, and how its lines are made; a line holds one value as JSON.
const prepared = {
  async 'builtIn.prepared'(folder, examples) {
    const { families } = await (await preparation()).tools();
    const files = await ruleFiles(path.join(folder, 'rules'), families);
    const shared = await sharedListFiles(path.join(folder, 'lists.yaml'));
    return {
      files: [...shared, ...files],
      compile({ prepareContent, prepareRules }, texts) {
        const { lists } = prepareContent({ lists: parseSharedLists(shared, texts) });
        const read = parseRuleFiles(files, texts.slice(shared.length));
        return prepareRules(
          read.map((family) => prepareContent(examples ? family : withoutExamples(family))),
          lists,
        );
      },
    };
  },
};

/**
 * Bundles tests that mocha runs in Node, a module for each file.
 *
 * @param {readonly string[]} files
 * @param {string} folder where they are written
 * @param {string} base the folder below which they keep their places
 */
export function bundleTests(files, folder, base) {
  return esbuild.build({
    entryPoints: [...files],
    outdir: folder,
    outbase: base,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    supported: asWritten,
    packages: 'external',
    sourcemap: 'inline',
    outExtension: { '.js': '.mjs' },
    plugins: [scriptsStayWhereTheyAre(), yamlPlugin()],
    logLevel: 'warning',
  });
}

/** Scripts find the project by their own place, so they are not bundled. */
function scriptsStayWhereTheyAre() {
  return {
    name: 'scripts',
    setup(build) {
      build.onResolve({ filter: /scripts\/.*\.mjs$/ }, ({ path: wanted, resolveDir }) => ({
        path: pathToFileURL(path.resolve(resolveDir, wanted)).href,
        external: true,
      }));
    },
  };
}

function nameOf(file) {
  return slashes(path.relative(path.join(root, 'src'), file));
}

function withoutExamples(content) {
  for (const rule of Object.values(content?.rules ?? {})) delete rule.examples;
  return content;
}

/** The examples of every built-in rule by its id, for the pages. */
export async function ruleExamples(folder) {
  const { families } = await (await preparation()).tools();
  return Object.fromEntries(
    (await readRuleFiles(folder, families)).flatMap(({ family, rules }) =>
      Object.entries(rules).map(([rule, { examples }]) => [`${family}/${rule}`, examples]),
    ),
  );
}
