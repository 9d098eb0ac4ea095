import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ConfigurationLayer, FolderConfiguration, JoinedConfiguration } from '../engine/configuration';
import { complain, sentenceOf } from './common';

const FOLDER = '.common-ground';
const nothing: JoinedConfiguration = { configuration: {}, team: { rules: [], off: [] }, layers: [] };
const layers = new Map<string, ConfigurationLayer | undefined>();
const joined = new Map<string, JoinedConfiguration>();

/**
 * Finds `.common-ground/` in a folder and in those above it. Problems in the files are printed once; what is right in them holds.
 *
 * @param folder absolute path
 */
export function findConfiguration(folder: string): JoinedConfiguration {
  const chain: ConfigurationLayer[] = [];
  for (let at = folder; ; at = path.dirname(at)) {
    const layer = layerOf(at);
    if (layer !== undefined) chain.unshift(layer);
    if (path.dirname(at) === at) break;
  }
  if (chain.length === 0) return nothing;
  const key = chain.at(-1)!.folder;
  const known = joined.get(key) ?? load.configuration().joinLayers(chain);
  joined.set(key, known);
  return known;
}

/** Reads one configuration file in place of those that would be found. @throws Error when it cannot be read */
export function configurationFrom(file: string): JoinedConfiguration {
  const folder = withSlashes(path.dirname(path.resolve(file)));
  const layer = { folder, configuration: readConfigurationFile(file), team: nothing.team };
  return load.configuration().joinLayers([layer]);
}

/** A path as the folders of layers are written. */
export function withSlashes(absolute: string): string {
  return absolute.replaceAll(path.sep, '/').replace(/\/$/, '');
}

function layerOf(folder: string): ConfigurationLayer | undefined {
  if (!layers.has(folder)) layers.set(folder, readLayer(folder));
  return layers.get(folder);
}

function readLayer(folder: string): ConfigurationLayer | undefined {
  const own = path.join(folder, FOLDER);
  let names: string[];
  try {
    const entries = readdirSync(own, { withFileTypes: true });
    names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch {
    // Most folders have no configuration of their own.
    return undefined;
  }
  const { configurationNames, configurationText, layerFrom } = load.layer();
  const { read, beyond } = configurationNames(names);
  for (const name of beyond)
    complain(`${shown(path.join(own, name))}: is not read, since its folder holds more than ${read.length} files`);
  const sources = read.map((name) => {
    try {
      return { name, text: configurationText(readFileSync(path.join(own, name))) };
    } catch (error) {
      complain(`${shown(path.join(own, name))}: ${sentenceOf(error)}`);
      return { name, text: undefined };
    }
  });
  const { layer, problems } = layerFrom(withSlashes(folder), sources);
  for (const { name, text = '' } of sources) report(path.join(own, name), text, problems.get(name) ?? []);
  return layer;
}

function readConfigurationFile(file: string): FolderConfiguration {
  const text = load.layer().configurationText(readFileSync(file));
  const { configuration, problems } = load.configuration().readConfiguration(text, load.ruleIds());
  report(file, text, problems);
  return configuration;
}

function report(file: string, text: string, problems: readonly { start: number; message: string }[]): void {
  for (const { start, message } of problems) {
    const line = text.slice(0, start).split('\n').length;
    complain(`${shown(file)}:${line}: ${message}`);
  }
}

function shown(file: string): string {
  return path.relative(process.cwd(), file) || file;
}

// Most calls find no configuration, and what reads one takes its time to load.
const load = {
  configuration: () => require('../engine/configuration') as typeof import('../engine/configuration'),
  layer: () => require('../engine/folderLayer') as typeof import('../engine/folderLayer'),
  ruleIds: () => (require('../engine/rules') as typeof import('../engine/rules')).knownRuleIds(),
};
