import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Block } from '../../src/document/draft/draft';
import { readDraft } from '../../src/document/draft/readDraft';
import { tagTokens } from '../../src/language/tagger';
import { createTokens, tokenise } from '../../src/language/tokens';
import { atomNames } from '../../src/wording/clauses/clauseAtoms';
import { isCharged } from '../../src/wording/clauses/clauseLexicon';
import type { ScoredClause } from '../../src/wording/clauses/clauseProposer';
import { proposeInBlock } from '../../src/wording/propose';
import { builtInRuleSet } from '../../src/wording/ruleSet';
import { type BlockProposals, clauseFor, type SentenceProposals } from '../../src/wording/weighing/proposal';
import { visitLocal, visitRest } from '../../src/wording/weighing/proposalFeatures';
import { sumUp, without } from '../../src/wording/weighing/weigh';
import { type ExampleText, exampleTexts } from './exampleRows';
import { type Mark, type MarkedText, readMarked } from './readMarked';

/** One in so many calm clauses is kept: there are far more of them than of the marked. */
const CALM_SHARE = 4;

export const tables = path.resolve('training/wording');

/**
 * Writes what the built-in rules propose in marked and calm texts, and what is seen in their clauses, to `training/wording`: features,
 * marks and hashed sources, no text.
 */
export function writeTables(folder: string): void {
  const texts = readMarked(folder);
  const clauses: string[] = [];
  const proposals: string[] = [];
  let words = new Map<string, number>();
  for (const text of texts) {
    readText(text, clauses, proposals);
    if (text.set === 'calm')
      words = words.set(text.genre, (words.get(text.genre) ?? 0) + text.text.split(/\s+/).length);
  }
  for (const example of exampleTexts()) addExample(example, clauses, proposals);
  mkdirSync(tables, { recursive: true });
  const head = { atoms: atomNames, calmShare: CALM_SHARE };
  writeFileSync(path.join(tables, 'clauses.tsv'), `${JSON.stringify(head)}\n${clauses.join('\n')}\n`);
  writeFileSync(
    path.join(tables, 'proposals.tsv'),
    `${JSON.stringify({ calmWords: Object.fromEntries(words) })}\n${withNames(proposals)}\n`,
  );
  console.log(`${texts.length} texts, ${clauses.length} clauses, ${proposals.length} proposals`);
}

function readText(text: MarkedText, clauses: string[], proposals: string[]): void {
  const draft = readDraft(text.text, { kind: text.kind });
  const read: { block: Block; found: BlockProposals; seen: [SentenceProposals, readonly ScoredClause[]][] }[] = [];
  for (const block of draft.blocks) {
    const seen: [SentenceProposals, readonly ScoredClause[]][] = [];
    const found = proposeInBlock(block, builtInRuleSet(), {
      kind: text.kind,
      tag: tagTokens,
      onSentence: (sentence, scored) => seen.push([sentence, scored]),
    });
    read.push({ block, found, seen });
  }
  const whole = sumUp(read.map(({ found }) => found));
  for (const { block, seen } of read)
    for (const [sentence, scored] of seen) {
      sentences++;
      if (
        text.read !== undefined &&
        !text.read.some(({ start, end }) => start < block.start + sentence.end && block.start + sentence.start < end)
      )
        continue;
      const marks = text.read?.flatMap((one) => one.marks) ?? [];
      const tokens = tokenise(block.text, sentence.start, sentence.end, block.masks, buffer);
      const place = (from: number, to: number) =>
        [block.start + tokens.starts[from]!, block.start + tokens.ends[to - 1]!] as const;
      for (const { clause, atoms, hits } of scored) {
        if (text.set === 'calm' && !hits.some(({ list }) => isCharged[list])) continue;
        if (text.set === 'calm' && calmSeen++ % CALM_SHARE !== 0) continue;
        const [start, end] = place(clause.start, clause.end);
        const on = marks.filter(
          (mark) =>
            Math.min(end, mark.end) - Math.max(start, mark.start) >= Math.min(end - start, mark.end - mark.start) / 2,
        );
        clauses.push([text.source, text.set, on.length > 0 ? 1 : 0, familiesOf(on), atoms.join(' ')].join('\t'));
      }
      for (const proposal of sentence.proposals) {
        const written = proposal.judgement?.written;
        const [start, end] =
          written === undefined
            ? place(proposal.hit.spanStart, proposal.hit.spanEnd)
            : [block.start + written.start, block.start + written.end];
        const on = marks.filter((mark) => isOn(start, end, mark));
        const features: [string, number][] = [];
        const add = (name: string, value: number) => features.push([name, value]);
        visitLocal(proposal, sentence.proposals, scored, text.kind, add);
        visitRest(without(whole, sentence), add);
        const severity = on.some((mark) => mark.severity === 'warning') ? 2 : on.length > 0 ? 1 : 0;
        const atoms = clauseFor(scored, proposal.hit)?.atoms ?? [];
        proposals.push(
          [
            text.source,
            text.set,
            text.genre,
            `${sentences}:${start}-${end}`,
            severity,
            familiesOf(on),
            atoms.join(' '),
            namedFeatures(features),
          ].join('\t'),
        );
      }
    }
}

