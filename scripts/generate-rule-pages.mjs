import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { familyFigure, readFigures } from './generate-figures.mjs';
import { loadModule } from './load-module.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const load = (file) => loadModule(path.join(root, 'src', file));

/** A page for each family, with its rules, by path from the project's root. */
export async function generateRulePages() {
  const [{ builtIn }, { familyPage }] = await Promise.all([load('wording/builtIn.ts'), load('present/rulePage.ts')]);
  const figures = await readFigures();
  return Object.fromEntries(
    builtIn().families.map((family) => [
      `docs/rules/${family.family}.md`,
      withFigure(familyPage(family), familyFigure(figures, family.family)),
    ]),
  );
}

/** Above the first rule of a page. */
function withFigure(page, sentence) {
  return page.replace('\n<a id=', `\n${sentence}\n\n<a id=`);
}

/** The overview of the families. */
export async function generateOverview() {
  const [{ builtIn }, { overviewPage }] = await Promise.all([
    load('wording/builtIn.ts'),
    load('present/familyOverview.ts'),
  ]);
  const link = (id) => `rules/${id.replace('/', '.md#')}`;
  return { 'docs/families.md': overviewPage(builtIn().families, link) };
}
