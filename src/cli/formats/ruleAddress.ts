import { homepage } from '../../../package.json';
import { knownRuleIds } from '../../engine/rules';

let known: ReadonlySet<string> | undefined;

/** The public page of a built-in rule; a rule of a team has none. */
export function ruleAddress(id: string): string | undefined {
  known ??= knownRuleIds();
  if (!known.has(id)) return undefined;
  const [family, name] = id.split('/');
  return `${homepage.split('#', 1)[0]}/blob/main/docs/rules/${family}.md#${name}`;
}
