import type { Block, Region } from '../draft/draft';
import { stampLine } from '../messages/stamps';
import { type ChatHead, chatHeadsIn } from './chatHeads';
import { amountsIn, countMarks, isCoded, isPriced, noCounts, type StructureCounts } from './kindCounts';
import { kindFeatureSource, OFFER_FAMILIES, titleFamilies, wordFamilies } from './kindFeatureSource';
import { firstCells, namesCode, tellsHow, titlesIn } from './kindTitles';
import { anyKindWord } from './kindWords';
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
  readonly chatHeads: readonly ChatHead[];
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

/** Of a longer block, table or front matter no more is looked at. */
const LONGEST = 2000;
const MOST_LINES = 60;

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
    if (namesCode(title)) counts.codeTitles++;
    if (tellsHow(title)) counts.askingTitles++;
    if (found.some((count, family) => count > 0 && family < OFFER_FAMILIES)) counts.offerTitles++;
    if (found.some((count, family) => count > 0 && family >= OFFER_FAMILIES)) counts.otherTitles++;
    for (let family = 0; family < titles.length; family++) titles[family]! += found[family]!;
  };
  const chatHeads: ChatHead[] = [];
  let takesLeave = false;
  for (const block of blocks) {
    const own = block.text.slice(0, LONGEST);
    counts.blocks++;
    if (block.type === 'heading') counts.headings++;
    if (block.type === 'list-item') counts.listItems++;
    if (block.type === 'sign-off' || beginsShortLine(own, counters.farewells)) takesLeave = true;
    for (const { kind } of block.masks) if (kind === 'opaque') counts.links++;
    if (block.type === 'heading') addTitle(own, true);
    else if (block.type !== 'salutation' && block.type !== 'sign-off') {
      for (const title of titlesIn(own)) {
        addTitle(title, true);
        counts.labels++;
      }
    }
    const lines = own.split('\n', MOST_LINES);
    chatHeads.push(...chatHeadsIn(lines));
    for (const line of lines) {
      if (isPriced(line)) counts.pricedLines++;
      if (isCommentHead(line)) counts.commentHeads++;
    }
    counts.words += counters.words.count(own, words).length;
    countMarks(own, counts);
  }
  for (const region of regions) {
    const inside = text.slice(region.start, Math.min(region.end, region.start + LONGEST));
    if (region.type === 'table') {
      counts.tables++;
      counts.amounts += amountsIn(inside);
      for (const row of inside.split('\n', MOST_LINES)) {
        counts.tableRows++;
        if (isCoded(row)) counts.codedLines++;
        if (isPriced(row)) counts.pricedLines++;
        if (isCommentHead(row)) counts.commentHeads++;
      }
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
      for (const key of inside.match(FIELD)?.slice(0, MOST_FIELDS) ?? []) addTitle(key.replace(/[-_]/g, ' '), false);
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
    chatHeads,
    greets:
      first?.type === 'salutation' || beginsShortLine(firstLine, counters.greetings) || greetsInPassing(firstLine),
    addresses: firstLine.length < 60 && ADDRESSED.test(firstLine),
    takesLeave,
    endsWithName: last !== undefined && last.type !== 'heading' && NAME_BELOW.test(last.text.slice(-60)),
  };
}

/** A line of a page above what somebody wrote: "ola commented on 3 May", or only "on 3 May". */
function isCommentHead(line: string): boolean {
  const stamp = stampLine(line);
  return stamp !== undefined && /\p{Ll}{2}/u.test(stamp.glue);
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
    words: createPhraseCounter(
      Object.entries(kindFeatureSource.words).map(([family, { words }]) => [
        ...words,
        ...(family === 'second-person' ? kindFeatureSource.elsewhere.reader : []),
        ...(family === 'first-person' ? kindFeatureSource.elsewhere.self : []),
        ...(family === 'courtesy' ? kindFeatureSource.elsewhere.courtesies : []),
      ]),
    ),
    greetings: createPhraseCounter([kindFeatureSource.greetings]),
    farewells: createPhraseCounter([kindFeatureSource.farewells]),
  };
  return ready;
}

const MOST_FIELDS = 20;
const FIELD = /^\w[\w -]{1,30}(?=[ \t]*[:=])/gm;
const SITE_KEY = new RegExp(`^[ \\t]*"?(?:${anyKindWord('siteKey')})"?[ \\t]*[:=]`, 'm');
const DATE_KEY = /^[ \t]*"?(?:(?:post_|event_)?date|published|path|pubDate|expires)"?[ \t]*[:=]/m;
const TITLE_KEY = /^(?:sub)?title[ \t]*[:=][ \t]*(.{1,120})/m;

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

const IN_PASSING = new RegExp(
  `^[ \\t]*(?:${anyKindWord('greeting')})[ \\t]+(?:\\p{Lu}|all\\b|there\\b|team\\b|[[{<])[^.!?\\n]{0,60}[,!–—-][ \\t]`,
  'u',
);

function greetsInPassing(line: string): boolean {
  return IN_PASSING.test(line);
}

/** `Dominik,` or `R Users and Developers,`: a short line of capitalised words that a comma or colon ends. */
const ADDRESSED =
  /^[ \t]*(?:@?[\p{Lu}[{<][\p{L}\p{N}.'’_[\]{}<>-]*|and|und|et|y|e|og|och|&|of|de|van|von)(?:[ ,]+(?:@?[\p{Lu}[{<][\p{L}\p{N}.'’_[\]{}<>-]*|and|und|et|y|e|og|och|&|of|de|van|von)){0,6}[ \t]*[,:!–—-]{1,2}[ \t]*$/u;

const NAME_BELOW =
  /(?:^|[\r\n])[ \t]*[-–—~]{0,2}[ \t]*[[{]?\p{Lu}[\p{L}.'’-]*(?: [\p{Lu}[{][\p{L}.'’-]*){0,3}[\]}]{0,2}[ \t]*$/u;
