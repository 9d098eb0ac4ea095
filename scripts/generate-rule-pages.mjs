import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModule } from './load-module.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const load = (file) => loadModule(path.join(root, 'src/wording', file));

/** The page of each rule, by path from the project's root. */
export async function generateRulePages() {
  const [{ compileBuiltInRules }, { rulePage }] = await Promise.all([load('ruleSet.ts'), load('page.ts')]);
  return Object.fromEntries(compileBuiltInRules().map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)]));
}

/** The overview of the families. */
export async function generateOverview() {
  const [{ builtInFamilies }, { overviewPage }] = await Promise.all([load('ruleSet.ts'), load('overview.ts')]);
  return { 'docs/families.md': overviewPage(builtInFamilies, (id) => `rules/${id}.md`) };
}
