import path from 'node:path';
import { store } from '../data';
import { chooseThresholds } from './chooseThresholds';
import { fitClauses, fitFamilies } from './fitClauses';
import { fitFirmly, fitProposals } from './fitProposals';
import { type ClauseRow, FOLDS, readClauses, readProposals } from './wordingRows';
import { tables } from './wordingTable';

// Fits the clause scorer and the weights of proposals from the tables beside this file: npm run fit:wording -- --write

function main(write: boolean): void {
  const { clauses, atomNames } = readClauses();
  const { proposals, names, calmWords } = readProposals();
  const report: string[] = [];
  const say = (line: string) => {
    report.push(line);
    console.log(line);
  };

  const scorers = Array.from({ length: FOLDS + 1 }, (_, fold) =>
    fitClauses(
      clauses.filter((one) => one.fold !== fold),
      atomNames,
    ),
  );
  const read = clauses.filter(({ fold }) => fold >= 0);
  const crossed = read.map((one) => scorers[one.fold]!.score(one.atoms));
  sayClauses(read, crossed, say);
  const full = scorers[FOLDS]!;

  const withClause = proposals.map((one) => {
    const scorer = one.fold < 0 ? full : scorers[one.fold]!;
    return { ...one, z: one.atoms.length === 0 ? undefined : scorer.score(one.atoms) };
  });
  const weighers = Array.from({ length: FOLDS + 1 }, (_, fold) =>
    fitProposals(
      withClause.filter((one) => one.fold !== fold),
      names,
    ),
  );
  const judged = withClause
    .filter(({ fold }) => fold >= 0)
    .map((one) => ({ ...one, p: 1 / (1 + Math.exp(-weighers[one.fold]!.score(one))) }));
  const thresholds = chooseThresholds(judged, calmWords, say);
  if (!write) return;
  const firm = fitFirmly(withClause, names, thresholds.hint, say);
  store(
    'src/wording/clauses/clauseWeights.json',
    `${JSON.stringify({ ...full.stored(), families: fitFamilies(clauses, atomNames) }, null, 2)}\n`,
  );
  store('src/wording/weighing/proposalWeights.json', `${JSON.stringify({ ...firm.stored(), thresholds }, null, 2)}\n`);
  store(path.join(tables, 'card.md'), card(report));
}

function sayClauses(clauses: readonly ClauseRow[], crossed: readonly number[], say: (line: string) => void): void {
  say(`clauses: ${clauses.length}, marked ${clauses.filter(({ y }) => y === 1).length}`);
  for (const enough of [-0.5, 0, 0.3, 0.6, 1, 1.5]) {
    const chosen = clauses.filter((_, at) => crossed[at]! >= enough);
    const real = chosen.filter(({ set }) => set === 'real');
    const right = real.filter(({ y }) => y === 1).length;
    say(
      `clause score from ${enough}: ${right} of ${real.length} right (${(right / real.length).toFixed(2)}), ${chosen.length - real.length} calm in one of four`,
    );
  }
}

function card(report: readonly string[]): string {
  return `# Weights of clauses and proposals

What is shown, and how loudly, is decided by two logistic regressions with a ridge. The first scores a clause by the named lists that meet in it
and by its shape (\`src/wording/clauses/\`). The second weighs what a rule or a clause proposes by the rule, its family, the clause and
the rest of the text (\`src/wording/weighing/\`). Both are fitted by \`node scripts/run.mjs training/wording/fitWording.ts --write\` from the tables beside this
page: features, marks and hashed sources, no text. Figures are five-fold, no source on both sides.

- **Meant for** hints and findings in English mail and proposals. Not for grading people, and not for other languages.
- **Fitted on** about 2,300 sentences of public disputes, bargaining and work that two readers marked, about 5,000 more that one reader each marked by their
  measure, calm work text in which next to nothing is to be marked, and, with little weight, the examples of the rules. The thresholds are the lowest
  that keep the share of right findings and the false alarms in calm text within the bounds named in the script, cross-checked.
- **Tried and left out**: the Universal Sentence Encoder lite (7 M parameters, 512 numbers a clause and its sentence) beside these lists found 29 % more
  of the warning marks at the same false alarms, cross-checked. It takes some 20 to 50 ms a clause in JavaScript and 7 MB, and says no word why. Averaged word
  vectors (GloVe, 100 numbers) added nothing; single words as features about a third of that, learnt by heart.
- **Also tried and left out**: how likely readers mind the other sentences of a message, by a first weighing of each alone. Cross-checked it found 8 %
  more at .08 false alarms in 1,000 calm words, and 1 % more at the same share of right findings; on sources kept apart fewer findings were right (.77).
  The shape of the clause beside its score (subject, mood, tense, whether the reader is addressed), alone or by family, added nothing.
- **Known limits**: marked texts are richer in heat than mail is; sarcasm without a sharp word is missed; labels of one genre help little in another.

\`\`\`
${report.join('\n')}
\`\`\`
`;
}

main(process.argv.some((word) => word === '--write' || word === '--check'));
