import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { layerOf, layers, sources } from './check-dependencies.mjs';
import { root } from './paths.mjs';
import { readImports } from './read-imports.mjs';

const begin = '<!-- The drawing is made from the imports: npm run generate -->';
const end = '<!-- end of the drawing -->';

/** ARCHITECTURE.md with the drawing that the imports give. */
export async function generateArchitecture() {
  const text = await readFile(path.join(root, 'ARCHITECTURE.md'), 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error('ARCHITECTURE.md has no place for the drawing');
  const drawing = `${begin}\n\n\`\`\`\n${drawingOf(sources())}\n\`\`\`\n\n`;
  return { 'ARCHITECTURE.md': text.slice(0, from) + drawing + text.slice(to) };
}

/**
 * The layers in rows, those that use others above these, and what each is and uses.
 * @param {{ path: string, text: string }[]} files
 */
export function drawingOf(files) {
  const used = usesOf(files);
  const rows = [];
  for (const layer of used.keys()) {
    const height = heightOf(layer, used);
    rows[height] ??= [];
    rows[height].push(layer);
  }
  const width = Math.max(...[...used.keys()].map((layer) => layer.length));
  return rows
    .reverse()
    .map((row) => row.map((layer) => lineOf(layer, used.get(layer), width)).join('\n'))
    .join('\n\n');
}

function lineOf(layer, uses, width) {
  const order = Object.keys(layers);
  const below = [...uses].sort((a, b) => order.indexOf(b) - order.indexOf(a)).join(', ');
  return `${layer.padEnd(width)}  ${layers[layer].about}${below ? `\n${' '.repeat(width)}  ↳ ${below}` : ''}`;
}

/** By layer, the layers that its files take values from. */
function usesOf(files) {
  const uses = new Map(Object.keys(layers).map((layer) => [layer, new Set()]));
  for (const { path: file, text } of files) {
    const own = uses.get(layerOf(file));
    for (const { target, typeOnly } of readImports(file, text).imports) {
      if (typeOnly || !target.startsWith('.')) continue;
      const other = layerOf(path.posix.normalize(path.posix.join(path.posix.dirname(file), target)));
      if (other !== layerOf(file) && uses.has(other)) own?.add(other);
    }
  }
  return uses;
}

/** How many layers lie below one. */
function heightOf(layer, used) {
  return Math.max(-1, ...[...used.get(layer)].map((other) => heightOf(other, used))) + 1;
}
