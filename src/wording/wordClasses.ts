import { numberWord } from '../language/vocabulary';
import { wordSet } from './valenceLexicon';

// Closed classes of words, by which the judgement finds who or what a charged word is said of.

export const articles = set('a an the');
export const fillers = set('such more and of full piece load bunch pack not only just merely');
export const links = set(
  'am is are was were be been being sound sounds sounded look looks looked seem seems seemed feel feels felt become becomes became getting remains remain',
);
export const auxiliaries = set(
  'have has had do does did will would can could should must may might is are was were be been being to get got keep keeps kept went gone and',
);
export const beings = set('is are was were be been being get gets getting got');
export const perfects = set('have has had did do and');
export const readers = set('you u ya yourself yourselves');
export const writers = set('i we me us myself ourselves');
export const others = set('he she they him them who');
export const pointers = set('this that these those it which what all everything both');
export const demonstratives = set('this that these those such another what');
export const yours = set('your yours');
export const ours = set('my our mine ours');
export const theirs = set('his her their its theirs hers');
export const exclaimers = set('what how such');
export const verdicts = set(
  'find finds found finding consider considered call calls called think thought deem makes make',
);
export const hedges = set('if whether may might could would perhaps maybe almost somewhat bit little unless sound');
export const negators = set('not no never without neither nor hardly nobody nothing less');
export const owners = set('your this these those');
export const nobody = numberWord('nobody');
export const sayings = set(
  'say saying said think thinking mean meaning suggest suggesting call calling find imply implying claim claiming',
);
export const indefinite = set('a an');
export const ownUps = set('sorry my apologies apologise apologize');
export const reports = set(
  'says said saying tells told calls called calling argues argued claims claimed describes described denounced denounces accused accuses complained complains criticised criticized slammed blasted dismissed dismisses labelled labeled branded deemed wrote writes declared quoted reported reports',
);
export const joining = set(
  'of to in on at by for from with about into over under and or but nor if whether than as is are was were be been am has have had do does did will would can could should may might must my his her its their no every each some any very so too quite that which who because',
);
export const onlys = set('only just merely simply short');
export const stoppers = set('and or but because if when while that which who whether so than then as');
export const jokes = set('lol haha hahaha joking kidding');
export const functionWords = set(
  'a an the and or but nor so yet if because since although though while when where why how that this these those which who whom whose ' +
    'i me my mine we us our ours you your yours he him his she her hers it its they them their theirs there here ' +
    'am is are was were be been being do does did have has had will would shall should can could may might must ' +
    'to of in on at by for from with without about into over under between through during before after above below against within upon toward towards ' +
    'as than then not no never only just also too even still already again now ever very more most less least much many some any each every all both ' +
    'what whatever given considering beyond please one ones until unless whether either neither',
);

function set(words: string): ReadonlySet<number> {
  return wordSet(words.split(' '));
}
