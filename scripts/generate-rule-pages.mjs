import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModule } from './load-module.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const load = (file) => loadModule(path.join(root, 'src/wording', file));

/** The page of each rule, by path from the project's root. */
export async function generateRulePages() {
  const [{ builtInRules }, { rulePage }] = await Promise.all([
    load('ruleSet.ts'),
    loadModule(path.join(root, 'src/present/rulePage.ts')),
  ]);
  return Object.fromEntries(builtInRules().map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)]));
}

/** The overview of the families. */
export async function generateOverview() {
  const [{ builtIn }, { overviewPage }] = await Promise.all([
    load('builtIn.ts'),
    loadModule(path.join(root, 'src/present/familyOverview.ts')),
  ]);
  return { 'docs/families.md': overviewPage(builtIn().families, (id) => `rules/${id}.md`) };
}
