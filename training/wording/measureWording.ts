import { readDraft } from '../../src/document/draft/readDraft';
import { tagTokens } from '../../src/language/tagger';
import { proposeInBlock } from '../../src/wording/propose';
import type { Finding } from '../../src/wording/rule';
import { builtInRuleSet } from '../../src/wording/ruleSet';
import { newReading, weighedFindings } from '../../src/wording/weighedFindings';
import { thresholds } from '../../src/wording/weighing/weights';
import { requireData } from '../data';
import { readMarked } from './readMarked';

const folder = requireData('real/texts.jsonl', 'real/labels.jsonl', 'calm');
const texts = readMarked(folder).filter(({ set }) => set === 'real' || process.argv.includes('--calm'));
const read = texts.map((text) => {
  const draft = readDraft(text.text, { kind: text.kind });
  return {
    text,
    draft,
    readings: draft.blocks.map((block) => proposeInBlock(block, builtInRuleSet(), { kind: text.kind, tag: tagTokens })),
  };
});
const t = thresholds as { hint: number; information: number; warning: number };
const given = process.argv.find((one) => one.startsWith('--at='))?.slice(5);
const grid = given ? given.split(';').map((one) => one.split(',').map(Number)) : [[t.hint, t.information, t.warning]];
for (const [hint, information, warning] of grid) {
  Object.assign(t, { hint, information, warning });
  const c = {
    told: 0,
    right: 0,
    w: 0,
    wRight: 0,
    hints: 0,
    hRight: 0,
    warn: 0,
    wTold: 0,
    wAny: 0,
    info: 0,
    iAny: 0,
    family: 0,
    calmTold: 0,
    calmHints: 0,
    calmWords: 0,
    plain: 0,
  };
  for (const { text, draft, readings } of read) {
    const findings = weighedFindings(draft.blocks, readings.map(newReading), () => true);
    if (text.set === 'calm') {
      c.calmWords += text.text.split(/\s+/).length;
      for (const one of findings) one.severity === 'hint' ? c.calmHints++ : c.calmTold++;
      continue;
    }
    for (const s of text.read ?? []) {
      const inside = findings.filter((f) => f.start < s.end && s.start < f.end);
      for (const f of inside) {
        const on = s.marks.filter((m) => onMark(f, m));
        if (f.severity === 'hint') {
          c.hints++;
          if (on.length) c.hRight++;
          continue;
        }
        c.told++;
        if (f.suggestions.some((one) => !one.frame)) c.plain++;
        if (on.length) {
          c.right++;
          if (on.some((m) => m.families.includes(f.family))) c.family++;
        }
        if (f.severity === 'warning') {
          c.w++;
          if (on.length) c.wRight++;
        }
      }
      for (const m of s.marks) {
        const any = inside.filter((f) => onMark(f, m));
        if (m.severity === 'warning') {
          c.warn++;
          if (any.length) c.wAny++;
          if (any.some((f) => f.severity !== 'hint')) c.wTold++;
        } else {
          c.info++;
          if (any.length) c.iAny++;
        }
      }
    }
  }
  const p = (a: number, b: number) => (a / b).toFixed(3);
  console.log(
    `${hint},${information},${warning}: findings ${c.told} right ${p(c.right, c.told)} | warnings ${c.w} right ${p(c.wRight, c.w)} | family ${p(c.family, c.right)} | plain ${p(c.plain, c.told)} | hints ${c.hints} right ${p(c.hRight, c.hints)} | warn told ${p(c.wTold, c.warn)} any ${p(c.wAny, c.warn)} info ${p(c.iAny, c.info)} | calm ${p(1000 * c.calmTold, c.calmWords)} ${p(1000 * c.calmHints, c.calmWords)}`,
  );
}

function onMark(f: Finding, m: { start: number; end: number }): boolean {
  return (
    Math.min(f.end, m.end) - Math.max(f.start, m.start) >= Math.min(f.end - f.start, m.end - m.start) / 2 &&
    f.end - f.start <= 3 * (m.end - m.start) + 20
  );
}
