import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Answers } from '../../src/diagnosis/causeScores';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Diagnosis, Quote } from '../../src/diagnosis/diagnosis';
import { weights as shipped, type Weights } from '../../src/diagnosis/weights';
import { readDraft } from '../../src/document/draft/readDraft';
import type { CauseId } from '../../src/playbook/ids';
import { findCause, playbook } from '../../src/playbook/read';
import { readThread } from '../../src/thread/thread';
import { readLines } from '../data';
import { countMeans, countSignals } from './countMeans';

export interface Truth {
  readonly file: string;
  readonly cause: CauseId | 'not-stalled';
  readonly evidence: readonly string[];
}

/** One correspondence with what its writer says about it. `hand` is the first digit of the file's number. */
export interface Case extends Truth {
  readonly hand: string;
  readonly text: string;
}

const folder = path.resolve('corpus/cases');

/** The cases of the corpus. */
export function readCases(): Case[] {
  return readLines<Truth>(folder, 'truth.jsonl').map((truth) => ({
    ...truth,
    hand: truth.file.replace(/\D/g, '')[0]!,
    text: readFileSync(path.join(folder, truth.file), 'utf8'),
  }));
}

function diagnoseText(text: string, answers: Answers = {}, weights: Weights = shipped): Diagnosis {
  return diagnose(readThread(readDraft(text, {})), { answers, weights });
}

/** What a truthful writer would tick: the statements of the true cause; of the others they deny half and don't know half. */
function truthfulAnswers(cause: CauseId): Answers {
  const answers: Record<string, 'yes' | 'no' | 'unknown'> = {};
  playbook.causes.forEach(({ id, statements }) => {
    statements.forEach((statement, index) => {
      answers[statement.id] = id === cause ? 'yes' : index % 2 === 0 ? 'no' : 'unknown';
    });
  });
  return answers;
}

export interface Tally {
  stalled: number;
  first: number;
  three: number;
  group: number;
  quotes: number;
  answered: number;
  saidStalled: number;
  moving: number;
  saidMoving: number;
}

function tallyOf(
  cases: readonly Case[],
  weights: Weights = shipped,
  see?: (one: Case, diagnosis: Diagnosis) => void,
): Tally {
  const tally = emptyTally();
  for (const one of cases) {
    const diagnosis = diagnoseText(one.text, {}, weights);
    see?.(one, diagnosis);
    if (one.cause === 'not-stalled') {
      tally.moving++;
      if (diagnosis.stalled === 'no') tally.saidMoving++;
      continue;
    }
    const ids = diagnosis.causes.map(({ id }) => id);
    tally.stalled++;
    if (diagnosis.stalled !== 'no') tally.saidStalled++;
    if (ids[0] === one.cause) tally.first++;
    if (ids.slice(0, 3).includes(one.cause)) tally.three++;
    if (diagnosis.causes[0]?.group === findCause(one.cause).group) tally.group++;
    if (overlaps(one.text, one.evidence, diagnosis.causes[0]?.for ?? [])) tally.quotes++;
    if (diagnoseText(one.text, truthfulAnswers(one.cause), weights).causes[0]?.id === one.cause) tally.answered++;
  }
  return tally;
}

/** Does a quote lie over one of the lines that the writer of the case named as evidence? */
export function overlaps(text: string, evidence: readonly string[], quotes: readonly Quote[]): boolean {
  const { letters, places } = lettersOf(text);
  return evidence.some((line) => {
    const wanted = lettersOf(line).letters;
    const at = wanted === '' ? -1 : letters.indexOf(wanted);
    if (at < 0) return false;
    const start = places[at]!;
    const end = places[at + wanted.length - 1]! + 1;
    return quotes.some((quote) => quote.start < end && quote.end > start);
  });
}

/** Letters and digits alone, so that line breaks and quote marks do not matter. */
function lettersOf(text: string): { letters: string; places: number[] } {
  let letters = '';
  const places: number[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]/gu)) {
    letters += match[0].toLowerCase()[0];
    places.push(match.index);
  }
  return { letters, places };
}

/**
 * Lines of figures on the labelled correspondence: for each hand with what is usual counted on the other hands only, and for
 * all of it with the numbers that are shipped, which were counted on it.
 */
export function figuresOfCases(): string[] {
  const cases = readCases();
  const hands = [...new Set(cases.map(({ hand }) => hand))].sort();
  const lines = ['hand    cases  first  three  group  quotes  with answers  said stalled  said going on'];
  const total = emptyTally();
  for (const hand of hands) {
    const others = countMeans(countSignals(cases.filter((one) => one.hand !== hand)));
    const tally = tallyOf(
      cases.filter((one) => one.hand === hand),
      others,
    );
    for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key];
    lines.push(lineOf(hand, tally));
  }
  return [...lines, lineOf('all', total), lineOf('shipped', tallyOf(cases))];
}

function lineOf(name: string, tally: Tally): string {
  const share = (part: number) => (part / Math.max(1, tally.stalled)).toFixed(2);
  return [
    name.padEnd(7),
    String(tally.stalled + tally.moving).padEnd(6),
    share(tally.first).padEnd(6),
    share(tally.three).padEnd(6),
    share(tally.group).padEnd(6),
    share(tally.quotes).padEnd(7),
    share(tally.answered).padEnd(13),
    `${tally.saidStalled} of ${tally.stalled}`.padEnd(13),
    `${tally.saidMoving} of ${tally.moving}`,
  ].join(' ');
}

function emptyTally(): Tally {
  return {
    stalled: 0,
    first: 0,
    three: 0,
    group: 0,
    quotes: 0,
    answered: 0,
    saidStalled: 0,
    moving: 0,
    saidMoving: 0,
  };
}
