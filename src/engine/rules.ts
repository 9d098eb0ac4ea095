import { lists } from '../wording/builtIn';
import { knownRuleIds } from '../wording/ruleSet';
import type { TeamRules } from '../wording/teamRules';

export { nearest } from '../language/nearest';
export { overviewPage } from '../present/familyOverview';
export { rulePage } from '../present/rulePage';
export { builtIn, currentRuleId } from '../wording/builtIn';
export { readExample } from '../wording/exampleText';
export { fillMessage } from '../wording/message';
export { shortReference } from '../wording/references';
export { type Examples, families } from '../wording/rule';
export { builtInRules } from '../wording/ruleSet';
export { knownRuleIds };

/** Reads a file of team rules. Few users have one, and what parses it takes its time to load. */
export function readTeamRules(text: string): TeamRules {
  const teamRules = require('../wording/teamRules') as typeof import('../wording/teamRules');
  return teamRules.readTeamRules(text, lists, knownRuleIds());
}
