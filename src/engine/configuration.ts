import ignore from 'ignore';
import { isMap, isNode, isScalar, parseDocument } from 'yaml';
import { nearest } from '../language/nearest';
import { type Family, families, type Severity } from '../wording/rule';
import type { WritingStance } from '../wording/ruleSettings';
import { yamlFault } from '../wording/yamlFault';
import type { AnalysisSettings, DocumentsSetting, Team } from './index';

/** Whether a file of a folder `.common-ground` is the configuration; every other YAML file there holds rules. */
export function isConfigurationFile(name: string): boolean {
  return name === 'config.yaml' || name === 'config.yml';
}

/** What one `.common-ground/config.yaml` says. A key that is missing leaves to others what it speaks of. */
export interface FolderConfiguration {
  readonly documents?: DocumentsSetting;
  readonly stance?: WritingStance;
  readonly families?: Readonly<Partial<Record<Family, boolean>>>;
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Globs as in a `.gitignore`, relative to the folder that holds `.common-ground`. */
  readonly ignore?: readonly string[];
  /** Names or addresses of the writer. */
  readonly me?: readonly string[];
  /** Folders above are not looked at. */
  readonly root?: boolean;
}

/** Offsets are UTF-16 code units in the file, ends exclusive. */
export interface ConfigurationProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** The rule that the place names, where nothing else is wrong than that it is not known. */
  readonly unknownRule?: string;
}

const MAX_LENGTH = 100_000;
const documentsSettings = ['auto', 'all', 'marked'] as const satisfies readonly DocumentsSetting[];
const stances = ['keep-alive', 'protect-price', 'repair-relationship'] as const satisfies readonly WritingStance[];
const levels = ['off', 'hint', 'information', 'warning'] as const;
const keys = ['documents', 'stance', 'families', 'rules', 'ignore', 'me', 'root'] as const;

/**
 * Reads a configuration file. A value that cannot be used is left out and reported with its place; the rest holds.
 *
 * @param ruleIds known rule ids; where given, an id that is none of them is reported with the nearest one
 */
export function readConfiguration(
  text: string,
  ruleIds?: ReadonlySet<string>,
): { readonly configuration: FolderConfiguration; readonly problems: readonly ConfigurationProblem[] } {
  const problems: ConfigurationProblem[] = [];
  const fail = (message: string) => ({ configuration: {}, problems: [{ start: 0, end: 1, message }] });
  if (text.length > MAX_LENGTH) return fail(`The file is longer than ${MAX_LENGTH} characters and is not read.`);
  const document = parseDocument(text, { uniqueKeys: true });
  if (document.errors.length > 0)
    return {
      configuration: {},
      problems: document.errors.map(yamlFault),
    };
  if (document.contents === null) return { configuration: {}, problems };
  if (!isMap(document.contents)) return fail(`Write one setting a line: ${keys.join(', ')}.`);
  const found: Record<string, unknown> = {};
  const read: Record<(typeof keys)[number], (node: unknown, place: Place) => unknown> = {
    documents: (node, place) => oneOf(plain(node), documentsSettings, place),
    stance: (node, place) => oneOf(plain(node), stances, place),
    families: (node, place) => readMap(node, place, readFamily, problems),
    rules: (node, place) => readMap(node, place, readRule, problems),
    ignore: readList,
    me: readList,
    root: (node, place) => booleanOf(plain(node), place),
  };
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const place = placeOf(key, value, problems);
    if (!isKey(name)) place.report(`There is no setting “${name}”${nearest(name, keys)}.`);
    else found[name] = read[name](value, place);
  }
  const configuration = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  return { configuration: configuration as FolderConfiguration, problems };

  function readFamily(name: string, value: unknown, place: Place): boolean | undefined {
    if (!(families as readonly string[]).includes(name))
      return place.report(`There is no family “${name}”${nearest(name, families)}.`);
    return booleanOf(value, place);
  }

  function readRule(id: string, value: unknown, place: Place): Severity | 'off' | undefined {
    if (ruleIds !== undefined && !ruleIds.has(id))
      place.report(`There is no rule “${id}”${nearest(id, [...ruleIds])}.`, id);
    const meant = value === false ? 'off' : typeof value === 'string' ? value.toLowerCase() : value;
    return oneOf(meant, levels, place);
  }
}

/** What one folder with a `.common-ground` in it says of the documents below. */
export interface ConfigurationLayer {
  /** The folder's path with slashes and without one at the end; empty for the root of a file system. */
  readonly folder: string;
  readonly configuration: FolderConfiguration;
  readonly team: Team;
}

