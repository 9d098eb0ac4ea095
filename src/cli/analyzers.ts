import path from 'node:path';
import type { JoinedConfiguration } from '../engine/configuration';
import { type AnalysisSettings, type Analyzer, createAnalyzer, defaultSettings } from '../engine/index';
import type { Rule } from '../wording/compile';
import type { WritingStance } from '../wording/ruleSettings';
import { choose, sentenceOf, UsageError } from './common';
import { type Configurations, createConfigurations, withSlashes } from './findConfiguration';
import type { Options } from './options';
import type { UnreadFile } from './result';

/** The analyser for each document, by the configuration that holds for it. */
export interface Analyzers {
  /** @param file path as the user named it; `-` is standard input */
  analyzerOf(file: string): Analyzer;
  /** Whether a configuration takes the file out. */
  isIgnored(file: string): boolean;
  /** The rules of these ids, as they stand in the configurations that held for some file. */
  rulesOf(ids: ReadonlySet<string>): readonly Rule[];
  /** What `--rule` names and no configuration that held for some file knows, in sentences. */
  unknownRules(): readonly string[];
}

/**
 * @param tell hears what cannot be used in a configuration, once, when the configuration is first needed
 * @throws UsageError when an option that speaks of rules cannot be understood
 */
export function createAnalyzers(options: Options, tell: (fault: UnreadFile) => void): Analyzers {
  const override = overrides(options);
  const configurations = createConfigurations(tell);
  const fixed = options.config === undefined ? undefined : fixedBy(configurations, options.config);
  const ready = new Map<JoinedConfiguration, Analyzer>();
  const absolute = (file: string) => path.resolve(file === '-' ? (options['stdin-filename'] ?? 'stdin') : file);
  const found = (file: string) => fixed ?? configurations.find(path.dirname(absolute(file)));
  return {
    analyzerOf(file) {
      const configuration = found(file);
      let analyzer = ready.get(configuration);
      if (analyzer === undefined) {
        analyzer = createAnalyzer(override(configuration), configuration.team);
        ready.set(configuration, analyzer);
      }
      return analyzer;
    },
    isIgnored(file) {
      const { layers } = found(file);
      if (layers.length === 0) return false;
      const { isIgnored } = require('../engine/configuration') as typeof import('../engine/configuration');
      return isIgnored(layers, withSlashes(absolute(file)));
    },
    rulesOf(ids) {
      const rules = [...ready.values()].flatMap((analyzer) => analyzer.rules.filter(({ id }) => ids.has(id)));
      return [...new Map(rules.map((rule) => [rule.id, rule])).values()];
    },
    unknownRules() {
      if (options.rule === undefined) return [];
      const { knownRuleIds, nearest } = loadRules();
      const team = [...ready.keys()].flatMap((configuration) => configuration.team.rules.map(({ id }) => id));
      const known = new Set([...knownRuleIds(), ...team]);
      const named = options.rule.map((word) => pairOf('rule', word, '')[0]);
      return named
        .filter((id) => !known.has(id))
        .map((id) => `--rule: there is no rule “${id}”${nearest(id, [...known])}.`);
    },
  };
}

function fixedBy(configurations: Configurations, file: string): JoinedConfiguration {
  try {
    return configurations.from(file);
  } catch (error) {
    throw new UsageError(`${file}: ${sentenceOf(error)}`);
  }
}

function overrides(options: Options): (found: JoinedConfiguration) => AnalysisSettings {
  const rules = Object.fromEntries(
    (options.rule ?? []).map((word) => {
      const [id, level] = pairOf('rule', word, 'demand/we-demand=off');
      return [id, choose('rule', level, ['off', 'hint', 'information', 'warning'], 'off')] as const;
    }),
  );
  const shownFamilies = Object.fromEntries(
    (options.family ?? []).map((word) => {
      const [name, shown] = pairOf('family', word, 'price-only=off');
      const { families, nearest } = loadRules();
      if (!(families as readonly string[]).includes(name))
        throw new UsageError(`--family: there is no family “${name}”${nearest(name, families)}.`);
      return [name, choose('family', shown, ['on', 'off'], 'on') === 'on'] as const;
    }),
  );
  const stance = options.stance;
  const stances = ['keep-alive', 'protect-price', 'repair-relationship'] as const satisfies readonly WritingStance[];
  const chosen = stance === undefined ? undefined : choose('stance', stance, stances, 'keep-alive');
  return ({ configuration }) => ({
    documents: configuration.documents ?? defaultSettings.documents,
    stance: chosen ?? configuration.stance ?? defaultSettings.stance,
    families: { ...configuration.families, ...shownFamilies },
    rules: { ...configuration.rules, ...rules },
  });
}

// Few calls name a rule or a family.
function loadRules() {
  return require('../engine/rules') as typeof import('../engine/rules');
}

function pairOf(option: string, word: string, example: string): [string, string] {
  const at = word.lastIndexOf('=');
  if (at <= 0) throw new UsageError(`--${option} is a name and a value, as in --${option} ${example}.`);
  return [word.slice(0, at), word.slice(at + 1)];
}
