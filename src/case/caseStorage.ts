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
  /** Takes over what windows had begun to write that were ended before they were done. */
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
/** A file that a window had begun and that is older than this, in milliseconds, belongs to no window that is still writing. */
const ABANDONED = 60_000;
/** Times that others may come in between before the writing is given up; what is pending is taken over later. */
const MOST_ATTEMPTS = 50;

/** @param mark differs from window to window: small letters and digits */
export function createCaseStorage(folder: CaseFolder, mark: string, now: () => number): CaseStorage {
  const pending = `${FILE}.${mark}.tmp`;
  const passing = `${FILE}.${mark}.new`;
  let cases: Cases = {};
  let seen: string | undefined;
  let setAside: string | undefined;

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
    const before = inOrder(writeCases(cases));
    cases = mergeCases(cases, found);
    return lost > 0 || inOrder(writeCases(cases)) !== before;
  }

  async function save(): Promise<void> {
    // Until it is seen in its place, what is known here stands in a file of this window's own.
    await folder.write(pending, writeCases(cases));
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const source = await folder.read(FILE);
      if (source !== undefined && source !== seen) await takeIn(source);
      seen = source;
      const text = writeCases(cases);
      if (source !== undefined && inOrder(source) === inOrder(text)) {
        for (const name of [pending, passing]) await folder.remove(name).catch(() => undefined);
        return;
      }
      await folder.write(passing, text);
      // Somebody else may have written in the meantime. The next round also sees whether somebody did just after.
      if ((await folder.read(FILE)) === source) await folder.rename(passing, FILE);
    }
    throw new Error('Other windows keep writing.');
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
      let taken = false;
      for (const name of await folder.list()) {
        if (!/^cases\.json\.[a-z0-9]+\.(?:tmp|new)$/.test(name) || name === pending) continue;
        const source = await folder.read(name);
        // The window that had begun it may be done by now.
        if (source === undefined) continue;
        const { cases: found, lost } = readCases(source);
        if (lost === 0) {
          cases = mergeCases(cases, found);
          await save();
          taken = true;
        } else if ((await folder.ageOf(name).catch(() => 0)) < ABANDONED) continue;
        await folder.remove(name).catch(() => undefined);
      }
      return taken;
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
