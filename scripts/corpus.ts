import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createAnalyzer } from '../src/engine/index';
import { createPositionAt } from '../src/engine/text';
import { type MarkedSentence, readSentences } from './corpus-sentences';

// What the product finds in the corpus, a line a finding, in corpus/expected.snap. `npm run corpus` writes it anew and shows what has
// changed; with --check it writes nothing, and a difference is an error.

const check = process.argv.includes('--check');
const snapshot = path.resolve('corpus/expected.snap');
const analyzer = createAnalyzer();

const sections = new Map<string, string[]>();
for (const file of filesIn('corpus/sentences')) sections.set(file, describeSentences(readSentences(file)));
for (const folder of ['corpus/texts', 'corpus/threads', 'corpus/cases'])
  for (const file of filesIn(folder))
    sections.set(file, describeText(file, writersOf(folder).get(path.basename(file))));

const before = parseSnapshot(readFileSync(snapshot, { encoding: 'utf8', flag: 'a+' }));
const changes = differences(before, sections);
for (const line of changes) console.log(line);
if (changes.length === 0) console.log(`${sections.size} files of the corpus are read as before`);
else if (check) {
  console.log('\nWhere this is meant, run "npm run corpus" and commit corpus/expected.snap.');
  process.exitCode = 1;
} else {
  const text = [...sections].map(([file, lines]) => `# ${file}\n${lines.map((line) => `${line}\n`).join('')}`);
  writeFileSync(snapshot, text.join('\n'));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(txt|md|eml|email|html|rst|tex|adoc|org)$/.test(name) && name !== 'README.md')
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .sort();
}

/** Sentences by the number of their line; the first line counts what careful readers marked. */
function describeSentences(sentences: readonly MarkedSentence[]): string[] {
  const lines: string[] = [];
  const counts = { marks: 0, found: 0, outside: 0 };
  sentences.forEach(({ kind, text, marks }, index) => {
    const findings = analyzer.findings(analyzer.read(text, { kind }));
    counts.marks += marks.length;
    counts.found += marks.filter((mark) => findings.some((finding) => overlap(mark, finding))).length;
    counts.outside += findings.filter((finding) => !marks.some((mark) => overlap(mark, finding))).length;
    for (const { severity, ruleId, text: words } of findings) lines.push(say(index + 1, severity, ruleId, words));
  });
  return [`${counts.found} of ${counts.marks} marks found, ${counts.outside} findings outside of marks`, ...lines];
}

/** What a whole text is taken for, what is found in it, and, where it holds an exchange, how the talks stand. */
function describeText(file: string, me: string | undefined): string[] {
  const text = readFileSync(file, 'utf8');
  const draft = analyzer.read(text, { path: path.basename(file) });
  const positionAt = createPositionAt(text);
  const thread = analyzer.thread(draft, me === undefined ? {} : { me });
  const { stalled, causes, messages } = analyzer.diagnose(thread);
  const sides = messages.map(({ by }) => (by === 'me' ? 'm' : by === 'them' ? 't' : '?')).join('');
  const named = causes.slice(0, 3).map(({ id }) => id);
  return [
    `${draft.kind.kind}, ${analyzer.isActive(draft) ? 'checked' : 'not checked'}`,
    ...(messages.length > 1 ? [`messages ${sides}, stalled ${stalled}${named.map((id) => `, ${id}`).join('')}`] : []),
    ...(analyzer.isActive(draft)
      ? [
          ...analyzer
            .findings(draft)
            .map(({ severity, ruleId, start, text: words }) =>
              say(positionAt(start).line + 1, severity, ruleId, words),
            ),
          ...analyzer.checks(draft, thread).map(({ id, start }) => `${positionAt(start).line + 1}: check ${id}`),
        ]
      : []),
  ];
}

function say(line: number, severity: string, ruleId: string, words: string): string {
  return `${line}: ${severity} ${ruleId} “${words.replace(/\s+/g, ' ')}”`;
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && a.end > b.start;
}

/** Who the user is in each thread, where its truth says so. */
function writersOf(folder: string): Map<string, string> {
  if (folder !== 'corpus/threads') return new Map();
  const rows = readFileSync(`${folder}/truth.jsonl`, 'utf8').trim().split('\n');
  return new Map(
    rows.flatMap((row) => {
      const { file, me, meLine } = JSON.parse(row) as { file: string; me: string | null; meLine: boolean };
      return me === null || meLine ? [] : [[file, me] as const];
    }),
  );
}

function parseSnapshot(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const part of text.split(/^# /m).slice(1)) {
    const [file, ...lines] = part.split('\n');
    found.set(
      file!,
      lines.filter((line) => line !== ''),
    );
  }
  return found;
}

function differences(old: ReadonlyMap<string, string[]>, now: ReadonlyMap<string, string[]>): string[] {
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((file) => {
    const gone = without(old.get(file) ?? [], now.get(file) ?? []);
    const come = without(now.get(file) ?? [], old.get(file) ?? []);
    if (gone.length + come.length === 0) return [];
    return [file, ...gone.map((line) => `  - ${line}`), ...come.map((line) => `  + ${line}`)];
  });
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return lines.filter((line) => !known.has(line));
}
