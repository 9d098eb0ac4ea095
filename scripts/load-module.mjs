import esbuild from 'esbuild';
import { yamlPlugin } from './build-tools.mjs';

/** Bundles a TypeScript module of the product, YAML included, and returns its exports. */
export async function loadModule(entry) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [yamlPlugin()],
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
