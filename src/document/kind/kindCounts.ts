import { kindFeatureSource } from './kindFeatureSource';
import { anyKindWord } from './kindWords';
import { createPhraseCounter } from './phraseCounter';

const countNames = [
  'blocks',
  'headings',
  'listItems',
  'labels',
  'words',
  'questions',
  'exclamations',
  'amounts',
  'placeholders',
  'links',
  'tables',
  'code',
  'markup',
  'duties',
  'quoted',
  'history',
  'signatures',
  'frontMatter',
  'sitePage',
  'datedPage',
  'sentences',
  'promises',
  'orders',
  'totals',
  'boundUntil',
  'titles',
  'offerTitles',
  'otherTitles',
  'codeTitles',
  'askingTitles',
  'pricedLines',
  'requests',
  'stampedLines',
  'publicLines',
  'lines',
  'shortLines',
  'exchanges',
  'numberedLines',
  'optionLines',
  'speakerLines',
  'programLines',
  'versionLines',
  'askedLines',
  'speechLines',
  'bareLines',
  'commentHeads',
  'answeredLines',
  'codedLines',
  'tableRows',
  'largeNumbers',
] as const;

/** How often a segment has what the features of its structure count. */
export type StructureCounts = Record<(typeof countNames)[number], number>;

export function noCounts(): StructureCounts {
  return Object.fromEntries(countNames.map((name) => [name, 0])) as StructureCounts;
}

/** Adds what the words of a block show, line by line and sentence by sentence. */
export function countMarks(own: string, counts: StructureCounts): void {
  counts.questions += own.match(/\?(?=\s|$)/g)?.length ?? 0;
  counts.exclamations += own.match(/!(?=\s|$)/g)?.length ?? 0;
  counts.amounts += amountsIn(own);
  counts.largeNumbers += own.match(LARGE)?.length ?? 0;
  counts.placeholders += own.match(PLACEHOLDER)?.length ?? 0;
  counts.duties += own.match(DUTY)?.length ?? 0;
  counts.promises += own.match(PROMISE)?.length ?? 0;
  counts.totals += own.match(TOTAL)?.length ?? 0;
  if (BOUND_UNTIL.test(own)) counts.boundUntil++;
  for (const sentence of own.split(/(?<=[.!?:])\s+|\n/, 60)) {
    if (sentence.length < 3) continue;
    counts.sentences++;
    if (ORDER.test(sentence)) counts.orders++;
    if (REQUEST.test(sentence)) counts.requests++;
    if (isExchange(sentence.length > 400 ? sentence.slice(0, 400) : sentence)) counts.exchanges++;
  }
  let asked = false;
  for (const line of own.split('\n', 80)) {
    counts.lines++;
    const asks = isAsked(line);
    if (asked && !asks) counts.answeredLines++;
    asked = asks;
    if (STAMPED.test(line)) counts.stampedLines++;
    if (PUBLIC.test(line)) counts.publicLines++;
    if (line.length < SHORT_LINE && !/[.:!?]\s*$/.test(line)) counts.shortLines++;
    countLooks(line.length > 200 ? line.slice(0, 200) : line, counts);
  }
}

/** What the look of a line tells: a list, a manual, a record of speech, a program. */
function countLooks(line: string, counts: StructureCounts): void {
  if (NUMBERED.test(line)) counts.numberedLines++;
  if (OPTION.test(line)) counts.optionLines++;
  if (SPEAKER.test(line)) counts.speakerLines++;
  if (PROGRAM.test(line)) counts.programLines++;
  if (VERSION.test(line)) counts.versionLines++;
  if (isAsked(line)) counts.askedLines++;
  if (isCoded(line)) counts.codedLines++;
  if (SPEECH.test(line)) counts.speechLines++;
  if (line.length < SHORT_LINE && !/[.,:;!?]/.test(line) && /\p{L}/u.test(line)) counts.bareLines++;
}

