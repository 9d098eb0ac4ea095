import path from 'node:path';
import { requireTable } from '../data';
import { tables } from './wordingTable';

/** No source stands in two of them. What was written for the project stands in none, so that all of it is always fitted on. */
export const FOLDS = 5;

export interface ClauseRow {
  readonly fold: number;
  readonly set: string;
  readonly y: number;
  readonly families: readonly string[];
  readonly atoms: readonly number[];
}

export interface ProposalRow {
  readonly fold: number;
  readonly set: string;
  readonly genre: string;
  readonly group: string;
  readonly start: number;
  readonly end: number;
  /** 0 nothing, 1 information, 2 warning. */
  readonly mark: number;
  readonly atoms: readonly number[];
  readonly names: readonly number[];
  readonly values: readonly number[];
}

/** The clauses of the table, and the names of what is seen in them. */
export function readClauses(): { readonly clauses: readonly ClauseRow[]; readonly atomNames: readonly string[] } {
  const [head, ...lines] = linesOf('clauses.tsv');
  const { atoms } = JSON.parse(head!) as { atoms: string[] };
  return { clauses: lines.map(readClause), atomNames: atoms };
}

/** The proposals of the table, the names of their features, and how many words of calm text each genre has. */
export function readProposals(): {
  readonly proposals: readonly ProposalRow[];
  readonly names: readonly string[];
  readonly calmWords: Readonly<Record<string, number>>;
} {
  const [head, names, ...lines] = linesOf('proposals.tsv');
  const { calmWords } = JSON.parse(head!) as { calmWords: Record<string, number> };
  return { proposals: lines.map(readProposal), names: JSON.parse(names!) as string[], calmWords };
}

function linesOf(name: string): string[] {
  return requireTable(path.join(tables, name), 'training/wording/writeWordingTable.ts --data FOLDER')
    .trimEnd()
    .split('\n');
}

function foldOf(source: string): number {
  return Number.parseInt(source, 16) % FOLDS;
}

function readClause(line: string): ClauseRow {
  const [source, set, y, marked, atoms] = line.split('\t') as [string, string, string, string, string];
  return {
    fold: set === 'real' || set === 'calm' ? foldOf(source) : -1,
    set,
    y: Number(y),
    families: marked.split(' ').filter(Boolean),
    atoms: atoms.split(' ').map(Number),
  };
}

function readProposal(line: string): ProposalRow {
  const [source, set, genre, place, mark, , atoms, features] = line.split('\t') as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const [sentence, range] = place.split(':') as [string, string];
  const [start, end] = range.split('-').map(Number) as [number, number];
  const pairs = features.split(' ').map((feature) => feature.split('='));
  return {
    fold: set === 'real' || set === 'calm' ? foldOf(source) : -1,
    set,
    genre,
    group: `${source}:${sentence}`,
    start,
    end,
    mark: Number(mark),
    atoms: atoms === '' ? [] : atoms.split(' ').map(Number),
    names: pairs.map(([name]) => Number(name)),
    values: pairs.map(([, value]) => (value === undefined ? 1 : Number(value))),
  };
}
