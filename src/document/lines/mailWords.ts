import { alternatives, listedWords } from '../../language/wordPatterns';
import source from './mailWords.yaml';

/** What a header line names, in whichever language. */
export type HeaderName = 'from' | 'to' | 'cc' | 'bcc' | 'date' | 'subject' | 'deliveredTo' | 'other';

interface Words {
  readonly labels: Readonly<Record<HeaderName, string>>;
  readonly verbs: string;
  readonly starters: string;
  readonly ownVoice: string;
  readonly dividers: string;
  readonly weakLabels: string;
  readonly dividerStarts: string;
  readonly dividerNouns: string;
  readonly mboxDays: string;
}

const words = source as Words;
const labels: ReadonlyMap<string, HeaderName> = new Map(
  (Object.keys(words.labels) as HeaderName[]).flatMap((name) =>
    listedWords(words.labels[name]).map((label) => [label, name] as const),
  ),
);
const verbs = listedWords(words.verbs).sort((a, b) => b.length - a.length);
const lastWords = new Set(verbs.map((verb) => verb.slice(verb.lastIndexOf(' ') + 1)));
const starters = new Set(listedWords(words.starters));
const ownVoice = new Set(listedWords(words.ownVoice));
const dividers = new Set(listedWords(words.dividers));

/** The words of a list as alternatives of a regular expression. */
export function anyMailWord(list: 'weakLabels' | 'dividerStarts' | 'dividerNouns' | 'mboxDays'): string {
  return alternatives(listedWords(words[list]));
}

/** What a label such as `Gesendet` or `差出人` names. */
export function headerNamed(label: string): HeaderName | undefined {
  return labels.get(label.toLowerCase().replaceAll('’', "'"));
}

/** Where a verb of writing stands in `text`, which is in lower case: "wrote", "a écrit", "님이 작성". */
export function verbIn(text: string): { readonly start: number; readonly end: number } | undefined {
  for (const verb of verbs) {
    for (let at = text.indexOf(verb); at >= 0; at = text.indexOf(verb, at + 1)) {
      const end = at + verb.length;
      if (/[a-zà-ÿ]/.test(verb[0]!) && (isLetter(text[at - 1]) || isLetter(text[end]))) continue;
      return { start: at, end };
    }
  }
  return undefined;
}

/** Whether a text in lower case ends with a verb of writing. */
export function endsWithVerb(text: string): boolean {
  const last = text.slice(text.lastIndexOf(' ') + 1);
  if (!lastWords.has(last) && /[\p{Script=Latin})]$/u.test(last)) return false;
  return verbs.some(
    (verb) => text.endsWith(verb) && (!/^[a-zà-ÿ]/.test(verb) || !isLetter(text[text.length - verb.length - 1])),
  );
}

/** Whether a word, in lower case, stands at the head of attributions and is no name there. */
export function isStarter(word: string): boolean {
  return starters.has(word);
}

/** Whether a word, in lower case, shows that a sentence speaks and does not merely introduce. */
export function isOwnVoice(word: string): boolean {
  return ownVoice.has(word);
}

/** Whether these words, without the dashes around them, stand above older mail. */
export function isDividerText(text: string): boolean {
  return dividers.has(text.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim());
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /\p{L}/u.test(char);
}
