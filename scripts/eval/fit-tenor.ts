import { readFileSync, writeFileSync } from 'node:fs';
import type { Block, Kind } from '../../src/document/draft/draft';
import { readDraft } from '../../src/document/draft/readDraft';
import { splitSentences } from '../../src/document/draft/sentences';
import { createAnalyzer, defaultSettings } from '../../src/engine/index';
import { splitContraction } from '../../src/language/contractions';
import { tagTokens } from '../../src/language/tagger';
import { createTokens, type Tokens, tokenise } from '../../src/language/tokens';
import { numberWord, vocabularySize } from '../../src/language/vocabulary';
import { prepareTenor, readModel, type TenorSource } from '../../src/wording/classifierModel';
import type { Rule } from '../../src/wording/compile';
import type { Surroundings } from '../../src/wording/conditions';
import { MOST_NAMES, nameWords, signs } from '../../src/wording/featureIndex';
import { visitFeatures } from '../../src/wording/features';
import { findInBlock } from '../../src/wording/find';
import { families } from '../../src/wording/rule';
import { builtInRules, readyRules } from '../../src/wording/ruleSet';
import { familyOf, readTenor, weightiest } from '../../src/wording/sentenceClassifier';
import { readLines } from './gold';
import {
  dataFolder,
  goldTexts,
  type Mark,
  type MarkedText,
  markedTexts,
  ownSentences,
  ruleExamples,
} from './sentences';

// Fits the tenor model: logistic regression, with a ridge, on marked sentences written for this project, on marked texts of the
// development data, and on whole mails and proposals in which next to nothing is to be marked. Prints five-fold cross-checked
// figures beside what the rules find alone; `--write` stores a model fitted on all of it.

const argument = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const RIDGE = argument('ridge', 0.02);
const EPOCHS = argument('epochs', 12);
const FEWEST = argument('fewest', 2);
/** Hints per 1,000 words of ordinary mail and proposals. */
const RATE = argument('rate', 1.25);
const NEUTRAL = argument('neutral', 0.5);
/** How much a sentence of a set counts beside one written for this. */
const weights: Readonly<Record<string, number>> = {
  gold: argument('gold', 2),
  examples: argument('example', 0.3),
  // What a rephrasing has made must not be marked again.
  rephrased: argument('rephrased', 0.5),
  'firm-sentences': argument('firm', 2),
  'office-routine': argument('firm', 2),
  mail: NEUTRAL,
  proposals: NEUTRAL,
};
const RATE_OF_LEARNING = 0.3;
const MOST = argument('most', 5000);
const MOST_OF_FAMILY = argument('most-of-family', 200);
/** A family with fewer marked passages is not told from the others. */
const FEWEST_PASSAGES = 100;
/** The fold of the sentences marked by two readers that nothing stored is fitted on. */
const KEPT = 4;
const ROUNDS = argument('rounds', 6);
/** Ordinary writing, in which next to nothing is to be marked. */
const neutral = new Set(['mail', 'proposals']);
/** Sets of which nothing may be marked. */
const unmarked = new Set(['rephrased', 'firm-sentences', 'office-routine']);
/** Log odds by which such sentences stay below the threshold. */
const MARGIN = 0.15;
const FOLDS = 5;

interface Sentence {
  readonly set: string;
  readonly fold: number;
  readonly around: Surroundings;
  readonly words: number;
  readonly marks: readonly Mark[];
  /** What rules mark in it. */
  readonly found: readonly { readonly start: number; readonly end: number }[];
  /** 1 marked, 0 not, in between where readers differ. */
  readonly target: number;
  readonly weight: number;
}

interface Sample {
  readonly keys: readonly number[];
  readonly target: number;
  readonly weight: number;
}

function main(folder: string): void {
  const texts = [...ownSentences(), ...ruleExamples(), ...markedTexts(folder), ...goldTexts(folder)].filter(
    notHeldTwice(folder),
  );
  const ordinary = (['mail', 'proposals'] as const).flatMap((set) =>
    readLines<{ text: string }>(folder, `${set}.jsonl`).map(({ text }, index): MarkedText => {
      return { set, kind: set === 'mail' ? 'email' : 'proposal', text, marks: [], fold: index % FOLDS };
    }),
  );
  const all = [...texts, ...ordinary];
  for (const { text } of all) numberWords(text);
  const analyzer = createAnalyzer({ ...defaultSettings, rules: rulesWithoutTenor() });
  const rules = new Map(builtInRules().map((rule) => [rule.id, rule]));
  const rephrased = texts.filter(({ set }) => set === 'examples').flatMap((text) => rephrasedOf(text, rules));
  const sentences = [...all, ...rephrased].flatMap((text) => sentencesOf(text, analyzer));
  const crossed: { sentence: Sentence; score: number; at: readonly [number, number]; family: string }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = readModel(prepareTenor(fitModel(sentences.filter((one) => one.fold !== fold))));
    for (const sentence of sentences)
      if (sentence.fold === fold) crossed.push({ sentence, ...judged(sentence, model) });
  }
  const threshold = report(crossed);
  if (!process.argv.includes('--write')) return;
  const fitted = fitFirmly(
    sentences.filter(({ set, fold }) => set !== 'gold' || fold !== KEPT),
    threshold,
  );
  const file = 'src/wording/classifierWeights.json';
  const about = `Fitted by scripts/eval/fit-tenor.ts (ridge ${RIDGE}, ${MOST} weights at most, ${RATE} hints per 1,000 words of ordinary text). Weights are hundredths of log odds.`;
  const stored = { about, ...fitted, enough: Math.round(threshold * 100) };
  writeFileSync(file, `${JSON.stringify(stored, null, 2)}\n`);
  console.log(
    `${file}: ${Object.keys(fitted.weights).length} weights, ${(readFileSync(file).length / 1024).toFixed(0)} KB`,
  );
}