const buffer = createTokens(4096);
let calmSeen = 0;
let sentences = 0;

/** As the figures count it: half of the shorter is shared, and the finding is not much longer than the mark. */
function isOn(start: number, end: number, mark: Mark): boolean {
  const shared = Math.min(end, mark.end) - Math.max(start, mark.start);
  return shared >= Math.min(end - start, mark.end - mark.start) / 2 && end - start <= 3 * (mark.end - mark.start) + 20;
}

function familiesOf(marks: readonly Mark[]): string {
  return [...new Set(marks.flatMap(({ families }) => families))].join(' ');
}

/** The clause scores are worked out again when the weights are fitted. */
function namedFeatures(features: readonly [string, number][]): string {
  return features
    .filter(([name]) => name !== 'clause')
    .map(([name, value]) => (value === 1 ? name : `${name}=${value.toFixed(3)}`))
    .join(';');
}

/** Names go by number in the table; a first line lists them. */
function withNames(lines: readonly string[]): string {
  const numbers = new Map<string, number>();
  const rows = lines.map((line) => {
    const cells = line.split('\t');
    const features = cells.pop()!;
    const numbered = features.split(';').map((feature) => {
      const [name, value] = feature.split('=') as [string, string | undefined];
      if (!numbers.has(name)) numbers.set(name, numbers.size);
      return value === undefined ? String(numbers.get(name)) : `${numbers.get(name)}=${value}`;
    });
    return [...cells, numbered.join(' ')].join('\t');
  });
  return [JSON.stringify([...numbers.keys()]), ...rows].join('\n');
}

function addExample({ name, set, block, marks }: ExampleText, clauses: string[], proposals: string[]): void {
  const seen: [SentenceProposals, readonly ScoredClause[]][] = [];
  const options = { kind: 'email' as const, tag: tagTokens };
  const found = proposeInBlock(block, builtInRuleSet(), { ...options, onSentence: (...one) => seen.push(one) });
  const whole = sumUp([found]);
  for (const [sentence, scored] of seen) {
    const tokens = tokenise(block.text, sentence.start, sentence.end, [], buffer);
    const isMarked = (from: number, to: number) =>
      marks.some(({ start, end }) => start < tokens.ends[to - 1]! && end > tokens.starts[from]!);
    for (const { clause, atoms, hits } of scored)
      if (hits.some(({ list }) => isCharged[list]) && (set === 'silent' || isMarked(clause.start, clause.end)))
        clauses.push([name, set, set === 'fires' ? 1 : 0, '', atoms.join(' ')].join('\t'));
    for (const proposal of sentence.proposals) {
      const { spanStart, spanEnd } = proposal.hit;
      if (set === 'fires' && !isMarked(spanStart, spanEnd)) continue;
      const features: [string, number][] = [];
      const add = (feature: string, value: number) => features.push([feature, value]);
      visitLocal(proposal, sentence.proposals, scored, 'email', add);
      visitRest(without(whole, sentence), add);
      const place = `0:${tokens.starts[spanStart]}-${tokens.ends[spanEnd - 1]}`;
      const atoms = clauseFor(scored, proposal.hit)?.atoms ?? [];
      const mark = set === 'fires' ? 1 : 0;
      proposals.push([name, set, set, place, mark, '', atoms.join(' '), namedFeatures(features)].join('\t'));
    }
  }
}
