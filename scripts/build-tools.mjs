import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** Lets TypeScript import a `.yaml` file as the value it holds, parsed when the bundle is built. */
export function yamlPlugin() {
  return {
    name: 'yaml',
    setup(build) {
      build.onLoad({ filter: /\.ya?ml$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        try {
          return { contents: JSON.stringify(parse(text)), loader: 'json', watchFiles: [path] };
        } catch (error) {
          return { errors: [{ text: `${path}: ${error.message}` }] };
        }
      });
    },
  };
}
