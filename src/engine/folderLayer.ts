import {
  type ConfigurationLayer,
  type ConfigurationProblem,
  fromRoot,
  isConfigurationFile,
  readConfiguration,
} from './configuration';
import { knownRuleIds, readTeamRules } from './rules';

/** Files of one `.common-ground` folder that are read; what is beyond is told of. */
const MOST_FILES = 50;

/** A file of a `.common-ground` folder. */
export interface ConfigurationSource {
  readonly name: string;
  /** Its bytes as UTF-8; `undefined` where it could not be read. */
  readonly text: string | undefined;
}

/** Which of the names in a `.common-ground` folder are read, in order, which are too many, and which says again what another says. */
export function configurationNames(names: readonly string[]): {
  readonly read: readonly string[];
  readonly beyond: readonly string[];
  readonly second: string | undefined;
} {
  const all = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  const second = all.filter(isConfigurationFile)[1];
  const single = all.filter((name) => name !== second);
  return { read: single.slice(0, MOST_FILES), beyond: single.slice(MOST_FILES), second };
}

/**
 * Bytes of a file as every client reads them: UTF-8, without a byte-order mark.
 *
 * @throws Error with a message that fits after the file's name
 */
export function configurationText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('is not in UTF-8 and is not read');
  }
}

/**
 * What the files of one `.common-ground` folder say together. A broken file is told of and the rest holds.
 *
 * @param above the layers of the folders above; their rules may be named here
 * @param folder the folder's path with slashes and without one at the end, as `ConfigurationLayer` has it
 * @param sources in the order of `configurationNames`
 */
export function layerFrom(
  folder: string,
  sources: readonly ConfigurationSource[],
  above: readonly ConfigurationLayer[],
): { readonly layer: ConfigurationLayer; readonly problems: ReadonlyMap<string, readonly ConfigurationProblem[]> } {
  let configuration: ConfigurationLayer['configuration'] = {};
  const rules: ConfigurationLayer['team']['rules'][number][] = [];
  const off: string[] = [];
  const problems = new Map<string, readonly ConfigurationProblem[]>();
  for (const { name, text } of sources) {
    if (text === undefined) continue;
    if (isConfigurationFile(name)) {
      const found = readConfiguration(text, knownRuleIds());
      configuration = found.configuration;
      problems.set(name, found.problems);
    } else {
      const found = readTeamRules(text);
      rules.push(...found.rules);
      off.push(...found.off);
      problems.set(name, found.problems);
    }
  }
  const layer = { folder, configuration, team: { rules, off } };
  const known = new Set(fromRoot([...above, layer]).flatMap(({ team }) => team.rules.map(({ id }) => id)));
  for (const [name, found] of problems) {
    const isTeams = ({ unknownRule }: ConfigurationProblem) => unknownRule !== undefined && known.has(unknownRule);
    if (!isConfigurationFile(name)) off.push(...found.filter(isTeams).map(({ unknownRule }) => unknownRule!));
    problems.set(
      name,
      found.filter((problem) => !isTeams(problem)),
    );
  }
  return { layer, problems };
}