/** Fits again with more weight on what a rephrasing has made and would still be marked, until next to none is. */
function fitFirmly(sentences: readonly Sentence[], threshold: number): TenorSource {
  let source = fitModel(sentences);
  let current = sentences;
  for (let round = 0; round < ROUNDS; round++) {
    const model = readModel(prepareTenor(source));
    const isMarked = ({ set, around }: Sentence) =>
      unmarked.has(set) && readTenor(around, model).score >= threshold - MARGIN;
    const marked = new Set(current.filter(isMarked));
    console.log(`round ${round + 1}: ${marked.size} rephrased or firm sentences would be marked`);
    if (marked.size === 0) break;
    current = current.map((one) => (marked.has(one) ? { ...one, weight: one.weight * 3 } : one));
    source = fitModel(current);
  }
  return source;
}

/** Texts that hold a sentence of the other set are left out, so that no fold sees what another is measured on. */
function notHeldTwice(folder: string): (text: MarkedText) => boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const gold = goldTexts(folder)
    .map(({ text }) => plain(text))
    .filter((text) => text.length > 15);
  return ({ set, text }) => set === 'gold' || !gold.some((one) => plain(text).includes(one));
}

function rulesWithoutTenor(): Record<string, 'off'> {
  return Object.fromEntries(families.map((family) => [`${family}/tenor`, 'off' as const]));
}

function numberWords(text: string): void {
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}][\p{L}\p{M}\d]*(?:['’]\p{L}+)*/gu)) {
    const parts = splitContraction(word);
    if (parts === undefined) numberWord(word);
    else for (const part of [parts.first, parts.second]) numberWord(part);
  }
}

/** Examples are taken for a paragraph each; two lines of one would pass for a salutation and a text. */
function blocksOf({ set, text, kind }: MarkedText): readonly Block[] {
  if (set !== 'examples' && set !== 'rephrased') return readDraft(text, { kind }).blocks;
  return [{ type: 'paragraph', start: 0, end: text.length, text, masks: [] }];
}

/** The text after each rephrasing that its own rule offers in it. */
function rephrasedOf(text: MarkedText, rules: ReadonlyMap<string, Rule>): MarkedText[] {
  const rule = rules.get(text.rule ?? '');
  if (rule === undefined || text.marks.length === 0) return [];
  const options = { kind: text.kind, tag: tagTokens };
  return blocksOf(text).flatMap((block) =>
    findInBlock(block, readyRules([rule]), options).flatMap(({ start, end, suggestions }) =>
      suggestions.map((suggestion): MarkedText => {
        const [from, to] = [block.start + start, block.start + end];
        const after = text.text.slice(0, from) + suggestion.text + text.text.slice(to);
        return { ...text, set: 'rephrased', text: after, marks: [] };
      }),
    ),
  );
}

function sentencesOf(text: MarkedText, analyzer: ReturnType<typeof createAnalyzer>): Sentence[] {
  const findings = analyzer.findings(analyzer.read(text.text, { kind: text.kind }));
  const sentences: Sentence[] = [];
  for (const block of blocksOf(text)) {
    if (block.type !== 'paragraph' && block.type !== 'list-item') continue;
    for (const { start, end } of splitSentences(block.text, block.masks)) {
      const tokens = tokenise(block.text, start, end, block.masks, createTokens(32));
      if (tokens.count < 2) continue;
      const [from, to] = [block.start + start, block.start + end];
      const marks = text.marks.filter((mark) => mark.start < to && mark.end > from);
      const sure = marks.some((mark) => mark.sure);
      const found = findings.filter((finding) => finding.start < to && finding.end > from);
      sentences.push({
        set: text.set,
        fold: text.fold,
        around: { tokens, block, kind: text.kind as Kind, start, end, asked: new Map() },
        words: tokens.count,
        marks,
        found,
        target: sure ? 1 : marks.length > 0 ? 0.5 : 0,
        weight: neutral.has(text.set) && found.length > 0 ? 0 : (weights[text.set] ?? 1),
      });
    }
  }
  return sentences;
}

