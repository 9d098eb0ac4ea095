import {
  type ConfigurationLayer,
  type ConfigurationProblem,
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

/** Which of the names in a `.common-ground` folder are read, in order, and which are too many. */
export function configurationNames(names: readonly string[]): {
  readonly read: readonly string[];
  readonly beyond: readonly string[];
} {
  const all = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  return { read: all.slice(0, MOST_FILES), beyond: all.slice(MOST_FILES) };
}

/** Bytes of a file as every client reads them: UTF-8, without a byte-order mark. */
export function configurationText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/**
 * What the files of one `.common-ground` folder say together. A broken file is told of and the rest holds.
 *
 * @param folder the folder's path with slashes and without one at the end, as `ConfigurationLayer` has it
 * @param sources in the order of `configurationNames`
 */
export function layerFrom(
  folder: string,
  sources: readonly ConfigurationSource[],
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
  return { layer: { folder, configuration, team: { rules, off } }, problems };
}