/** A line that is a question as a whole. */
function isAsked(line: string): boolean {
  return line.length < 200 && /[?？]\)?\s*$/.test(line.slice(-6));
}

/** Whether a line begins with the number of a case, as lists of tickets do. */
export function isCoded(line: string): boolean {
  return CODED.test(line);
}

/** Whether somebody speaks to somebody: of themselves and of the reader in one sentence, or a question that asks the reader. */
function isExchange(sentence: string): boolean {
  exchange ??= exchangePatterns();
  const { reader, self, asks, courtesy, elsewhere, marks } = exchange;
  if (reader.test(sentence) ? self.test(sentence) || asks.test(sentence) : courtesy.test(sentence)) return true;
  if (marks.test(sentence)) return true;
  const { counts } = elsewhere.count(sentence, new Uint16Array(3));
  if (counts[2]! > 0) return true;
  return counts[0]! > 0 && (counts[1]! > 0 || /[?;]\s*$/.test(sentence));
}

let exchange: ReturnType<typeof exchangePatterns> | undefined;

function exchangePatterns() {
  const { words, asking, courtesies, elsewhere } = kindFeatureSource;
  const oneOf = (...lists: readonly (readonly string[])[]) =>
    `(?:${lists.flat().join('|').replaceAll("'", "['’]")})\\b`;
  const listed = (family: string) => words[family]!.words;
  return {
    reader: new RegExp(`\\b${oneOf(listed('second-person'))}`, 'i'),
    self: new RegExp(`\\b${oneOf(listed('first-person'), listed('we'))}`, 'i'),
    asks: new RegExp(`^\\W{0,8}(?:and |but |so |or )?${oneOf(asking)}`, 'i'),
    courtesy: new RegExp(`\\b${oneOf(courtesies)}`, 'i'),
    elsewhere: createPhraseCounter([elsewhere.reader, elsewhere.self, elsewhere.courtesies]),
    marks: new RegExp(elsewhere.marks.join('|')),
  };
}

export function amountsIn(text: string): number {
  return text.match(AMOUNT)?.length ?? 0;
}

/** Whether a line names a thing and its price: a level of sponsorship, an item of a quotation. */
export function isPriced(line: string): boolean {
  return line.length < 200 && (PRICE.test(line) || PRICE_AT_END.test(line) || PRICED_LABEL.test(line));
}

