import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FolderConfiguration } from '../engine/configuration';
import type { Team } from '../engine/index';
import { complain, sentenceOf } from './common';

/** What holds for a document: its folder's configuration and rules, and those of the folders above. */
export interface FoundConfiguration {
  readonly configuration: FolderConfiguration;
  readonly team: Team;
  /** Globs with the folder that they are relative to. */
  readonly ignored: readonly { readonly folder: string; readonly globs: readonly string[] }[];
}

interface Layer extends FoundConfiguration {
  readonly folder: string;
}

const nothing: FoundConfiguration = { configuration: {}, team: { rules: [], off: [] }, ignored: [] };
const FOLDER = '.common-ground';
const layers = new Map<string, Layer | undefined>();
const chains = new Map<string, FoundConfiguration>();

/**
 * Finds `.common-ground/` in a folder and in those above it, up to one whose configuration says `root: true`. Problems in
 * the files are printed once; what is right in them holds.
 *
 * @param folder absolute path
 */
export function findConfiguration(folder: string): FoundConfiguration {
  const known = chains.get(folder);
  if (known !== undefined) return known;
  const own = layerOf(folder);
  const parent = path.dirname(folder);
  const above = parent === folder || own?.configuration.root === true ? nothing : findConfiguration(parent);
  const found = own === undefined ? above : join(above, own);
  chains.set(folder, found);
  return found;
}

/** Reads one configuration file in place of those that would be found. @throws Error when it cannot be read */
export function configurationFrom(file: string): FoundConfiguration {
  const folder = path.dirname(path.resolve(file));
  const configuration = readConfigurationFile(file);
  return join(nothing, { folder, configuration, team: nothing.team, ignored: ignoredBy(folder, configuration) });
}

function join(above: FoundConfiguration, own: Layer): FoundConfiguration {
  const { mergeConfigurations } = load.configuration();
  const replaced = new Set(own.team.rules.map(({ id }) => id));
  return {
    configuration: mergeConfigurations([above.configuration, own.configuration]),
    team: {
      rules: [...above.team.rules.filter(({ id }) => !replaced.has(id)), ...own.team.rules],
      off: [...above.team.off.filter((id) => !replaced.has(id)), ...own.team.off],
    },
    ignored: [...above.ignored, ...own.ignored],
  };
}

function layerOf(folder: string): Layer | undefined {
  if (layers.has(folder)) return layers.get(folder);
  const layer = readLayer(folder);
  layers.set(folder, layer);
  return layer;
}

function readLayer(folder: string): Layer | undefined {
  const own = path.join(folder, FOLDER);
  let names: string[];
  try {
    names = readdirSync(own).filter((name) => /\.ya?ml$/.test(name));
  } catch {
    // Most folders have no configuration of their own.
    return undefined;
  }
  let configuration: FolderConfiguration = {};
  const rules: Team['rules'][number][] = [];
  const off: string[] = [];
  for (const name of names.sort()) {
    const file = path.join(own, name);
    try {
      if (/^config\.ya?ml$/.test(name)) configuration = readConfigurationFile(file);
      else {
        const text = readFileSync(file, 'utf8');
        const read = load.rules().readTeamRules(text);
        rules.push(...read.rules);
        off.push(...read.off);
        report(file, text, read.problems);
      }
    } catch (error) {
      complain(`${file}: ${sentenceOf(error)}`);
    }
  }
  return { folder, configuration, team: { rules, off }, ignored: ignoredBy(folder, configuration) };
}

function readConfigurationFile(file: string): FolderConfiguration {
  const text = readFileSync(file, 'utf8');
  const { configuration, problems } = load.configuration().readConfiguration(text, load.ruleIds());
  report(file, text, problems);
  return configuration;
}

function ignoredBy(folder: string, { ignore }: FolderConfiguration): FoundConfiguration['ignored'] {
  return ignore === undefined ? [] : [{ folder, globs: ignore }];
}

function report(file: string, text: string, problems: readonly { start: number; message: string }[]): void {
  for (const { start, message } of problems) {
    const line = text.slice(0, start).split('\n').length;
    complain(`${path.relative(process.cwd(), file) || file}:${line}: ${message}`);
  }
}

// Most calls find no configuration, and what reads one takes its time to load.
const load = {
  configuration: () => require('../engine/configuration') as typeof import('../engine/configuration'),
  rules: () => require('../engine/rules') as typeof import('../engine/rules'),
  ruleIds: () =>
    new Set(
      load
        .rules()
        .builtInRules()
        .map(({ id }) => id),
    ),
};
