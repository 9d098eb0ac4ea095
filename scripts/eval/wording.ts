import type { Kind } from '../../src/document/draft/draft';
import { type Analyzer, createAnalyzer } from '../../src/engine/index';
import type { Finding } from '../../src/wording/rule';
import { dataFolder, type GoldMark, type GoldSentence, readLines } from './gold';

// Wording findings against spans that two careful readers marked, and false alarms in harmless mail and proposals.

export interface WordingFigures {
  readonly precision: number;
  readonly recall: number;
  readonly family: number;
  readonly findings: number;
}

interface Judged {
  readonly sentence: GoldSentence;
  readonly findings: readonly (Finding & { readonly right: boolean; readonly familyRight: boolean })[];
  readonly missed: readonly GoldMark[];
  readonly wanted: number;
}

/** Measures the sentences whose number falls into `folds`, of five; all of them when it is left out. */
export function evalWording(
  analyzer: Analyzer,
  folder: string,
  folds?: readonly number[],
): { figures: WordingFigures; judged: Judged[] } {
  const sentences = readLines<GoldSentence>(folder, 'wording-gold.jsonl').filter(
    ({ id }) => folds === undefined || folds.includes(foldOf(id)),
  );
  const judged = sentences.map((sentence) => judge(analyzer, sentence));
  const counted = judged.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'hint'));
  const right = counted.filter((finding) => finding.right);
  const wanted = judged.reduce((sum, one) => sum + one.wanted, 0);
  const missed = judged.reduce((sum, one) => sum + one.missed.length, 0);
  return {
    figures: {
      precision: right.length / counted.length,
      recall: (wanted - missed) / wanted,
      family: right.filter(({ familyRight }) => familyRight).length / right.length,
      findings: counted.length,
    },
    judged,
  };
}

export function foldOf(id: string): number {
  return Number(id.replace(/\D/g, '')) % 5;
}

function judge(analyzer: Analyzer, sentence: GoldSentence): Judged {
  const { text, must, may } = sentence;
  const draft = analyzer.read(text, { kind: sentence.kind });
  const found = analyzer.findings(draft);
  const marks = [...must, ...may];
  const findings = found.map((finding) => {
    const hit = marks.filter((mark) => overlaps(text, mark, finding));
    return {
      ...finding,
      right: hit.length > 0,
      familyRight: hit.some(({ families }) => families.includes(finding.family)),
    };
  });
  const wanted = must.filter(({ severity }) => severity === 'warning');
  return {
    sentence,
    findings,
    wanted: wanted.length,
    missed: wanted.filter((mark) => !found.some((one) => overlaps(text, mark, one))),
  };
}

function overlaps(text: string, { span }: GoldMark, { start, end }: Finding): boolean {
  const at = text.indexOf(span);
  return at >= 0 && start < at + span.length && end > at;
}

export interface AlarmRate {
  readonly words: number;
  readonly alarms: number;
  readonly hints: number;
}

/** Findings per 1,000 words of whole documents. */
export function evalAlarms(
  analyzer: Analyzer,
  folder: string,
  file: string,
  kind: Kind,
): AlarmRate & { listed: string[] } {
  let words = 0;
  let alarms = 0;
  let hints = 0;
  const listed: string[] = [];
  for (const { id, text } of readLines<{ id: string; text: string }>(folder, file)) {
    words += text.split(/\s+/).filter((word) => word !== '').length;
    for (const finding of analyzer.findings(analyzer.read(text, { kind }))) {
      if (finding.severity === 'hint') hints++;
      else alarms++;
      const around = `${text.slice(Math.max(0, finding.start - 70), finding.start)}⟦${finding.text}⟧${text.slice(finding.end, finding.end + 50)}`;
      const best = finding.suggestions[0]?.text;
      listed.push(
        `${finding.severity[0]} ${finding.ruleId.padEnd(38)} ${around.replace(/\s+/g, ' ')}${best === undefined ? '' : ` → “${best.replace(/\s+/g, ' ')}”`}  (${id})`,
      );
    }
  }
  return { words, alarms: (alarms / words) * 1000, hints: (hints / words) * 1000, listed };
}

function percent(value: number): string {
  return value.toFixed(3);
}

export function printWording(analyzer: Analyzer, folder: string): void {
  const { figures } = evalWording(analyzer, folder);
  console.log(
    `wording: precision ${percent(figures.precision)}, recall ${percent(figures.recall)}, family ${percent(figures.family)} (${figures.findings} findings, ${analyzer.rules.length} rules)`,
  );
  for (let fold = 0; fold < 5; fold++) {
    const one = evalWording(analyzer, folder, [fold]).figures;
    console.log(
      `  fold ${fold}: precision ${percent(one.precision)}, recall ${percent(one.recall)}, family ${percent(one.family)} (${one.findings})`,
    );
  }
  for (const [file, kind] of [
    ['mail.jsonl', 'email'],
    ['proposals.jsonl', 'proposal'],
  ] as const) {
    const { words, alarms, hints } = evalAlarms(analyzer, folder, file, kind);
    console.log(
      `false alarms in ${file}: ${alarms.toFixed(2)} and ${hints.toFixed(2)} hints per 1,000 of ${words} words`,
    );
  }
}

if (process.argv.includes('--wording')) {
  const folder = dataFolder();
  const analyzer = createAnalyzer();
  if (folder === undefined) console.log('The labelled texts are not here.');
  else {
    printWording(analyzer, folder);
    const at = process.argv.indexOf('--folds');
    const folds = at < 0 ? undefined : process.argv[at + 1]!.split(',').map(Number);
    if (process.argv.includes('--misses'))
      for (const { sentence, missed } of evalWording(analyzer, folder, folds).judged)
        for (const { span, families } of missed)
          console.log(`MISSED ${families.join()} ⟦${span}⟧ in: ${sentence.text.slice(0, 300)}`);
    if (process.argv.includes('--false'))
      for (const { sentence, findings } of evalWording(analyzer, folder, folds).judged)
        for (const { ruleId, text, right, severity } of findings)
          if (!right) console.log(`FALSE ${severity} ${ruleId} ⟦${text}⟧ in: ${sentence.text.slice(0, 300)}`);
    if (process.argv.includes('--families'))
      for (const { sentence, findings } of evalWording(analyzer, folder, folds).judged)
        for (const { ruleId, text, right, familyRight } of findings)
          if (right && !familyRight)
            console.log(
              `FAMILY ${ruleId} ⟦${text}⟧ wants ${[...sentence.must, ...sentence.may].map((mark) => `${mark.span}: ${mark.families.join()}`).join(' | ')}`,
            );
    if (process.argv.includes('--list'))
      for (const [file, kind] of [
        ['mail.jsonl', 'email'],
        ['proposals.jsonl', 'proposal'],
      ] as const)
        for (const line of evalAlarms(analyzer, folder, file, kind).listed) console.log(line);
  }
}
