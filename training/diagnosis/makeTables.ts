import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { groundIdsOf } from '../../src/diagnosis/state/talkState';
import { readDraft } from '../../src/document/draft/readDraft';
import { likeliestReading } from '../../src/thread/sides';
import { readThread } from '../../src/thread/thread';
import { readEvidence } from '../../src/thread/threadEvidence';
import { correspondence } from '../../test/unit/thread/correspondence';
import { writeCauses } from './causeTable';
import { countSignals } from './countMeans';
import { readCases } from './labelledCases';
import { type StateRow, writeStates } from './stateTable';

// Writes what is found in the threads of corpus/ as tables without text, which the diagnosis is fitted on:
// node scripts/run.mjs training/diagnosis/makeTables.ts. Run it when threads are read in another way, then fit and measure before you keep it.

const states = [...readRows('corpus/cases'), ...readRows('corpus/threads'), ...readShort()];
writeFileSync('training/diagnosis/states.tsv', writeStates(states));
writeFileSync('training/diagnosis/causes.jsonl', writeCauses(countSignals(readCases())));
console.log(`training/diagnosis: ${states.length} threads`);

function readRows(folder: string): StateRow[] {
  return readFileSync(`${folder}/truth.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; cause: string; state?: string })
    .filter(({ file }) => existsSync(`${folder}/${file}`))
    .map(({ file, cause, state }) => {
      const draft = readDraft(readFileSync(`${folder}/${file}`, 'utf8'), { path: file });
      const thread = likeliestReading(readThread(draft));
      return {
        author: /^(?:case\d|\w)/.exec(file)![0],
        state: state ?? (cause === 'not-stalled' ? cause : 'stalled'),
        grounds: groundIdsOf(thread, readEvidence(thread)),
      };
    });
}

function readShort(): StateRow[] {
  const threads = parse(readFileSync('corpus/states/shortThreads.yaml', 'utf8')) as readonly {
    readonly state: string;
    readonly thread: readonly (readonly [side: string, day: string, text: string])[];
  }[];
  return threads.map(({ state, thread: lines }, index) => {
    const letters = lines.map(([from, day, text]) => ({ from, day, text }));
    const thread = readThread(readDraft(correspondence(...letters), {}));
    return { author: `short${index % 2}`, state, grounds: groundIdsOf(thread, readEvidence(thread)) };
  });
}
