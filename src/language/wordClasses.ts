import { numberWord } from './vocabulary';
import source from './wordClasses.yaml';

const classes = source as Readonly<Record<string, string>>;
const known = new Map<string, ReadonlySet<number>>();

/**
 * Vocabulary numbers of the words of a class in `wordClasses.yaml`.
 *
 * @throws Error when there is no such class
 */
export function wordClass(name: string): ReadonlySet<number> {
  let words = known.get(name);
  if (words === undefined) {
    words = new Set(classWords(name).map(numberWord));
    known.set(name, words);
  }
  return words;
}

/**
 * The words of a class in `wordClasses.yaml`, lower case; of a class of phrases, the phrases, which stand between commas.
 *
 * @throws Error when there is no such class
 */
export function classWords(name: string): readonly string[] {
  const written = classes[name];
  if (written === undefined) throw new Error(`wordClasses.yaml has no class “${name}”`);
  return written.split(written.includes(',') ? /,\s*/ : /\s+/).filter((word) => word !== '');
}
