import { alternatives, listedWords } from '../../language/wordPatterns';
import source from './letterWords.yaml';

/** A greeting at the head of a line: how long it is, and the name that it addresses where it names one. */
export interface Greeting {
  readonly end: number;
  readonly name?: string;
}

/** The English words of a list as alternatives of a regular expression. */
export function anyLetterWord(list: 'verdicts' | 'contactLabels' | 'streets' | 'sentFrom' | 'inTitles'): string {
  return alternatives(listedWords(words[list]));
}

/** Reads a greeting in any of the languages listed: `Hallo Herr Lind,`, `Уважаемая Анна!`, `田中様`. */
export function greetingOf(line: string): Greeting | undefined {
  const text = line.trim();
  if (text.length < 2 || text.length > 90 || !/\p{L}/u.test(text.slice(0, 4))) return undefined;
  const bare = text.replace(PUNCTUATION_AT_END, '');
  const closed = bare.length < text.length;
  const lower = bare.toLowerCase();
  if (addressedByTitle.test(bare)) return { end: text.length, name: bare };
  const phrase = phraseAt(lower, greetings);
  if (phrase === undefined) return undefined;
  const rest = bare.slice(phrase.length).replace(/^[\s,،，、]+/u, '');
  if (rest === '') return { end: text.length };
  if (!isAddressee(rest) || (!closed && rest.split(/\s+/).length > 4)) return undefined;
  const name = nameIn(rest);
  return name === undefined ? { end: text.length } : { end: text.length, name };
}

/** Whether a line is nothing but a sign-off, in any of the languages listed. */
export function isListedSignOff(line: string): boolean {
  const text = line.trim();
  return text.length <= 60 && signOffs.has(text.replace(PUNCTUATION_AT_END, '').replaceAll('’', "'").toLowerCase());
}

/** Whether a line is a sign-off with a name behind it: `Mvh Lina`, `Viele Grüße, Ana Brandt`. */
export function isListedSignOffWithName(line: string): boolean {
  const text = line.trim().replace(PUNCTUATION_AT_END, '');
  if (text.length > 60) return false;
  const phrase = phraseAt(text.toLowerCase(), signOffPhrases);
  if (phrase === undefined) return false;
  const rest = text.slice(phrase.length);
  return /^(?:[ \t]*[,.!–—，、][ \t]*|[ \t]+)\p{Lu}[\p{L}'’.-]*(?:[ \t]+\p{Lu}[\p{L}'’.-]*){0,3}$/u.test(rest);
}

interface Words {
  readonly greetings: readonly string[];
  readonly signOffs: readonly string[];
  readonly titles: string;
  readonly verdicts: string;
  readonly contactLabels: string;
  readonly streets: string;
  readonly sentFrom: string;
  readonly inTitles: string;
}

const words = source as Words;
const PUNCTUATION_AT_END = /(?:[\s,.;:!–—،，、。！：؛-]|\p{Cf}){1,8}$/u;

const greetings = byFirstWord(words.greetings);
const signOffPhrases = byFirstWord(words.signOffs);
const signOffs = new Set(phrasesOf(words.signOffs));
const titles = new Set(phrasesOf([words.titles]));
const addressedByTitle = /^[\p{Lo}\p{L}\p{N} ]{1,20}(?:様|さま|さん|殿|先生|님|님께)$/u;
const JOINING = new Set(
  'and und et y e i en och og ja и та ve és și și και & both all team everyone folks there again alle team zusammen tous toutes equipo todos tutti allen alla kaikki wszyscy všichni все всем'.split(
    ' ',
  ),
);

function phrasesOf(lists: readonly string[]): string[] {
  return lists.flatMap(listedWords);
}

/** Phrases by their first word, the longest first; those of scripts without spaces by their first letter. */
function byFirstWord(lists: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const phrase of new Set(phrasesOf(lists))) {
    const key = keyOf(phrase);
    map.set(
      key,
      [...(map.get(key) ?? []), phrase].sort((a, b) => b.length - a.length),
    );
  }
  return map;
}

function keyOf(text: string): string {
  return isUnspaced(text) ? text.slice(0, 1) : (/^[^\s,.!:]+/u.exec(text)?.[0] ?? '');
}

function isUnspaced(text: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(text);
}

function phraseAt(lower: string, phrases: ReadonlyMap<string, readonly string[]>): string | undefined {
  const found = phrases.get(keyOf(lower));
  return found?.find(
    (phrase) =>
      lower.startsWith(phrase) &&
      (isUnspaced(phrase) || !/^[\p{L}\p{N}'’-]/u.test(lower.slice(phrase.length, phrase.length + 1))),
  );
}

/** Names, titles and joining words, no sentence. */
function isAddressee(rest: string): boolean {
  if (rest.length > 60 || /[?!;:]|\d{3}/.test(rest)) return false;
  const tokens = rest.split(/[\s,/]+/).filter((token) => token !== '');
  return (
    tokens.length <= 8 &&
    tokens.every((token) => {
      const lower = token.toLowerCase().replace(/\.$/, '');
      return (
        /^[\p{Lu}\p{Lo}@(&]/u.test(token) ||
        titles.has(lower) ||
        JOINING.has(lower) ||
        greetings.has(lower) ||
        PARTICLES.has(lower)
      );
    })
  );
}

const PARTICLES = new Set('de van von der den da di do dos du la le el al bin ben ter ten zu af av a o'.split(' '));

/** The name without the titles before it. */
function nameIn(rest: string): string | undefined {
  const tokens = rest.split(/[\s,/]+/).filter((token) => !/^[&(]/.test(token));
  const kept = tokens.filter((token, at) => {
    const lower = token.toLowerCase().replace(/\.$/, '');
    return !titles.has(lower) && !JOINING.has(lower) && !(at === 0 && greetings.has(lower) && tokens.length > 1);
  });
  return kept.length === 0 ? undefined : kept.join(' ');
}
