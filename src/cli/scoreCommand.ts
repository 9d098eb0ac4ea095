import { createAnalyzer } from '../engine/index';
import { readRows } from './checkCommand';
import { type Options, print, readInput, reasonOf } from './common';

/** Prints how a text reads, with the parts that the reading is made of. */
export async function score(files: readonly string[], options: Options): Promise<number> {
  const analyzer = createAnalyzer();
  if (options['jsonl-input'] === true) {
    let status = 0;
    for await (const { id, text, kind } of readRows()) {
      if (text === undefined) status = 2;
      else
        await print(
          `${JSON.stringify({ id, score: analyzer.score(analyzer.read(text, { kind: kind ?? 'email' })) })}\n`,
        );
    }
    return status;
  }
  const file = files[0] ?? '-';
  try {
    const { text, identity } = await readInput(file, undefined);
    await print(`${JSON.stringify(analyzer.score(analyzer.read(text, identity)), null, 2)}\n`);
    return 0;
  } catch (error) {
    throw new Error(`${file}: ${reasonOf(error)}`);
  }
}
