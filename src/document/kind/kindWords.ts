import { alternatives, listedWords } from '../../language/wordPatterns';
import source from './kindWords.yaml';

const lists = source as Readonly<Record<string, string>>;

/** The words of a list in `kindWords.yaml` as alternatives of a regular expression. */
export function anyKindWord(name: string): string {
  return alternatives(listedWords(lists[name]!));
}
