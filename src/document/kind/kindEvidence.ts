import type { Block, Region } from '../draft/draft';
import source from './kindFeatures.yaml';
import { createPhraseCounter, type PhraseCounter } from './phraseCounter';

/** What one segment gives for the judgement of the document's kind. */
export interface KindEvidence {
  /** By the index of a family in `titleFamilies`. */
  readonly titles: Uint16Array;
  /** By the index of a family in `wordFamilies`. */
  readonly words: Uint16Array;
  readonly counts: Readonly<StructureCounts>;
  /** The families of its first title; nothing where it has none. */
  readonly firstTitle: Uint16Array | undefined;
  readonly greets: boolean;
  readonly addresses: boolean;
  readonly takesLeave: boolean;
  readonly endsWithName: boolean;
}

/** Worked out when somebody first asks: most documents say by their name or language what they are. */
export interface LazyKindEvidence {
  value?: KindEvidence;
}

interface EvidenceSource {
  readonly blocks: readonly Block[];
  readonly regions: readonly Region[];
  readonly kindEvidence: LazyKindEvidence;
}

export function kindEvidenceOf(segment: EvidenceSource, text: string): KindEvidence {
  segment.kindEvidence.value ??= gather(segment, text);
  return segment.kindEvidence.value;
}

interface FamilySource {
  readonly says: string;
  readonly words: readonly string[];
}

export const kindFeatureSource = source as {
  readonly reasons: Readonly<Record<string, string>>;
  readonly likeness: Readonly<Record<string, string>>;
  readonly titles: Readonly<Record<string, FamilySource>>;
  readonly words: Readonly<Record<string, FamilySource>>;
  readonly greetings: readonly string[];
  readonly farewells: readonly string[];
  readonly structure: Readonly<Record<string, string | null>>;
};

export const titleFamilies: readonly string[] = Object.keys(kindFeatureSource.titles);
/** Families of titles that proposals have come first; those after them are other documents'. */
export const OFFER_FAMILIES = titleFamilies.indexOf('team') + 1;
export const wordFamilies: readonly string[] = Object.keys(kindFeatureSource.words);

export interface StructureCounts {
  blocks: number;
  headings: number;
  listItems: number;
  labels: number;
  words: number;
  questions: number;
  exclamations: number;
  amounts: number;
  placeholders: number;
  links: number;
  tables: number;
  code: number;
  markup: number;
  duties: number;
  quoted: number;
  history: number;
  signatures: number;
  frontMatter: number;
  sitePage: number;
  datedPage: number;
  sentences: number;
  promises: number;
  orders: number;
  totals: number;
  boundUntil: number;
  titles: number;
  offerTitles: number;
  otherTitles: number;
}

/** Of a longer block, table or front matter no more is looked at. */
const LONGEST = 2000;

function gather({ blocks, regions }: EvidenceSource, text: string): KindEvidence {
  const counters = phraseCounters();
  const titles = new Uint16Array(titleFamilies.length);
  const words = new Uint16Array(wordFamilies.length);
  const counts = noCounts();
  let firstTitle: Uint16Array | undefined;
  const addTitle = (title: string, mayOpen: boolean) => {
    const { counts: found } = counters.titles.count(title, new Uint16Array(titleFamilies.length));
    if (mayOpen) firstTitle ??= found;
    counts.titles++;
    if (found.some((count, family) => count > 0 && family < OFFER_FAMILIES)) counts.offerTitles++;
    if (found.some((count, family) => count > 0 && family >= OFFER_FAMILIES)) counts.otherTitles++;
    for (let family = 0; family < titles.length; family++) titles[family]! += found[family]!;
  };
  let takesLeave = false;
  for (const block of blocks) {
    const own = block.text.slice(0, LONGEST);
    counts.blocks++;
    if (block.type === 'heading') counts.headings++;
    if (block.type === 'list-item') counts.listItems++;
    if (block.type === 'sign-off' || beginsShortLine(own, counters.farewells)) takesLeave = true;
    for (const { kind } of block.masks) if (kind === 'opaque') counts.links++;
    const title = block.type === 'heading' ? own : titleIn(own);
    if (title !== undefined && block.type !== 'salutation' && block.type !== 'sign-off') {
      addTitle(title, true);
      if (block.type !== 'heading') counts.labels++;
    }
    counts.words += counters.words.count(own, words).length;
    countMarks(own, counts);
  }
  for (const region of regions) {
    const inside = text.slice(region.start, Math.min(region.end, region.start + LONGEST));
    if (region.type === 'table') {
      counts.tables++;
      counts.amounts += inside.match(AMOUNT)?.length ?? 0;
      for (const label of firstCells(inside)) addTitle(label, false);
    } else if (region.type === 'code') counts.code++;
    else if (region.type === 'html') counts.markup++;
    else if (region.type === 'quoted' || region.type === 'forwarded') counts.quoted++;
    else if (region.type === 'header' || region.type === 'attribution') counts.history++;
    else if (region.type === 'signature') counts.signatures++;
    else if (region.type === 'front-matter') {
      counts.frontMatter++;
      if (SITE_KEY.test(inside)) counts.sitePage++;
      if (DATE_KEY.test(inside)) counts.datedPage++;
      const title = TITLE_KEY.exec(inside)?.[1];
      if (title !== undefined) addTitle(title, true);
    }
  }
  const first = blocks[0];
  const firstLine = first === undefined || first.type === 'heading' ? '' : lineAtStart(first.text);
  const last = blocks.at(-1);
  return {
    titles,
    words,
    counts,
    firstTitle,
    greets:
      first?.type === 'salutation' || beginsShortLine(firstLine, counters.greetings) || greetsInPassing(firstLine),
    addresses: firstLine.length < 60 && ADDRESSED.test(firstLine),
    takesLeave,
    endsWithName: last !== undefined && last.type !== 'heading' && NAME_BELOW.test(last.text.slice(-60)),
  };
}

