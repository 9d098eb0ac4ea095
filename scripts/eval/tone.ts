import type { Analyzer } from '../../src/engine/index';
import { readLines } from './gold';
import { areaUnderCurve, pearson } from './statistics';

/** The tone reading against rated text. */
export function printTone(analyzer: Analyzer, folder: string): void {
  const offers = readLines<{ text: string; label: string }>(folder, 'offers.jsonl');
  const scores = (rows: readonly { text: string }[]) =>
    rows.map(({ text }) => analyzer.score(analyzer.read(text, { kind: 'email' })).receptiveness);
  const lengths = (rows: readonly { text: string }[]) => rows.map(({ text }) => text.split(/\s+/).length);
  const offered = scores(offers);
  const warm = offers.map(({ label }) => label === 'warm');
  console.log(
    `tone: offers AUC ${areaUnderCurve(offered, warm).toFixed(3)} (r with length ${pearson(offered, lengths(offers)).toFixed(2)}; the offers written warmly are longer: length alone AUC ${areaUnderCurve(lengths(offers), warm).toFixed(2)})`,
  );
  for (const file of ['receptiveness.jsonl', 'requests.jsonl']) {
    const rows = readLines<{ text: string; score: number }>(folder, file);
    const own = scores(rows);
    const rated = rows.map(({ score }) => score);
    console.log(
      `tone: ${file} r ${pearson(own, rated).toFixed(3)} (r with length ${pearson(own, lengths(rows)).toFixed(2)})`,
    );
  }
  console.log('  The weights were fitted on these texts: cross-checked figures come from scripts/eval/fit-tone.ts.');
}