const SHORT_LINE = 52;
const NUMBERED = /^[ \t]*(?:\d{1,2}[.)]|step \d|day \d|question \d|[a-h]\))[ \t:.]/i;
const OPTION = /^[ \t]*(?:-{1,2}[\w?][\w-]*(?:[ =,[]|$)|usage:|options:|commands:)/i;
const SPEAKER = /^[ \t]*(?:\p{Lu}[\p{Lu} .'’-]{1,30}:|[QA][.:])[ \t]/u;
const PROGRAM = /[;{}]\s?$|^[ \t]*(?:\/\/|\/?\*|"{3}|#!|<\/?\w|\S{1,80}:\d+:|at \S{1,80}\()/;
const VERSION = /^[ \t#[]*(?:v|version )?\d+\.\d+(?:\.\d+)?\b.{0,30}$/i;
const CODED = /^[ \t]*(?:[-*•] )?[[(]?(?:\p{Lu}[\p{Lu}\d]{0,9}-\d{1,7}|#\d{1,7}|\p{Lu}{2,5}\d{2,7})\b/u;
const SPEECH = /^[ \t]*["“„«][^"“”„«»]/;

const AMOUNT =
  /\p{Sc}[ ]?\d|\d[ ]?(?:[kKmM]\b|bn\b|%|\p{Sc}|(?:USD|EUR|GBP|CHF|INR|kr|euros?|dollars?|pounds?)\b)|\b(?:USD|EUR|GBP|CHF|INR|Rs)\.?[ ]?\d|\b[A-Z][A-Za-z]{1,2}\.?[ ]\d{1,3}(?:[,.]\d{3})+\b/gu;
/** A number of at least a thousand, written as sums are. */
const LARGE = /(?<![\d.,])\d{1,3}(?:[,.'’ ]\d{3})+(?![\d,.]\d)/g;
const PRICE =
  /\p{Sc}[ ]?\d|\d[ ]?(?:\p{Sc}|(?:USD|EUR|GBP|CHF|kr|euros?|dollars?|pounds?)\b)|\b[A-Z][A-Za-z]{1,2}\.?[ ]\d{1,3}(?:[ ,.]\d{3})+\b/u;
const PRICE_AT_END = /(?:\.{3,}|…|:|\t|\||\s{3,})[ ]*\d{1,3}(?:[ ,.']?\d{3})*(?:[.,]\d{2}|[.,]-)?[ |]*$/;
/** `**Gold, 3,000.**` or `Silver (750):` before what it buys. */
const PRICED_LABEL =
  /^[\s*_#-]{0,6}\p{Lu}[\p{L} '’-]{1,40}(?:, |: | ?\()[^\d\n]{0,12}\d[\d ,.']{1,10}\)?[.:]?(?:[*_]{1,3}|[:,]|$)/u;
const PLACEHOLDER =
  /\{\{?[^{}\n]{1,60}\}|\[[ ]?\p{L}[^[\]\n]{1,60}\](?![([])|<%|\$\{|<\p{L}+(?:[ _-]\p{L}+){1,3}>|_{4,}|%\(?\p{Ll}{2,}/gu;
const DUTY = /\b(?:MUST|SHALL|SHOULD|REQUIRED|MAY)\b/g;
const PROMISE = new RegExp(
  `\\b(?:we|i|our (?:${anyKindWord('ourGroup')})|the (?:${anyKindWord('proposer')}))(?:'ll| (?:${anyKindWord('promise')}))\\b`,
  'gi',
);
/** Somebody asks somebody for money or support, or offers what follows. */
const REQUEST = new RegExp(
  `\\b(?:(?:we|i|the (?:${anyKindWord('asker')})) (?:(?:${anyKindWord('politely')}) )?(?:${anyKindWord('asks')})|(?:are|am) (?:${anyKindWord('isAsking')})|request(?:ed|s|ing)? (?:for|of)|in (?:return|exchange) (?:for|we|you)|(?:offer|quote|propose) (?:the following|as follows)|(?:${anyKindWord('support')}) of)\\b`,
  'i',
);
const TOTAL = new RegExp(`\\b(?:${anyKindWord('total')})\\b[^.\\n]{0,40}?\\d`, 'gi');
const BOUND_UNTIL = new RegExp(
  `\\b(?:${anyKindWord('standing')})\\b[^.\\n]{0,30}\\b(?:until|till|by|for|to|is)?[^.\\n]{0,20}(?:\\d{1,2}(?:st|nd|rd|th)?\\b|${anyKindWord('term')})`,
  'i',
);
const ORDER = new RegExp(
  `^[\\s*_#>-]*(?:\\d+[.)]\\s*)?(?:please )?(?:${anyKindWord('order')})\\b(?! (?:is|are|was|of)\\b)`,
  'i',
);
/** A line of a log: a time or a level before anything else. */
const STAMPED =
  /^[ \t]*\[?(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d|(?:\p{Lu}\p{Ll}{2} [ \d]?\d )\d\d:\d\d:\d\d|(?:DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL|TRACE)\b)/u;
/** A line that speaks to the public: the dateline of a news item, a press release. */
const PUBLIC =
  /^[ \t*_#]*(?:\p{Lu}[\p{Lu} .'’]{2,30}(?:, [\p{L}. ]{2,30})?(?: ?\([^()\n]{3,30}\))? ?[—–-] |(?:for immediate release|press release|news release|media release|media contact)\b)/iu;
