import type { BuiltIn } from '../wording/builtIn';
import research from '../wording/research.yaml';
import { inMarkdown } from './inMarkdown';

interface Paragraph {
  readonly title: string;
  readonly text: string;
}

const { intro, shows, doubts } = research as { intro: string; shows: Paragraph[]; doubts: Paragraph[] };

/** The families in Markdown, with what the research shows and does not. `link` makes the address of a rule's page. */
export function overviewPage(families: BuiltIn['families'], link: (ruleId: string) => string): string {
  const paragraphs = (list: readonly Paragraph[]) => list.flatMap(({ title, text }) => [`**${title}.** ${text}`, '']);
  return [
    '# Families of wording',
    '',
    intro.trim(),
    '',
    '## What the research shows',
    '',
    ...paragraphs(shows),
    '## Where it disagrees',
    '',
    ...paragraphs(doubts),
    ...families.flatMap((family) => [
      `## ${inMarkdown(family.title ?? family.family)}`,
      '',
      ...(family.summary === undefined ? [] : [inMarkdown(family.summary), '']),
      ...family.rules.map(({ id, title }) => `- [${inMarkdown(title)}](${link(id)})`),
      '',
    ]),
  ].join('\n');
}
