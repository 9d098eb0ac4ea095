import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, without a slash at the end. */
export const root = path.resolve(fileURLToPath(new URL('..', import.meta.url)));

/** What is fetched once and kept between runs: VS Code, profiles, a browser. Ignored by git. */
export const cache = path.join(root, '.vscode-test');

/** What a run makes and the next one may replace. Ignored by git. */
export const out = path.join(root, 'out');

/** A path with slashes, whatever the system uses. */
export function slashes(file) {
  return file.replaceAll(path.sep, '/');
}
