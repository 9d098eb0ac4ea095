import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { builtInRules } from '../../src/wording/ruleSet';
import { dataFolder, type GoldSentence, readLines } from './gold';
import { foldOf } from './wording';

/** A mark on a text. Offsets are UTF-16 code units, ends exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly families: readonly string[];
  /** Two careful readers agree on it, or would. */
  readonly sure: boolean;
}

export interface MarkedText {
  /** The set that it comes from. */
  readonly set: string;
  readonly kind: 'email' | 'proposal';
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Neighbours are often variations of one another and stay together. */
  readonly fold: number;
  /** The rule that it is an example of. */
  readonly rule?: string;
}

const own = path.resolve('corpus/sentences');
const firm = path.resolve('test/fixtures/firm.txt');
const FOLDS = 5;
const TOGETHER = 10;

/** The sentences written for this project: `kind | text with ⟦marks⟧{family,family}`, one a line; "?" before a family means unsure. */
export function ownSentences(): MarkedText[] {
  const unmarked = readFileSync(firm, 'utf8').replace(/^(?=.)/gm, 'email | ');
  const marked = readdirSync(own)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readLinesOf(readFileSync(path.join(own, name), 'utf8'), name.slice(0, -4)));
  return [...marked, ...readLinesOf(unmarked, 'firm-sentences')];
}

function readLinesOf(text: string, set: string): MarkedText[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => readLine(line, set, Math.floor(index / TOGETHER) % FOLDS));
}

function readLine(line: string, set: string, fold: number): MarkedText {
  const bar = line.indexOf(' | ');
  const kind = line.slice(0, bar);
  if (kind !== 'email' && kind !== 'proposal') throw new Error(`${set}: not “kind | text”: ${line}`);
  let text = '';
  const marks: Mark[] = [];
  for (const part of line.slice(bar + 3).split(/(⟦[^⟧]*⟧\{[^}]*\})/)) {
    const mark = /^⟦([^⟧]*)⟧\{([^}]*)\}$/.exec(part);
    const words = mark?.[1] ?? part;
    if (mark !== null) {
      const families = mark[2]!.split(',').map((family) => family.trim());
      const sure = !families.some((family) => family.startsWith('?'));
      marks.push({
        start: text.length,
        end: text.length + words.length,
        families: families.map((family) => family.replace('?', '')),
        sure,
      });
    }
    text += words;
  }
  return { set, kind, text, marks, fold };
}

/** The examples of the built-in rules: what fires and what stays silent. */
export function ruleExamples(): MarkedText[] {
  const places = new Map<string, number>();
  return builtInRules().flatMap(({ id, family, examples }) => {
    const place = places.get(family) ?? 0;
    places.set(family, place + 1);
    const { fires, silent } = examples!;
    const texts = [...fires.map((example) => (typeof example === 'string' ? example : example.text)), ...silent];
    return texts.map((marked): MarkedText => {
      const start = marked.indexOf('[');
      const end = marked.indexOf(']') - 1;
      const text = marked.replace(/[[\]]/g, '');
      const marks = start < 0 || end < start ? [] : [{ start, end, families: [family], sure: true }];
      return { set: 'examples', kind: 'email', text, marks, fold: place % FOLDS, rule: id };
    });
  });
}

/** Marks by one reader on texts of the development data, which are named and not repeated here. */
export function markedTexts(folder: string): MarkedText[] {
  const texts = new Map<string, string>();
  for (const file of ['offers.jsonl', 'requests.jsonl'])
    for (const { id, text } of readLines<{ id: string; text: string }>(folder, file)) texts.set(`${file} ${id}`, text);
  return readLines<{ file: string; id: string; marks: Mark[] }>(path.resolve('scripts/eval'), 'marks.jsonl').flatMap(
    ({ file, id, marks }, index) => {
      const text = texts.get(`${file} ${id}`);
      const fold = Math.floor(index / TOGETHER) % FOLDS;
      return text === undefined ? [] : [{ set: file.replace('.jsonl', ''), kind: 'email' as const, text, marks, fold }];
    },
  );
}

/** The sentences that two readers marked. */
export function goldTexts(folder: string): MarkedText[] {
  return readLines<GoldSentence>(folder, 'wording-gold.jsonl').map(({ id, kind, text, must, may }) => ({
    set: 'gold',
    kind,
    text,
    fold: foldOf(id),
    marks: [...must.map((mark) => ({ ...mark, sure: true })), ...may.map((mark) => ({ ...mark, sure: false }))].flatMap(
      ({ span, families, sure }) => {
        const start = text.indexOf(span);
        return start < 0 ? [] : [{ start, end: start + span.length, families, sure }];
      },
    ),
  }));
}

export { dataFolder };
