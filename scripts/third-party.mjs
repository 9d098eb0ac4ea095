import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { out, root, slashes } from './paths.mjs';

/** The file in the package with the licences of all that is bundled. */
export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/**
 * The folders of the packages that have gone into the bundles, as the bundler has written it down.
 * @param {string} folder with one metafile a bundle
 * @returns {string[]} paths from the project's folder, with slashes
 */
export function bundledPackages(folder = path.join(out, 'meta')) {
  const found = new Set();
  for (const name of readdirSync(folder)) {
    const { inputs } = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    for (const input of Object.keys(inputs)) {
      const owner = packageOf(slashes(input));
      if (owner !== undefined) found.add(owner);
    }
  }
  return [...found].sort();
}

/** The folder of the package that a file belongs to; `undefined` for a file of the project itself. */
export function packageOf(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
}

/** The notices that the licences of the packages ask for, each with its whole text. */
export function noticesOf(packages) {
  const parts = packages.map((folder) => {
    const { name, homepage, repository, license, author } = manifestOf(folder);
    const from = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '';
    return `${name} (${license})\n${from}\n\n${licenceText(folder, license, author).trim()}\n`;
  });
  const rule = `\n${'-'.repeat(80)}\n\n`;
  return `Common Ground holds the works below, used under their licences.\n${rule}${parts.join(rule)}`;
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
}

function licenceText(folder, license, author) {
  const files = readdirSync(path.join(root, folder)).filter((name) => /^(licen[cs]e|copying|notice)\b/i.test(name));
  if (files.length > 0)
    return files
      .map((name) =>
        readFileSync(path.join(root, folder, name), 'utf8')
          .replace(/\r\n/g, '\n')
          .trim(),
      )
      .join('\n\n');
  // Some packages name their licence and leave its text out.
  if (license !== 'MIT') throw new Error(`${folder} has no text of its licence (${license})`);
  const holder = (typeof author === 'string' ? author : author?.name)?.replace(/\s*[<(].*$/, '');
  if (!holder) throw new Error(`${folder} says neither its licence nor its author`);
  return readFileSync(path.join(root, 'LICENSE'), 'utf8').replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}

/** Writes the notices of the bundles that were built last. */
export function writeNotices() {
  writeFileSync(path.join(root, noticesFile), noticesOf(bundledPackages()));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeNotices();
