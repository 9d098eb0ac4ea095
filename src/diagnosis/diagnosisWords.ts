import { alternatives, listedWords } from '../language/wordPatterns';
import source from './diagnosisWords.yaml';

const lists = source as Readonly<Record<string, string>>;

/** The words of a list in `diagnosisWords.yaml`, in lower case. */
export function diagnosisWords(name: string): readonly string[] {
  return listedWords(lists[name]!);
}

/** The same as alternatives of a regular expression. */
export function anyDiagnosisWord(name: string): string {
  return alternatives(diagnosisWords(name));
}
