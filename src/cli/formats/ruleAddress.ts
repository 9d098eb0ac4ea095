import { homepage } from '../../../package.json';

/** The public page of a rule. */
export function ruleAddress(id: string): string {
  const [family, name] = id.split('/');
  return `${homepage.replace(/#.*$/, '')}/blob/main/docs/rules/${family}.md#${name}`;
}
