import { writeFileSync } from 'node:fs';
import { createAnalyzer } from '../../src/engine/index';
import type { Severity } from '../../src/wording/rule';
import { type Mark, readMarked } from './readMarked';

// Counts how often findings are right on marked text that nothing was fitted on, by family and severity, and how many there are in calm text:
// npm run figures -- FOLDER. Writes training/wording/figures.json, which the README and the pages of the families are made of.

interface Tally {
  right: number;
  of: number;
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('npm run figures -- FOLDER, with real/texts.jsonl, real/labels.jsonl and calm/*.jsonl in it.');
  process.exit(2);
}

const analyzer = createAnalyzer();
const severities: Record<Severity, Tally> = { warning: none(), information: none(), hint: none() };
const families: Record<string, Tally> = {};
const calm = { words: 0, findings: 0, hints: 0 };
let sentences = 0;
const found = { marks: 0, warnings: 0 };

for (const { set, text, kind, read } of readMarked(folder)) {
  const findings = analyzer.findings(analyzer.read(text, { kind }));
  if (set === 'calm') {
    calm.words += text.split(/\s+/).filter((word) => word !== '').length;
    const hints = findings.filter(({ severity }) => severity === 'hint').length;
    calm.hints += hints;
    calm.findings += findings.length - hints;
    continue;
  }
  for (const sentence of read ?? []) {
    sentences++;
    const inside = findings.filter(({ start, end }) => start < sentence.end && end > sentence.start);
    for (const finding of inside) {
      const isRight = sentence.marks.some((mark) => speaksOf(finding, mark));
      count(severities[finding.severity], isRight);
      if (finding.severity === 'hint') continue;
      families[finding.family] ??= none();
      count(families[finding.family]!, isRight);
    }
    for (const mark of sentence.marks.filter(({ severity }) => severity === 'warning')) {
      found.marks++;
      if (inside.some((finding) => finding.severity !== 'hint' && speaksOf(finding, mark))) found.warnings++;
    }
  }
}

const sorted = Object.fromEntries(Object.entries(families).sort(([a], [b]) => (a < b ? -1 : 1)));
const figures = {
  sentences,
  severities,
  families: sorted,
  warningMarks: { found: found.warnings, of: found.marks },
  calm,
};
writeFileSync('training/wording/figures.json', `${JSON.stringify(figures, null, 2)}\n`);
console.log(JSON.stringify(figures, null, 2));

/** A finding speaks of a mark where they share half of the shorter one and the finding is not much longer than what was marked. */
function speaksOf(finding: { start: number; end: number }, mark: Mark): boolean {
  const shared = Math.min(finding.end, mark.end) - Math.max(finding.start, mark.start);
  const [length, marked] = [finding.end - finding.start, mark.end - mark.start];
  return shared >= Math.min(length, marked) / 2 && length <= 3 * marked + 20;
}

function none(): Tally {
  return { right: 0, of: 0 };
}

function count(tally: Tally, isRight: boolean): void {
  tally.of++;
  if (isRight) tally.right++;
}
