import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ConfigurationLayer, ConfigurationProblem, JoinedConfiguration } from '../engine/configuration';
import { createPositionAt } from '../engine/text';
import { sentenceOf } from './common';
import type { UnreadFile } from './result';

const FOLDER = '.common-ground';
const nothing: JoinedConfiguration = { configuration: {}, team: { rules: [], off: [] }, layers: [] };

/** The configuration of folders, each read once. */
export interface Configurations {
  /**
   * Finds `.common-ground/` in a folder and in those above it. What is right in their files holds.
   *
   * @param folder absolute path
   */
  find(folder: string): JoinedConfiguration;
  /** Reads one configuration file in place of those that would be found. @throws Error when it cannot be read */
  from(file: string): JoinedConfiguration;
}

/** @param tell hears what cannot be used in a file, once */
export function createConfigurations(tell: (fault: UnreadFile) => void): Configurations {
  const chains = new Map<string, readonly ConfigurationLayer[]>();
  const joined = new Map<string, JoinedConfiguration>();
  /** The layers that hold in a folder, outermost first. */
  const chainOf = (folder: string): readonly ConfigurationLayer[] => {
    const known = chains.get(folder);
    if (known !== undefined) return known;
    const above = path.dirname(folder) === folder ? [] : chainOf(path.dirname(folder));
    const layer = readLayer(folder, above, tell);
    const chain = layer === undefined ? above : [...above, layer];
    chains.set(folder, chain);
    return chain;
  };
  return {
    find(folder) {
      const chain = chainOf(folder);
      if (chain.length === 0) return nothing;
      const key = chain.at(-1)!.folder;
      const known = joined.get(key) ?? load.configuration().joinLayers(chain);
      joined.set(key, known);
      return known;
    },
    from(file) {
      const folder = withSlashes(path.dirname(path.resolve(file)));
      const text = load.layer().configurationText(readFileSync(file));
      const { configuration, problems } = load.configuration().readConfiguration(text, load.ruleIds());
      report(file, text, problems, tell);
      return load.configuration().joinLayers([{ folder, configuration, team: nothing.team }]);
    },
  };
}

/** What was not read and why, with its line, as text. */
export function faultText({ path: file, error: { message, range } }: UnreadFile): string {
  return `${file}${range === undefined ? '' : `:${range.start.line + 1}`}: ${message}`;
}

/** A path as the folders of layers are written. */
export function withSlashes(absolute: string): string {
  return absolute.replaceAll(path.sep, '/').replace(/\/$/, '');
}

function readLayer(
  folder: string,
  above: readonly ConfigurationLayer[],
  tell: (fault: UnreadFile) => void,
): ConfigurationLayer | undefined {
  const own = path.join(folder, FOLDER);
  const tellOf = (name: string, message: string) =>
    tell({ path: shown(path.join(own, name)), error: { reason: 'configuration', message } });
  let names: string[];
  try {
    const entries = readdirSync(own, { withFileTypes: true });
    names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    // Most folders have no configuration of their own.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') tellOf('', sentenceOf(error));
    return undefined;
  }
  const { configurationNames, configurationText, layerFrom } = load.layer();
  const { read, beyond, second } = configurationNames(names);
  for (const name of beyond) tellOf(name, `is not read, since its folder holds more than ${read.length} files`);
  if (second !== undefined) tellOf(second, 'is not read, since “config.yaml” stands beside it');
  const sources = read.map((name) => {
    try {
      return { name, text: configurationText(readFileSync(path.join(own, name))) };
    } catch (error) {
      tellOf(name, sentenceOf(error));
      return { name, text: undefined };
    }
  });
  const { layer, problems } = layerFrom(withSlashes(folder), sources, above);
  for (const { name, text = '' } of sources) report(path.join(own, name), text, problems.get(name) ?? [], tell);
  return layer;
}

function report(
  file: string,
  text: string,
  problems: readonly ConfigurationProblem[],
  tell: (fault: UnreadFile) => void,
): void {
  const positionAt = createPositionAt(text);
  for (const { start, end, message } of problems) {
    const range = { start: positionAt(start), end: positionAt(end) };
    tell({ path: shown(file), error: { reason: 'configuration', message, range } });
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
