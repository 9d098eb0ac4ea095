import type { Rule } from './compile';
import type { Family, Severity } from './rule';
import stances from './stances.yaml';

export type WritingStance = 'keep-alive' | 'protect-price' | 'repair-relationship';

/** The user's choices about which rules show, and how strongly. */
export interface RuleSettings {
  readonly stance: WritingStance;
  /** Families switched off are false. */
  readonly families: Readonly<Partial<Record<Family, boolean>>>;
  /** By rule id; stronger than the family and the stance. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

export const defaultRuleSettings: RuleSettings = { stance: 'keep-alive', families: {}, rules: {} };

/** How a rule shows under these settings: what is said of the rule itself wins over its family, and that over the stance. */
export function severityUnder(
  settings: RuleSettings,
): (rule: Pick<Rule, 'id' | 'family' | 'severity'>) => Severity | 'off' {
  const hidden = new Set((stances as Record<WritingStance, { hide: Family[] }>)[settings.stance]?.hide);
  return ({ id, family, severity }) => {
    const chosen = Object.hasOwn(settings.rules, id) ? settings.rules[id] : undefined;
    if (chosen !== undefined) return chosen;
    const shown = settings.families[family];
    if (shown === false || (shown !== true && hidden.has(family))) return 'off';
    return severity;
  };
}