/** What holds for a document: what its folder says, and the folders above. */
export interface JoinedConfiguration {
  readonly configuration: FolderConfiguration;
  readonly team: Team;
  /** Folders with globs, innermost last; see `isIgnored`. */
  readonly layers: readonly ConfigurationLayer[];
}

/**
 * Joins the layers that hold for a document.
 *
 * @param layers from the outermost folder to the innermost; what an inner one says wins, and `root: true` ends the search
 */
export function joinLayers(layers: readonly ConfigurationLayer[]): JoinedConfiguration {
  const chain = fromRoot(layers);
  const configurations = chain.map(({ configuration }) => configuration);
  const rules = new Map(chain.flatMap(({ team }) => team.rules.map((rule) => [rule.id, rule] as const)));
  // A rule that a folder further in brings back is not off any more.
  const off = chain.flatMap(({ team }, at) =>
    team.off.filter((id) => !chain.slice(at + 1).some((inner) => inner.team.rules.some((rule) => rule.id === id))),
  );
  return {
    configuration: {
      ...Object.assign({}, ...configurations),
      families: Object.assign({}, ...configurations.map(({ families }) => families)),
      rules: rulesOf(chain),
      me: [...new Set(configurations.flatMap(({ me }) => me ?? []))],
    },
    team: { rules: [...rules.values()], off },
    layers: chain,
  };
}

/** The layers that hold, where one of them is the root. */
export function fromRoot(layers: readonly ConfigurationLayer[]): readonly ConfigurationLayer[] {
  const root = layers.findLastIndex(({ configuration }) => configuration.root === true);
  return layers.slice(Math.max(0, root));
}

/** How rules show, by what the innermost folder says of each. An “off” in a file of rules ends what folders further out say. */
function rulesOf(chain: readonly ConfigurationLayer[]): Record<string, Severity | 'off'> {
  const rules: Record<string, Severity | 'off'> = {};
  for (const { configuration, team } of chain) {
    for (const id of team.off) delete rules[id];
    Object.assign(rules, configuration.rules);
  }
  return rules;
}

/** Settings of a person (or the command line's defaults) under a folder's configuration, which wins where it speaks. */
export function settingsUnder(settings: AnalysisSettings, configuration: FolderConfiguration): AnalysisSettings {
  return {
    documents: configuration.documents ?? settings.documents,
    stance: configuration.stance ?? settings.stance,
    families: { ...settings.families, ...configuration.families },
    rules: { ...settings.rules, ...configuration.rules },
  };
}

/**
 * Whether a configuration's globs take a document out.
 *
 * @param path of the document, written as the folders of the layers are
 */
export function isIgnored(layers: readonly ConfigurationLayer[], path: string): boolean {
  return layers.some(({ folder, configuration: { ignore: globs } }) => {
    const relative = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '';
    return globs !== undefined && relative !== '' && ignore().add(globs).ignores(relative);
  });
}

interface Place {
  /** Notes a problem here; gives nothing, so that a reader may return it. */
  report(message: string, unknownRule?: string): undefined;
}

function placeOf(key: unknown, value: unknown, problems: ConfigurationProblem[]): Place {
  const range = (isNode(value) ? value.range : undefined) ?? (isNode(key) ? key.range : undefined) ?? [0, 1];
  return {
    report(message, unknownRule) {
      const named = unknownRule === undefined ? {} : { unknownRule };
      problems.push({ start: range[0], end: Math.max(range[1], range[0] + 1), message, ...named });
      return undefined;
    },
  };
}

function plain(node: unknown): unknown {
  return isNode(node) ? node.toJSON() : node;
}

function readMap<Value>(
  node: unknown,
  place: Place,
  read: (name: string, value: unknown, place: Place) => Value | undefined,
  problems: ConfigurationProblem[],
): Record<string, Value> | undefined {
  if (!isMap(node)) return place.report('Write one name and value a line, indented below this.');
  const values: Record<string, Value> = {};
  for (const { key, value } of node.items) {
    const name = String(plain(key));
    const found = read(name, plain(value), placeOf(key, value, problems));
    if (found !== undefined) values[name] = found;
  }
  return values;
}

function readList(node: unknown, place: Place): string[] | undefined {
  const value = plain(node);
  if (typeof value === 'string') return [value];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '')) return value as string[];
  return place.report('Write a list of texts, one a line after a dash.');
}

function booleanOf(value: unknown, place: Place): boolean | undefined {
  return typeof value === 'boolean' ? value : place.report('Write true or false.');
}

function isKey(name: string): name is (typeof keys)[number] {
  return (keys as readonly string[]).includes(name);
}

function oneOf<Value extends string>(value: unknown, choices: readonly Value[], place: Place): Value | undefined {
  if ((choices as readonly unknown[]).includes(value)) return value as Value;
  return place.report(`Write ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.`);
}
