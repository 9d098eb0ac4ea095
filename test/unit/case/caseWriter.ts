import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newCase, setAnswer } from '../../../src/case/caseRecord';
import { type CaseFolder, createCaseStorage } from '../../../src/case/caseStorage';

/** A folder on disk, as the editor gives it. */
export function folderAt(folder: string): CaseFolder {
  const at = (name: string) => path.join(folder, name);
  return {
    read: (name) =>
      readFile(at(name), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      }),
    write: async (name, text) => {
      await mkdir(folder, { recursive: true });
      await writeFile(at(name), text);
    },
    rename: (from, to) => rename(at(from), at(to)),
    remove: (name) => rm(at(name)),
    list: () => readdir(folder).catch(() => []),
    ageOf: async (name) => Date.now() - (await stat(at(name))).mtimeMs,
  };
}

/** Answers one statement after another, and says which are kept. Ended from outside. */
export async function answerOn(folder: string, mark: string): Promise<void> {
  const storage = createCaseStorage(folderAt(folder), mark, Date.now);
  await storage.load();
  await storage.takeOver();
  for (let number = 0; ; number++) {
    const statement = `${mark}-${number}`;
    storage.edit((cases) => {
      const record = cases.talks ?? newCase('talks', 'file:///talks.email', undefined, Date.now());
      return { ...cases, talks: setAnswer(record, statement, 'yes', Date.now()) };
    });
    await storage.save();
    process.stdout.write(`${statement}\n`);
  }
}

if (process.argv[2] === 'answer') void answerOn(process.argv[3]!, process.argv[4]!);
