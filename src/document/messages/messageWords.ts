import { alternatives, listedWords } from '../../language/wordPatterns';
import source from './messageWords.yaml';

const lists = source as Readonly<Record<string, string>>;

/** The words of a list in `messageWords.yaml`, in lower case. */
export function messageWords(name: string): readonly string[] {
  return listedWords(lists[name]!);
}

/** The same as alternatives of a regular expression. */
export function anyMessageWord(name: string): string {
  return alternatives(messageWords(name));
}
