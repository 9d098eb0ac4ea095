import * as vscode from 'vscode';
import type { JoinedConfiguration } from '../engine/configuration';
import type { AnalysisSettings, DocumentsSetting } from '../engine/index';
import { currentRuleId, families } from '../engine/rules';
import type { Register } from '../playbook/types';
import type { Family, Severity } from '../wording/rule';
import type { WritingStance } from '../wording/ruleSettings';

export interface EditorSettings {
  readonly analysis: AnalysisSettings;
  readonly draftChecks: boolean;
  /** Remarks on a draft as a whole are in Problems too. */
  readonly draftChecksInProblems: boolean;
  /** Hints are underlined too, not only listed in the sidebar. */
  readonly hints: boolean;
  readonly wording: Register;
  readonly me: readonly string[];
  /** The configuration of a folder takes the document out. */
  readonly ignored: boolean;
}

/** A setting whose value cannot be used; the rest is. */
export interface SettingProblem {
  readonly key: string;
  readonly message: string;
}

/** Reads the settings for a document, leaving out what cannot be used. */
export function readSettings(scope: vscode.ConfigurationScope | undefined): {
  settings: EditorSettings;
  problems: SettingProblem[];
} {
  const configuration = vscode.workspace.getConfiguration('commonGround', scope ?? null);
  const problems: SettingProblem[] = [];
  const one = <Value extends string>(key: string, values: readonly Value[]): Value => {
    const value = configuration.get<unknown>(key);
    if ((values as readonly unknown[]).includes(value)) return value as Value;
    problems.push({
      key: `commonGround.${key}`,
      message: vscode.l10n.t('{0} is not one of {1}.', JSON.stringify(value), values.join(', ')),
    });
    return values[0]!;
  };
  const analysis: AnalysisSettings = {
    documents: one<DocumentsSetting>('documents', ['auto', 'all', 'marked']),
    stance: one<WritingStance>('stance', ['keep-alive', 'protect-price', 'repair-relationship']),
    families: readFamilies(configuration.get('families'), problems),
    rules: readRules(configuration.get('rules'), problems),
  };
  const me = configuration.get<unknown>('me') ?? [];
  if (!Array.isArray(me))
    problems.push({ key: 'commonGround.me', message: vscode.l10n.t('This has to be a list of names or addresses.') });
  const flag = (key: string, otherwise: boolean): boolean => {
    const value = configuration.get<unknown>(key);
    if (typeof value === 'boolean') return value;
    problems.push({ key: `commonGround.${key}`, message: vscode.l10n.t('This can only be true or false.') });
    return otherwise;
  };
  return {
    settings: {
      analysis,
      draftChecks: flag('draftChecks', true),
      draftChecksInProblems: flag('draftChecksInProblems', false),
      hints: flag('hints', false),
      wording: one<Register>('wording', ['plain', 'warm', 'formal']),
      me: Array.isArray(me) ? me.filter((entry) => typeof entry === 'string' && entry.trim() !== '') : [],
      ignored: false,
    },
    problems,
  };
}

/** The settings for a document, under the configuration of its folders, which wins where it speaks. */
export function readSettingsUnder(
  scope: vscode.ConfigurationScope | undefined,
  uri: vscode.Uri | undefined,
  found: JoinedConfiguration | undefined,
): ReturnType<typeof readSettings> {
  const { settings, problems } = readSettings(scope);
  if (uri === undefined || found === undefined || found.layers.length === 0) return { settings, problems };
  const { isIgnored, settingsUnder } = require('../engine/configuration') as typeof import('../engine/configuration');
  const { configuration, layers } = found;
  return {
    settings: {
      ...settings,
      analysis: settingsUnder(settings.analysis, configuration),
      me: [...new Set([...settings.me, ...(configuration.me ?? [])])],
      ignored: isIgnored(layers, uri.path),
    },
    problems,
  };
}

function readFamilies(value: unknown, problems: SettingProblem[]): Partial<Record<Family, boolean>> {
  const result: Partial<Record<Family, boolean>> = {};
  for (const [name, shown] of entriesOf(value)) {
    if (!(families as readonly string[]).includes(name))
      problems.push({
        key: `commonGround.families.${name}`,
        message: vscode.l10n.t('There is no family “{0}”.', name),
      });
    else if (typeof shown !== 'boolean')
      problems.push({
        key: `commonGround.families.${name}`,
        message: vscode.l10n.t('This can only be true or false.'),
      });
    else result[name as Family] = shown;
  }
  return result;
}

const levels = ['off', 'hint', 'information', 'warning'];

function readRules(value: unknown, problems: SettingProblem[]): Record<string, Severity | 'off'> {
  const result: Record<string, Severity | 'off'> = {};
  for (const [id, level] of entriesOf(value)) {
    if (typeof level === 'string' && levels.includes(level)) result[id] = level as Severity | 'off';
    else
      problems.push({
        key: `commonGround.rules["${id}"]`,
        message: vscode.l10n.t('{0} is not one of {1}.', JSON.stringify(level), levels.join(', ')),
      });
  }
  return result;
}

/** Rules that the settings speak of and nobody has written. */
export function unknownRules(
  set: Readonly<Record<string, unknown>>,
  rules: readonly { readonly id: string }[],
): SettingProblem[] {
  const known = new Set(rules.map(({ id }) => id));
  return Object.keys(set)
    .filter((id) => !known.has(id) && !known.has(currentRuleId(id)))
    .map((id) => ({
      key: `commonGround.rules["${id}"]`,
      message: vscode.l10n.t('There is no rule “{0}”.', id),
    }));
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** How long the sentence being typed stays unmarked; `undefined` when it is marked at once. */
export function focusPause(): { seconds: number } | undefined {
  const configuration = vscode.workspace.getConfiguration('commonGround');
  if (configuration.get<unknown>('focusMode') === false) return undefined;
  const seconds = configuration.get<unknown>('focusPause');
  return { seconds: typeof seconds === 'number' && seconds >= 0 ? Math.min(seconds, 60) : 2 };
}
