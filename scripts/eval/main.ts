import { createAnalyzer } from '../../src/engine/index';
import { evalCases } from './cases';
import { dataFolder } from './gold';
import { printTone } from './tone';
import { printWording } from './wording';

// Every figure against labelled text, where it is there.
const folder = dataFolder();
if (folder === undefined) {
  console.log('The labelled texts (../shared/data) are not here, so there is nothing to measure against.');
} else {
  const analyzer = createAnalyzer();
  printWording(analyzer, folder);
  printTone(analyzer, folder);
  for (const line of evalCases()) console.log(line);
}
