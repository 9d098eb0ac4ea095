import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './paths.mjs';

const start = '<!-- The figures are made from training/wording/figures.json: npm run generate -->';
const end = '<!-- end of the figures -->';

/** The README with how often findings were right, between its two marks. */
export async function generateFigures() {
  const text = await readFile(path.join(root, 'README.md'), 'utf8');
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error('README.md has lost the marks between which the figures stand');
  return {
    'README.md': `${text.slice(0, from + start.length)}\n\n${bySeverity(await readFigures())}\n\n${text.slice(to)}`,
  };
}

export async function readFigures() {
  return JSON.parse(await readFile(path.join(root, 'training/wording/figures.json'), 'utf8'));
}

function bySeverity({ sentences, severities, warningMarks, calm }) {
  const row = (name, { right, of }) => `| ${name} | ${of} | ${percent(right, of)} |`;
  return [
    `| In ${sentences} sentences of mail and discussions | shown | right |`,
    '|---|---:|---:|',
    ...['warning', 'information', 'hint'].map((name) => row(name, severities[name])),
    '',
    `Of ${warningMarks.of} wordings that a reader found hostile or harmful, ${percent(warningMarks.found, warningMarks.of)} were underlined. In ` +
      `${thousands(calm.words)} words of calm text there were ${rate(calm.findings, calm.words)} findings and ${rate(calm.hints, calm.words)} hints in a thousand words.`,
  ].join('\n');
}

/** What the page of a family says of how often its findings were right. */
export function familyFigure({ families }, family) {
  const { right, of } = families[family] ?? { right: 0, of: 0 };
  if (of === 0)
    return 'In the text it was measured on, this family marked nothing, so nothing can be said of how often it is right.';
  if (of < FEWEST)
    return `In the text it was measured on, this family marked only ${of === 1 ? 'one place' : `${of} places`}, too few to say how often it is right.`;
  return `In the text it was measured on, which no rule was written for, ${right} of its ${of} findings were right.`;
}

/** Fewer findings than this tell nothing. */
const FEWEST = 5;

function percent(part, whole) {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}

function rate(count, words) {
  return ((1000 * count) / words).toFixed(2);
}

function thousands(count) {
  return (Math.round(count / 1000) * 1000).toLocaleString('en');
}