/** Token ranges of what rules mark in a sentence. */
function takenIn({ around: { tokens, block }, found }: Sentence): [number, number][] {
  return found.map(({ start, end }) => {
    const inside = (at: number) => block.start + tokens.starts[at]! < end && block.start + tokens.ends[at]! > start;
    const held = Array.from({ length: tokens.count }, (_, at) => at).filter(inside);
    return held.length === 0 ? [0, 0] : [held[0]!, held.at(-1)! + 1];
  });
}

function judged(sentence: Sentence, model: ReturnType<typeof readModel>) {
  const { around } = sentence;
  const taken = takenIn(sentence);
  const { score, shares } = readTenor(around, model, taken);
  const at = weightiest(around.tokens, shares, taken);
  return { score, at, family: familyOf(around, model, at) };
}

/** Words and signs that training sees often enough, most frequent first. */
function namesIn(sentences: readonly Sentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { around } of sentences)
    for (let at = 0; at < around.tokens.count; at++) {
      const word = wordAt(around.tokens, at);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  const words = [...counts]
    .filter(([word, count]) => count >= FEWEST && /^\p{L}/u.test(word))
    .sort((a, b) => b[1] - a[1]);
  return [...signs, ...words.map(([word]) => word).slice(0, MOST_NAMES - signs.length - 1)];
}

/** The word as the vocabulary knows it: the second half of "don't" is "not". */
function wordAt({ text, starts, ends }: Tokens, at: number): string {
  const written = text.slice(starts[at], ends[at]).toLowerCase();
  if (at > 0 && starts[at] === ends[at - 1]) {
    const whole = text.slice(starts[at - 1], ends[at]).toLowerCase();
    return splitContraction(whole)?.second ?? written;
  }
  if (ends[at] === starts[at + 1]) {
    const whole = text.slice(starts[at], ends[at + 1]).toLowerCase();
    return splitContraction(whole)?.first ?? written;
  }
  return written;
}

function fitModel(sentences: readonly Sentence[]): TenorSource {
  const list = namesIn(sentences);
  const names = nameWords(list, vocabularySize());
  const samples = sentences
    .filter(({ weight }) => weight > 0)
    .map(({ around, target, weight }): Sample => ({ keys: keysOf(around, names), target, weight }));
  const { bias, weights: fitted } = regress(samples, MOST);
  const byFamily = fitFamilies(sentences, names);
  const named = (some: ReadonlyMap<number, number>) =>
    Object.fromEntries(
      [...some]
        .map(([key, weight]): [string, number] => [nameOfKey(key, list), Math.round(weight * 100)])
        .filter(([, weight]) => weight !== 0)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return {
    enough: 0,
    bias: Math.round(bias * 100),
    weights: named(fitted),
    families: Object.fromEntries(
      [...byFamily].map(([family, one]) => [family, { bias: Math.round(one.bias * 100), weights: named(one.weights) }]),
    ),
  };
}

function keysOf(around: Surroundings, names: ReturnType<typeof nameWords>): number[] {
  const keys = new Set<number>();
  visitFeatures(around, names, (key) => keys.add(key));
  return [...keys];
}

function nameOfKey(key: number, list: readonly string[]): string {
  if (key < MOST_NAMES) return list[key - 1]!;
  const apart = key >= MOST_NAMES * MOST_NAMES;
  const pair = apart ? key - MOST_NAMES * MOST_NAMES : key;
  const [first, second] = [Math.floor(pair / MOST_NAMES), pair % MOST_NAMES];
  return `${list[first - 1]}${apart ? ' _ ' : ' '}${list[second - 1]}`;
}

/** A model of the keys that matter most: fitted with all of them, cut, fitted again. */
function regress(samples: readonly Sample[], most: number): { bias: number; weights: Map<number, number> } {
  const counts = new Map<number, number>();
  for (const { keys } of samples) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const first = descend(
    samples,
    [...counts].filter(([, count]) => count >= FEWEST).map(([key]) => key),
  );
  const worth = ([key, weight]: [number, number]) => Math.abs(weight) * Math.sqrt(counts.get(key)!);
  const best = [...first.weights].sort((a, b) => worth(b) - worth(a)).slice(0, most);
  return descend(
    samples,
    best.map(([key]) => key),
  );
}

/** Logistic regression by stochastic gradient with AdaGrad's steps. */
function descend(
  samples: readonly Sample[],
  chosen: readonly number[],
): { bias: number; weights: Map<number, number> } {
  const index = new Map(chosen.map((key, at) => [key, at]));
  const rows = samples.map(({ keys }) => keys.flatMap((key) => index.get(key) ?? []));
  const weights = new Float64Array(index.size);
  const squares = new Float64Array(index.size).fill(1e-3);
  let bias = -0.5;
  let square = 1e-3;
  let seed = 1;
  const random = () => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  const order = samples.map((_, at) => at);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let last = order.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other]!, order[last]!];
    }
    for (const at of order) {
      const { target, weight } = samples[at]!;
      let sum = bias;
      for (const key of rows[at]!) sum += weights[key]!;
      const error = (1 / (1 + Math.exp(-sum)) - target) * weight;
      square += error * error;
      bias -= (RATE_OF_LEARNING / Math.sqrt(square)) * error;
      for (const key of rows[at]!) {
        const slope = error + RIDGE * weights[key]!;
        squares[key]! += slope * slope;
        weights[key]! -= (RATE_OF_LEARNING / Math.sqrt(squares[key]!)) * slope;
      }
    }
  }
  return { bias, weights: new Map([...index].map(([key, at]) => [key, weights[at]!])) };
}

