import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, slashes } from './paths.mjs';

// Which room may use which, as ARCHITECTURE.md draws it: arrows point down. The faces (editor, cli, page) get all that is worked out
// through analysis; content, pages about rules and offsets they may take from where they lie; of the rooms in `types`, types only.
const judging = ['diagnosis', 'wording', 'tone', 'thread', 'playbook', 'document', 'language'];
const below = ['present', 'case', ...judging];
const rooms = {
  language: { uses: [] },
  document: { uses: ['language'], modules: ['postal-mime'] },
  playbook: { uses: [] },
  wording: { uses: ['document', 'language'] },
  tone: { uses: ['document', 'language'] },
  thread: { uses: ['document', 'language'] },
  diagnosis: { uses: judging },
  case: { uses: judging },
  present: { uses: judging },
  engine: { uses: below },
  sidebar: { uses: ['case'], types: ['engine', ...below] },
  editor: {
    uses: ['engine', 'sidebar', 'document', 'playbook', 'wording', 'case', 'present'],
    types: below,
    modules: ['vscode'],
  },
  cli: {
    uses: ['engine', 'document', 'playbook', 'wording', 'present'],
    types: below,
    modules: ['node:', 'tinyglobby', 'postal-mime'],
    files: ['package.json'],
  },
  library: { uses: ['engine'], types: below },
  content: { uses: [] },
  extension: { uses: ['editor', 'content'], types: ['engine', ...below], modules: ['vscode', 'node:'] },
  media: { uses: ['sidebar', 'case'], types: ['engine', ...below] },
};

// No room below the faces asks the world anything: no clock, no timer, no chance, no disk, no network, no editor.
const unworldly = new Set([
  'language',
  'document',
  'playbook',
  'wording',
  'tone',
  'thread',
  'diagnosis',
  'case',
  'present',
  'engine',
  'sidebar',
]);
const worldly =
  /\b(Date\.now|new Date\(\)|performance\.|setTimeout|setInterval|Math\.random|fetch\(|process\.|console\.|localStorage|XMLHttpRequest|WebSocket)/;

/**
 * Every import in src and media that goes against the arrows, and every circle of imports.
 * @param {{ path: string, text: string }[]} files paths from the project's folder, with slashes
 * @returns {string[]} one line for each fault
 */
export function dependencyFaults(files) {
  const faults = [];
  const graph = new Map();
  const known = new Set(files.map((file) => file.path));
  for (const { path: file, text } of files) {
    const room = roomOf(file);
    const rules = rooms[room];
    if (!rules) {
      faults.push(`${file}: the room "${room}" is not in the plan (scripts/check-dependencies.mjs)`);
      continue;
    }
    const code = withoutComments(text);
    const drawn = importsOf(code);
    graph.set(file, []);
    for (const { target, typeOnly } of drawn) {
      if (!target.startsWith('.')) {
        const free = ['vscode', 'node:', 'tinyglobby', 'postal-mime'].every((name) => !target.startsWith(name));
        const allowed = free || (rules.modules ?? []).some((name) => target.startsWith(name));
        if (!allowed && !typeOnly) faults.push(`${file}: ${room} may not import ${target}`);
        continue;
      }
      const found = path.posix.normalize(path.posix.join(path.posix.dirname(file), target));
      const other = roomOf(found);
      const allowed =
        other === room ||
        rules.uses.includes(other) ||
        (rules.files ?? []).includes(found) ||
        (typeOnly && (rules.types ?? []).includes(other));
      if (!allowed) faults.push(`${file}: ${room} may not import ${typeOnly ? 'types of ' : ''}${other} (${target})`);
      const resolved = [found, `${found}.ts`, found.replace(/\.js$/, '.ts')].find((name) => known.has(name));
      if (resolved && !typeOnly) graph.get(file).push(resolved);
    }
    const asks = unworldly.has(room) ? worldly.exec(withoutStrings(code)) : null;
    if (asks) faults.push(`${file}: ${room} may not use ${asks[1]}`);
  }
  return [...faults, ...circles(graph)];
}

function roomOf(file) {
  const [top, first, ...rest] = file.split('/');
  if (top !== 'src') return top;
  if (rest.length > 0) return first;
  return first.replace(/(\.browser)?(\.d)?(\.[jt]s)?$/, '');
}

function importsOf(code) {
  const pattern =
    /(?:^|[;\n])\s*(import|export)\s+(type\s+)?([\w*{][^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
  return [...code.matchAll(pattern)].map(([, , type, clause, target, lazy]) => ({
    target: target ?? lazy,
    typeOnly: Boolean(type) || namesOnlyTypes(clause),
  }));
}

function namesOnlyTypes(clause) {
  const names = /^\{([^}]*)\}/.exec(clause ?? '')?.[1];
  if (names === undefined) return false;
  const each = names.split(',').map((name) => name.trim());
  return each.filter(Boolean).every((name) => name.startsWith('type '));
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

function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|[\s;{}(),])\/\/.*$/gm, '$1');
}

function withoutStrings(code) {
  return code.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}

function sources() {
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