interface Counters {
  readonly titles: PhraseCounter;
  readonly words: PhraseCounter;
  readonly greetings: PhraseCounter;
  readonly farewells: PhraseCounter;
}

let ready: Counters | undefined;

function phraseCounters(): Counters {
  ready ??= {
    titles: createPhraseCounter(Object.values(kindFeatureSource.titles).map(({ words }) => words)),
    words: createPhraseCounter(Object.values(kindFeatureSource.words).map(({ words }) => words)),
    greetings: createPhraseCounter([kindFeatureSource.greetings]),
    farewells: createPhraseCounter([kindFeatureSource.farewells]),
  };
  return ready;
}

function noCounts(): StructureCounts {
  return {
    blocks: 0,
    headings: 0,
    listItems: 0,
    labels: 0,
    words: 0,
    questions: 0,
    exclamations: 0,
    amounts: 0,
    placeholders: 0,
    links: 0,
    tables: 0,
    code: 0,
    markup: 0,
    duties: 0,
    quoted: 0,
    history: 0,
    signatures: 0,
    frontMatter: 0,
    sitePage: 0,
    datedPage: 0,
    sentences: 0,
    promises: 0,
    orders: 0,
    totals: 0,
    boundUntil: 0,
    titles: 0,
    offerTitles: 0,
    otherTitles: 0,
  };
}

const AMOUNT =
  /[$£€₹¥][ ]?\d|\d[ ]?(?:[kKmM]\b|bn\b|%|€|£|USD|EUR|GBP|CHF|INR|kr\b|euros?\b|dollars?\b|pounds?\b)|\b(?:USD|EUR|GBP|CHF|INR|Rs)\.?[ ]?\d/g;
