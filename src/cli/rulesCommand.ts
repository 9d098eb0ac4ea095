import { createAnalyzer } from '../engine/index';
import { shortReference } from '../engine/rules';
import { inMarkdown } from '../engine/text';
import { choose, print, UsageError } from './common';
import type { Options } from './options';

/** Lists the rules. */
export async function listRules(words: readonly string[], options: Options): Promise<number> {
  if (words.length > 0) throw new UsageError('rules lists all rules and takes no names.');
  const format = choose('format', options.format, ['json', 'md'], 'md');
  const rules = createAnalyzer().rules.map(({ id, family, title, severity, stance, grade, message, why, sources }) => ({
    id,
    family,
    title,
    severity,
    stance,
    grade,
    message,
    why,
    sources: sources.map(shortReference),
  }));
  if (format === 'json') await print(`${JSON.stringify(rules, null, 2)}\n`);
  else {
    const rows = rules.map(
      ({ id, title, severity, grade, why }) =>
        `| \`${id}\` | ${inMarkdown(title)} | ${severity} | ${grade} | ${inMarkdown(why)} |`,
    );
    await print(['| Rule | Title | Severity | Evidence | Why |', '|---|---|---|---|---|', ...rows, ''].join('\n'));
  }
  return 0;
}
