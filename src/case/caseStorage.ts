import { readCases, writeCases } from './caseFile';
import { type Cases, mergeCases } from './caseRecord';

/** The folder that cases are kept in. Names are those of files in it. */
export interface CaseFolder {
  /** The text of a file; `undefined` only where there is none. @throws whatever else keeps it from being read */
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
  /** Replaces what has the new name, so that it is the old text or the new one, whole. */
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
  list(): Promise<readonly string[]>;
  /** Milliseconds since a file was written. */
  ageOf(name: string): Promise<number>;
}

/** The cases on disk, shared by windows that write at the same time and may end in the middle of it. */
export interface CaseStorage {
  /** All that is known: what was read, and what was changed here. */
  readonly cases: Cases;
  /** The name of the file that what could not be read was put in, where there was any. */
  readonly setAside: string | undefined;
  /** Changes what is known; `save` writes it down. */
  edit(change: (cases: Cases) => Cases): void;
  /** Is what was read or written before on disk no more? While a file is replaced it may be away for a moment. */
  isGone(): Promise<boolean>;
  /** Takes in what is on disk. @returns whether anything is new @throws when the file is there and cannot be read */
  load(): Promise<boolean>;
  /** Takes over the files of windows that were closed. @returns whether anything in them is new */
  takeOver(): Promise<boolean>;
  /**
   * Writes down what is known, beside what others have written. Once it resolves, all of it is on disk.
   *
   * @throws when the file is there and cannot be read, or cannot be written; what is known stays known and nothing is overwritten
   */
  save(): Promise<void>;
  /** Forgets what is kept here; what is on disk stays. */
  leave(): void;
  /** Deletes what is kept, on disk and here. */
  forget(): Promise<void>;
}

const FILE = 'cases.json';
/** A file that was begun and not finished in this time, in milliseconds, belongs to no window that is still writing. */
const ABANDONED = 60_000;
/** Times that others may come in between before the writing is given up; what this window knows stays in its own file. */
const MOST_ATTEMPTS = 50;

/** @param mark differs from window to window: small letters and digits */
export function createCaseStorage(folder: CaseFolder, mark: string, now: () => number): CaseStorage {
  // Only this window writes its own file. It stays, because another window may put an older text in the place of the
  // shared file at any moment, even after this one has seen its answer there.
  const own = `${FILE}.${mark}.tmp`;
  const passing = `${FILE}.${mark}.new`;
  let cases: Cases = {};
  let seen: string | undefined;
  let setAside: string | undefined;
  let takenFiles = 0;

  /** Of a file that is there no more: 0. */
  const age = (name: string) => folder.ageOf(name).catch(() => 0);

  async function load(): Promise<boolean> {
    const source = await folder.read(FILE);
    if (source === undefined || source === seen) return false;
    const changed = await takeIn(source);
    seen = source;
    return changed;
  }

  async function takeIn(source: string): Promise<boolean> {
    const { cases: found, lost } = readCases(source);
    if (lost > 0) {
      setAside = `cases.set-aside-${now()}.json`;
      await folder.write(setAside, source);
    }
    return merge(found) || lost > 0;
  }

  /** @returns whether anything is new */
  function merge(found: Cases): boolean {
    const before = inOrder(writeCases(cases));
    cases = mergeCases(cases, found);
    return inOrder(writeCases(cases)) !== before;
  }

  async function save(): Promise<void> {
    await replace(own, writeCases(cases));
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const source = await folder.read(FILE);
      if (source !== undefined && source !== seen) await takeIn(source);
      seen = source;
      const text = writeCases(cases);
      if (source !== undefined && inOrder(source) === inOrder(text)) return;
      await folder.write(passing, text);
      // Somebody else may have written in the meantime.
      if ((await folder.read(FILE)) === source) await folder.rename(passing, FILE);
    }
    throw new Error('Other windows keep writing.');
  }

  /** A window that is ended in the middle leaves the old text. */
  async function replace(name: string, text: string): Promise<void> {
    await folder.write(passing, text);
    await folder.rename(passing, name);
  }

  function leave(): void {
    cases = {};
    seen = undefined;
    setAside = undefined;
  }

  return {
    get cases() {
      return cases;
    },
    get setAside() {
      return setAside;
    },
    edit(change) {
      cases = change(cases);
    },
    isGone: async () => seen !== undefined && (await folder.read(FILE)) === undefined,
    leave,
    load,
    save,
    async takeOver() {
      let isNew = false;
      for (const name of await folder.list()) {
        const end = /^cases\.json\.[a-z0-9]+\.(tmp|new)$/.exec(name)?.[1];
        if (end === undefined || name === own) continue;
        if (end === 'new' && (await age(name)) < ABANDONED) continue;
        // Its window may be open still. Under the new name nobody writes to it, and what that window writes next is kept.
        const taken = `${FILE}.${mark}x${++takenFiles}.tmp`;
        const source = await folder.rename(name, taken).then(
          () => folder.read(taken),
          () => undefined,
        );
        if (source === undefined) continue;
        const { cases: found, lost } = readCases(source);
        if (lost === 0) {
          isNew = merge(found) || isNew;
          await save();
        } else if ((await age(taken)) < ABANDONED) continue;
        await folder.remove(taken).catch(() => undefined);
      }
      return isNew;
    },
    async forget() {
      leave();
      for (const name of await folder.list()) if (name.startsWith('cases.')) await folder.remove(name);
    },
  };
}

/** The order of keys tells nothing. What is no JSON is like nothing else. */
function inOrder(source: string): string {
  try {
    return JSON.stringify(JSON.parse(source), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
        : value,
    );
  } catch {
    return source;
  }
}