const PLACEHOLDER =
  /\{\{?[^{}\n]{1,60}\}|\[[ ]?\p{L}[^[\]\n]{1,60}\](?![([])|<%|\$\{|<\p{L}+(?:[ _-]\p{L}+){1,3}>|_{4,}|%\(?\p{Ll}{2,}/gu;
const DUTY = /\b(?:MUST|SHALL|SHOULD|REQUIRED|MAY)\b/g;

function countMarks(own: string, counts: StructureCounts): void {
  counts.questions += own.match(/\?(?=\s|$)/g)?.length ?? 0;
  counts.exclamations += own.match(/!(?=\s|$)/g)?.length ?? 0;
  counts.amounts += own.match(AMOUNT)?.length ?? 0;
  counts.placeholders += own.match(PLACEHOLDER)?.length ?? 0;
  counts.duties += own.match(DUTY)?.length ?? 0;
  counts.promises += own.match(PROMISE)?.length ?? 0;
  counts.totals += own.match(TOTAL)?.length ?? 0;
  if (BOUND_UNTIL.test(own)) counts.boundUntil++;
  for (const sentence of own.split(/(?<=[.!?:])\s+|\n/, 60)) {
    if (sentence.length < 3) continue;
    counts.sentences++;
    if (ORDER.test(sentence)) counts.orders++;
  }
}

const PROMISE =
  /\b(?:we|i|our (?:team|company|firm|crew|group|choirs?)|the (?:contractor|supplier|applicant|bidder|proposer|consultant|vendor|student|team|project|programme|pilot))(?:'ll| (?:will|would|propose|offer|suggest|ask|plan|intend|aim|seek|request|estimate|quote|apply|need|want|expect|charge|handle|deliver|provide|can begin|can start|can offer|are asking|are seeking|are applying|are pleased to|are bound))\b/gi;
const TOTAL =
  /\b(?:total|sum|subtotal|lump sum|altogether|in all|amount(?:s)? (?:to|requested|applied)|budget|monthly charge|fixed|fee|funding|funds?)\b[^.\n]{0,40}?\d/gi;
const BOUND_UNTIL =
  /\b(?:valid|stands?|holds?|bound by|open|binding|good|until|closing date|apply by|submit(?:ted)? by|arrive by|receive[ds]? by|due by|deadline)\b[^.\n]{0,30}\b(?:until|till|by|for|to|is)?[^.\n]{0,20}(?:\d{1,2}(?:st|nd|rd|th)?\b|end of|january|february|march|april|may|june|july|august|september|october|november|december|days|weeks)/i;
const ORDER =
  /^[\s*_#>-]*(?:\d+[.)]\s*)?(?:please )?(?:add|allow|ask|avoid|be|begin|boil|book|bring|build|call|change|check|choose|chop|cite|click|copy|create|cut|define|delete|do|don['’]t|drain|draw|ensure|enter|explain|fill|find|follow|give|go|have|install|keep|learn|leave|let|list|look|make|mix|move|never|note|open|press|put|read|remember|remove|replace|report|ring|run|save|say|see|select|serve|set|show|start|stir|stop|take|talk|tell|test|try|turn|use|visit|wait|watch|write)\b(?! (?:is|are|was|of)\b)/i;

const SITE_KEY =
  /^[ \t]*"?(?:layout|permalink|slug|categories|category|tags|date|author|authors|path|sidebar|nav_order|weight|draft|status|template|type)"?[ \t]*[:=]/m;
const DATE_KEY = /^[ \t]*"?(?:(?:post_|event_)?date|published|path|pubDate|expires)"?[ \t]*[:=]/m;
const TITLE_KEY = /^(?:sub)?title[ \t]*[:=][ \t]*(.{1,120})/m;

/** The title that a paragraph is, or the label that it begins with (`**Budget:** …`, `Budget: …`). */
function titleIn(text: string): string | undefined {
  const line = lineAtStart(text);
  const label = LABEL.exec(line)?.[1];
  if (label !== undefined) return label;
  if (line.length !== text.length || line.length > 70 || /[.!?,;:]$/.test(line)) return undefined;
  return (line.match(/\S+/g)?.length ?? 0) <= 8 && /^[^\p{Ll}]/u.test(line) ? line : undefined;
}

const LABEL =
  /^(?:[*_]{1,3})?[ \t]*((?:\d{1,2}[.)][ \t]*)?\p{Lu}[^:*\n]{2,44})(?:[*_]{1,3}[ \t]*:|:(?:[*_]{1,3})?|[*_]{2,3})(?=\s|$)/u;

function firstCells(table: string): string[] {
  return table.split('\n', 40).flatMap((row) => /^[ \t|]*([^|\t]{2,60}?)[ ]*(?:\||\t| {3,})/.exec(row)?.[1] ?? []);
}

function lineAtStart(text: string): string {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text : text.slice(0, end);
}

/** Whether a line of at most seven words begins with one of the counter's phrases. */
function beginsShortLine(text: string, phrases: PhraseCounter): boolean {
  for (const line of text.split(/[\r\n]+/, 40)) {
    if (line.length > 70 || line.length < 2) continue;
    const { length, first } = phrases.count(line, new Uint16Array(1));
    if (first && length <= 7) return true;
  }
  return false;
}

const IN_PASSING = /^[ \t]*(?:Dear|Hi|Hello|Hey)[ \t]+(?:\p{Lu}|all\b|there\b|team\b|[[{<])[^.!?\n]{0,60}[,!–—-][ \t]/u;

function greetsInPassing(line: string): boolean {
  return IN_PASSING.test(line);
}

/** `Dominik,` or `R Users and Developers,`: a short line of capitalised words that a comma or colon ends. */
const ADDRESSED =
  /^[ \t]*(?:@?[\p{Lu}[{<][\p{L}\p{N}.'’_[\]{}<>-]*|and|und|et|y|e|og|och|&|of|de|van|von)(?:[ ,]+(?:@?[\p{Lu}[{<][\p{L}\p{N}.'’_[\]{}<>-]*|and|und|et|y|e|og|och|&|of|de|van|von)){0,6}[ \t]*[,:!–—-]{1,2}[ \t]*$/u;

const NAME_BELOW =
  /(?:^|[\r\n])[ \t]*[-–—~]{0,2}[ \t]*[[{]?\p{Lu}[\p{L}.'’-]*(?: [\p{Lu}[{][\p{L}.'’-]*){0,3}[\]}]{0,2}[ \t]*$/u;
