import { numberWord } from '../language/vocabulary';
import { wordClass } from '../language/wordClasses';
import source from './judgementWords.yaml';
import { wordSet } from './valenceLexicon';

const classes = source as Readonly<Record<string, string>>;

export const articles = wordClass('article');
export const fillers = read('fillers');
export const links = read('links');
export const auxiliaries = read('auxiliaries');
export const beings = read('beings');
export const perfects = read('perfects');
export const readers = wordClass('reader');
export const writers = wordClass('writer');
export const others = read('others');
export const pointers = read('pointers');
export const definite = wordClass('definite');
export const demonstratives = read('demonstratives');
export const yours = wordClass('reader-owner');
export const ours = wordClass('writer-owner');
export const theirs = read('theirs');
export const exclaimers = read('exclaimers');
export const verdicts = read('verdicts');
export const hedges = read('hedges');
/** “Less than honest” denies what it stands before. */
export const negators = new Set([...wordClass('negator'), numberWord('less')]);
export const owners = read('owners');
export const sayings = read('sayings');
export const indefinite = wordClass('indefinite');
export const ownUps = read('own-ups');
export const reports = read('reports');
export const joining = read('joining');
export const onlys = read('onlys');
export const stoppers = read('stoppers');
export const jokes = read('jokes');
export const functionWords = read('function-words');
export const nobody = numberWord('nobody');

function read(name: string): ReadonlySet<number> {
  return wordSet(classes[name]!.trim().split(/\s+/));
}