/** For each family, which words of a marked passage tell it from passages of the others. */
function fitFamilies(sentences: readonly Sentence[], names: ReturnType<typeof nameWords>) {
  const passages: { keys: number[]; families: readonly string[]; weight: number; real: boolean }[] = [];
  for (const { around, marks, set } of sentences)
    for (const mark of marks) {
      const { tokens, block } = around;
      const keys = new Set<number>();
      visitFeatures(around, names, (key, from, to) => {
        const inside =
          to === 0 ||
          (to > from &&
            block.start + tokens.starts[from]! < mark.end &&
            block.start + tokens.ends[to - 1]! > mark.start);
        if (inside) keys.add(key);
      });
      passages.push({
        keys: [...keys],
        families: mark.families,
        weight: weights[set] ?? 1,
        real: set !== 'examples',
      });
    }
  const wanted = families.filter(
    (family) => passages.filter((one) => one.real && one.families[0] === family).length >= FEWEST_PASSAGES,
  );
  return new Map(
    wanted.map((family) => {
      const rows = passages.map(({ keys, families: own, weight }) => ({
        keys,
        target: own.includes(family) ? 1 : 0,
        weight,
      }));
      return [family, regress(rows, MOST_OF_FAMILY)] as const;
    }),
  );
}

/** Prints recall with and without, by set, and returns the threshold at which the hint rate is what was asked for. */
function report(
  crossed: readonly { sentence: Sentence; score: number; at: readonly [number, number]; family: string }[],
): number {
  const isNeutral = ({ sentence }: (typeof crossed)[number]) => neutral.has(sentence.set);
  const ranked = crossed.filter(isNeutral).sort((a, b) => b.score - a.score);
  const words = ranked.reduce((sum, { sentence }) => sum + sentence.words, 0);
  const thresholdAt = (rate: number) => ranked[Math.floor((rate / 1000) * words)]!.score;
  for (const rate of [0.5, RATE, RATE * 1.5, RATE * 2]) {
    const threshold = thresholdAt(rate);
    console.log(`\n${rate} hints per 1,000 words, from ${threshold.toFixed(2)}`);
    for (const set of new Set(crossed.filter((one) => !isNeutral(one)).map(({ sentence }) => sentence.set))) {
      let [wanted, byRules, byBoth, hints, right, family] = [0, 0, 0, 0, 0, 0];
      for (const { sentence, score, at, family: told } of crossed) {
        if (sentence.set !== set) continue;
        const { tokens, block } = sentence.around;
        const hint = score >= threshold && at[1] > at[0];
        const [start, end] = hint
          ? [block.start + tokens.starts[at[0]]!, block.start + tokens.ends[at[1] - 1]!]
          : [0, 0];
        const touches = (mark: Mark) => hint && start < mark.end && end > mark.start;
        if (hint) hints++;
        if (sentence.marks.some(touches)) right++;
        if (sentence.marks.some((mark) => touches(mark) && mark.families.includes(told))) family++;
        for (const mark of sentence.marks) {
          if (!mark.sure) continue;
          const ruled = sentence.found.some((one) => one.start < mark.end && one.end > mark.start);
          wanted++;
          if (ruled) byRules++;
          if (ruled || touches(mark)) byBoth++;
        }
      }
      const share = (part: number, whole: number) => (part / whole).toFixed(2);
      console.log(
        `  ${set.padEnd(24)} rules ${share(byRules, wanted)}, with hints ${share(byBoth, wanted)}; ${hints} hints, right ${share(right, hints)}, family ${share(family, right)}`,
      );
    }
  }
  return thresholdAt(RATE);
}

const data = dataFolder();
if (data === undefined) console.log('The development data is not here: nothing to fit.');
else main(data);
