import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, slashes } from './paths.mjs';
import { readImports } from './read-imports.mjs';

const reading = ['wording', 'tone', 'thread', 'playbook', 'document', 'language'];
const judging = ['diagnosis', ...reading];
const below = ['present', 'case', ...judging];

/**
 * The layers, lowest first: what each is for, which others it may use (`uses`), of which it may name types only (`types`), which
 * modules it may ask for (`modules`), and whether it may ask for time, chance or the machine (`sideEffects`).
 */
export const layers = {
  language: { about: 'words, patterns, inflection', uses: [], modules: ['compromise', 'fastest-levenshtein'] },
  document: {
    about: 'text → draft: kind, blocks, sentences, messages, offsets; mail and HTML → text',
    uses: ['language'],
    modules: ['@lezer/markdown', '@lezer/common', 'htmlparser2', 'postal-mime'],
  },
  playbook: { about: 'causes, moves and questions as YAML, and what reads them', uses: [] },
  wording: {
    about: 'rules, findings, rephrasings',
    uses: ['document', 'language'],
    modules: ['yaml'],
  },
  tone: { about: 'how a text reads', uses: ['document', 'language'] },
  thread: { about: 'who said what, asked, gave, promised, and when', uses: ['document', 'language'] },
  diagnosis: { about: 'state of the talks, causes, moves; checks of a draft', uses: reading },
  case: { about: 'one negotiation: its documents, answers, merging, export', uses: judging },
  present: { about: 'reports, pages about rules, charts', uses: judging },
  engine: { about: 'the only way in for clients', uses: below, modules: ['yaml', 'ignore'] },
  sidebar: {
    about: 'the model of the sidebar, and the messages that both sides check',
    uses: ['case'],
    types: ['engine', ...below],
  },
  content: { about: 'where content files are read', uses: [] },
  media: { about: 'the page of the sidebar', uses: ['sidebar'], modules: ['@vscode/codicons'], sideEffects: true },
  cli: {
    about: 'the command line',
    uses: ['engine'],
    types: below,
    modules: ['node:', 'tinyglobby', 'ignore'],
    files: ['package.json'],
    sideEffects: true,
  },
  editor: {
    about: 'all that knows VS Code: a file a feature',
    uses: ['engine', 'sidebar', 'case'],
    types: below,
    modules: ['vscode'],
    sideEffects: true,
  },
  library: { about: 'the engine as an npm package', uses: ['engine'], types: below },
  extension: {
    about: 'the two entries: Node.js and web',
    uses: ['editor', 'content'],
    modules: ['vscode', 'node:'],
    sideEffects: true,
  },
};

/**
 * Every import in src and media that goes against the arrows, every circle of imports, and every use of what a layer must not know.
 * @param {{ path: string, text: string }[]} files paths from the project's folder, with slashes
 * @returns {string[]} one line for each fault
 */
export function dependencyFaults(files) {
  const faults = [];
  const graph = new Map();
  const known = new Set(files.map((file) => file.path));
  for (const { path: file, text } of files) {
    const layer = layerOf(file);
    const plan = layers[layer];
    if (!plan) {
      faults.push(`${file}: the layer "${layer}" is not in the plan (scripts/check-dependencies.mjs)`);
      continue;
    }
    const { imports, sideEffects, unclear } = readImports(file, text);
    graph.set(file, []);
    for (const { target, typeOnly } of imports) {
      if (!target.startsWith('.')) {
        if (!mayAskFor(plan, target)) faults.push(`${file}: ${layer} may not import ${target}`);
        continue;
      }
      const found = path.posix.normalize(path.posix.join(path.posix.dirname(file), target));
      const other = layerOf(found);
      if (!mayUse(plan, layer, other, typeOnly) && !plan.files?.includes(found))
        faults.push(`${file}: ${layer} may not import ${typeOnly ? 'types of ' : ''}${other} (${target})`);
      const resolved = [found, `${found}.ts`, found.replace(/\.js$/, '.ts')].find((name) => known.has(name));
      if (resolved && !typeOnly) graph.get(file).push(resolved);
    }
    for (const what of unclear) faults.push(`${file}: asks for ${what}`);
    if (!plan.sideEffects) for (const what of sideEffects) faults.push(`${file}: ${layer} may not use ${what}`);
  }
  return [...faults, ...circles(graph)];
}

function mayUse({ uses, types = [] }, layer, other, typeOnly) {
  return other === layer || uses.includes(other) || (typeOnly && types.includes(other));
}

function mayAskFor({ modules = [] }, target) {
  const bare = target.replace(/^node:/, '');
  if (target.startsWith('node:') || builtinModules.includes(bare)) return modules.includes('node:');
  return modules.some((name) => target === name || target.startsWith(`${name}/`));
}

/** The layer that a file belongs to, by its path from the project's folder. */
export function layerOf(file) {
  const [top, first, ...rest] = file.split('/');
  if (top !== 'src') return top;
  if (rest.length > 0) return first;
  return first.replace(/(\.browser)?(\.d)?(\.[jt]s)?$/, '');
}

function circles(graph) {
  const faults = [];
  const done = new Set();
  const walk = (file, trail) => {
    const at = trail.indexOf(file);
    if (at >= 0) {
      faults.push(`circle: ${[...trail.slice(at), file].join(' -> ')}`);
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return faults;
}

/** All source files of the product. */
export function sources() {
  const found = [];
  for (const top of ['src', 'media']) {
    for (const name of readdirSync(path.join(root, top), { recursive: true })) {
      const file = path.join(root, top, name);
      if (!/\.ts$/.test(name) || name.endsWith('.d.ts') || !statSync(file).isFile()) continue;
      found.push({ path: slashes(path.join(top, name)), text: readFileSync(file, 'utf8') });
    }
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = sources();
  const faults = dependencyFaults(files);
  for (const fault of faults) console.log(fault);
  console.log(faults.length > 0 ? `${faults.length} against the plan` : `${files.length} files keep to the plan`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
