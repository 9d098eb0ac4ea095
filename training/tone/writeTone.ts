import { featureNames } from '../../src/tone/toneFeatures';
import { hashOf, requireTable, store } from '../data';
import { crossCheck, fitTone, LENGTH_PENALTY, RIDGE } from './fitTone';
import { readTable } from './toneTable';

// Fits the weights of the tone reading on training/tone/table.tsv: npm run fit:tone. Writes src/tone/weights.json and the model card.

const text = requireTable('training/tone/table.tsv', 'training/tone/makeTable.ts');
const rows = readTable(text);
const weights = fitTone(rows);
const figures = crossCheck(rows);
const how = `Fitted by training/tone/writeTone.ts on training/tone/table.tsv (${hashOf(text)}).`;
store('src/tone/weights.json', `${JSON.stringify({ how, ...weights }, null, 2)}\n`);
store('training/tone/card.md', card());
console.log(figures.join('\n'));

function card(): string {
  return `# Model card: tone

- **What it says**: how willing to hear the other side a writer seems, from 0 to 1; 0.5 is an ordinary text. It promises nothing about the answer.
- **Form**: a sum of ${featureNames.length} features with one weight each (\`src/tone/features.yaml\`, \`src/tone/weights.json\`), squeezed to 0..1.
- **Fitted by** \`npm run fit:tone\`: ridge regression, ridge ${RIDGE}, penalty on correlation with length ${LENGTH_PENALTY}; the same to the byte each time.
- **Fitted on** \`training/tone/table.tsv\` (${rows.length} rows, hash ${hashOf(text)}): counts of features and scores, without any text. The texts are purchase offers written
  warmly or toughly (MIT), texts on contested topics rated for receptiveness (MIT) and requests rated for politeness (CC BY), in English.
- **Known limits**: the offers are from one experiment; the raters are mostly North American; a text of a few words has next to no features.

Cross-checked in five parts:

${figures.map((line) => `- ${line}`).join('\n')}
`;
}
