import { playbook } from './read';
import type { PreparationSection } from './types';

/**
 * A preparation sheet to fill in, as Markdown. Private sections are left out and a note stands in their place, so
 * that what must never be sent has no line in a file. The front matter keeps the sheet from being checked as a draft.
 */
export function preparationSheet(): string {
  const { title, intro, privateNote, sections } = playbook.preparation;
  const parts = sections.map((section) =>
    section.private ? `## ${section.title}\n\n${privateNote}\n` : openSection(section),
  );
  return `---\ncommonGround: off\n---\n\n# ${title}\n\n${intro}\n\n${parts.join('\n')}`;
}

function openSection({ title, prompts, columns }: PreparationSection): string {
  const questions = prompts.map((prompt) => `- ${prompt}`).join('\n');
  return `## ${title}\n\n${questions}\n\n${columns ? emptyTable(columns) : ''}`;
}

function emptyTable(columns: readonly string[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const blank = row(columns.map(() => ' '));
  return row(columns) + row(columns.map(() => '---')) + blank + blank + blank;
}
