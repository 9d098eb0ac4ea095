import type { Region } from '../draft/draft';
import { areChat } from './chatHeads';
import type { StructureCounts } from './kindCounts';
import type { KindEvidence } from './kindEvidence';
import { kindFeatureSource, OFFER_FAMILIES, titleFamilies, wordFamilies } from './kindFeatureSource';

/** Names of the features, in the order of the vector that `kindFeatureVector` gives. */
export const kindFeatureNames: readonly string[] = [
  ...Object.keys(kindFeatureSource.structure),
  ...titleFamilies.map((family) => `title/${family}`),
  ...titleFamilies.map((family) => `opens/${family}`),
  ...wordFamilies.map((family) => `words/${family}`),
];

/** What a user reads as a reason; nothing for features that would tell a user nothing. */
export function reasonOfFeature(name: string): string | undefined {
  const [group, family = ''] = name.split('/');
  if (group === 'title' || group === 'opens') return kindFeatureSource.titles[family]?.says;
  if (group === 'words') return kindFeatureSource.words[family]?.says;
  return kindFeatureSource.structure[name] ?? undefined;
}

/** Families of titles below which prices are an offer. */
const OFFERS = ['offer', 'request-for-offers', 'sponsorship', 'next-step'];

/** How many segments at the beginning and at the end are looked at: enough to know a document by. */
export const HEAD_SEGMENTS = 120;
export const TAIL_SEGMENTS = 24;

/** Features between 0 and 1 of the document that `evidence` (of its segments, in order) describes. */
export function kindFeatureVector(evidence: readonly KindEvidence[], firstRegion: Region | undefined): number[] {
  const titles = new Array<number>(titleFamilies.length).fill(0);
  const words = new Array<number>(wordFamilies.length).fill(0);
  const all: Partial<Record<keyof StructureCounts, number>> = {};
  const own: KindEvidence[] = [];
  for (const segment of evidence) {
    segment.titles.forEach((count, family) => {
      titles[family]! += count;
    });
    segment.words.forEach((count, family) => {
      words[family]! += count;
    });
    for (const name of Object.keys(segment.counts) as (keyof StructureCounts)[])
      all[name] = (all[name] ?? 0) + segment.counts[name];
    if (segment.counts.blocks > 0) own.push(segment);
  }
  const sum = (name: keyof StructureCounts) => all[name] ?? 0;
  const total = sum('words');
  const plain = sum('headings') + sum('tables') + sum('code') + sum('markup') + sum('frontMatter') === 0;
  const begins = own.slice(0, 4);
  const ends = own.slice(-6);
  const opens = evidence.find(({ firstTitle }) => firstTitle !== undefined)?.firstTitle;
  const present = (from: number, to: number) => titles.slice(from, to).filter((count) => count > 0).length;
  const greets = begins.some((segment) => segment.greets);
  const addresses = begins.slice(0, 2).some((segment) => segment.addresses && !segment.greets);
  const leaves = ends.some(({ takesLeave }) => takesLeave);
  const named = plain && ends.slice(-3).some(({ endsWithName }) => endsWithName);
  const rows = sum('lines') + sum('tableRows');
  const commented = sum('commentHeads') >= 2;
  const chat =
    commented ||
    areChat(
      evidence.flatMap(({ chatHeads }) => chatHeads),
      rows,
    );
  const framed =
    commented || greets || addresses || leaves || named || sum('signatures') + sum('quoted') + sum('history') > 0;
  // Prices alone are a list; below a title of an offer or a tier, or with somebody who offers them, they are more.
  const offers = OFFERS.some((family) => titles[titleFamilies.indexOf(family)]! > 0);
  const speaks = offers || sum('exchanges') + sum('promises') + sum('requests') + sum('totals') + sum('boundUntil') > 0;
  const deals = sum('amounts') + sum('largeNumbers') + sum('totals') + sum('boundUntil') + sum('pricedLines') > 0;
  const spoken = (family: string) => words[wordFamilies.indexOf(family)]!;
  const exchanges = share(sum('exchanges'), sum('sentences'));
  const structure: Readonly<Record<string, number>> = {
    length: Math.min(1, Math.log10(total + 1) / 3.5),
    short: yes(plain && total <= 120),
    plain: yes(plain),
    'first-heading': yes((own[0]?.counts.headings ?? 0) > 0),
    headings: logarithmic(sum('headings'), 20),
    'heading-share': share(sum('headings'), sum('blocks')),
    'list-share': share(sum('listItems'), sum('blocks')),
    tables: logarithmic(sum('tables'), 8),
    code: logarithmic(sum('code'), 8),
    markup: logarithmic(sum('markup'), 8),
    links: rate(sum('links'), total, 8),
    questions: rate(sum('questions'), total, 4),
    exclamations: rate(sum('exclamations'), total, 4),
    amounts: logarithmic(sum('amounts'), 12),
    placeholders: logarithmic(sum('placeholders'), 12),
    labels: logarithmic(sum('labels'), 20),
    'duties-in-capitals': logarithmic(sum('duties'), 12),
    'front-matter': yes(sum('frontMatter') > 0),
    'site-page': yes(sum('sitePage') > 0),
    'dated-page': yes(sum('datedPage') > 0),
    greeting: yes(greets),
    addressed: yes(addresses),
    leave: yes(leaves),
    'name-below': yes(named),
    signature: yes(plain && sum('signatures') > 0),
    quoted: logarithmic(sum('quoted'), 8),
    'quoted-first': yes(
      firstRegion !== undefined &&
        firstRegion.type !== 'front-matter' &&
        (own[0] === undefined || isQuotation(firstRegion)),
    ),
    chat: yes(chat),
    history: yes(commented || sum('history') > 0),
    promises: rate(sum('promises'), total, 3),
    exchanges: Math.sqrt(exchanges),
    'no-exchange': yes(total > 0 && sum('exchanges') === 0),
    unframed: yes(total > 0 && !framed),
    'unframed-words': framed ? 0 : Math.min(1, Math.log10(total + 1) / 3),
    'framed-twice': yes((greets || addresses) && (leaves || named)),
    'numbered-lines': share(sum('numberedLines'), sum('lines')),
    'option-lines': share(sum('optionLines'), sum('lines')),
    'speaker-lines': share(sum('speakerLines'), sum('lines')),
    'program-lines': share(sum('programLines'), sum('lines')),
    'version-lines': logarithmic(sum('versionLines'), 4),
    'asked-lines': share(sum('askedLines'), sum('lines')),
    'answered-lines': answers(own, sum('answeredLines')),
    'coded-lines': share(sum('codedLines'), rows),
    'table-share': share(sum('tableRows'), rows),
    'no-deal': yes(total > 80 && !deals),
    'reader-only': yes(spoken('second-person') >= 3 && spoken('we') + spoken('first-person') === 0),
    'price-list': speaks ? 0 : share(sum('pricedLines'), rows),
    'priced-share': share(sum('pricedLines'), rows),
    'speech-lines': share(sum('speechLines'), sum('lines')),
    'bare-lines': share(sum('bareLines'), sum('lines')),
    orders: share(sum('orders'), sum('sentences')),
    totals: logarithmic(sum('totals'), 5),
    'bound-until': yes(sum('boundUntil') > 0),
    'offer-share': share(sum('offerTitles'), sum('titles')),
    'other-share': share(sum('otherTitles'), sum('titles')),
    'offer-topics': share(present(0, OFFER_FAMILIES), OFFER_FAMILIES),
    'code-titles': share(sum('codeTitles'), sum('titles')),
    'asking-titles': share(sum('askingTitles'), sum('titles')),
    'title-of-code': yes(begins.slice(0, 2).some(({ counts }) => counts.codeTitles > 0)),
    'title-asks': yes(begins.slice(0, 2).some(({ counts }) => counts.headings > 0 && counts.askingTitles > 0)),
    priced: logarithmic(sum('pricedLines'), 6),
    requests: rate(sum('requests'), total, 2),
    'request-first': yes(begins.some(({ counts }) => counts.requests > 0)),
    log: share(sum('stampedLines'), sum('lines')),
    public: yes(begins.some(({ counts }) => counts.publicLines > 0)),
    'short-lines': share(sum('shortLines'), sum('lines')),
    'other-topics': share(present(OFFER_FAMILIES, titles.length), titles.length - OFFER_FAMILIES),
  };
  return [
    ...Object.keys(kindFeatureSource.structure).map((name) => structure[name] as number),
    ...titles.map((count) => logarithmic(count, 6)),
    ...titles.map((_, family) => yes((opens?.[family] ?? 0) > 0)),
    ...words.map((count) => rate(count, total, 6)),
  ];
}

/** Questions with their answers, as in an interview or a page of questions: 0 for fewer than two, 1 from six on. */
function answers(segments: readonly KindEvidence[], inside: number): number {
  let below = 0;
  for (let at = 1; at < segments.length; at++) {
    const before = segments[at - 1]!.counts;
    const only = before.lines === 1 && before.askedLines === 1;
    if (only && segments[at]!.counts.askedLines === 0) below++;
  }
  const all = inside + below;
  return all < 2 ? 0 : logarithmic(all, 6);
}

function isQuotation({ type }: Region): boolean {
  return type === 'quoted' || type === 'forwarded' || type === 'attribution' || type === 'header';
}

function yes(value: boolean): number {
  return value ? 1 : 0;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole);
}

/** 0 for none, 1 from `most` on; the first few count most. */
function logarithmic(count: number, most: number): number {
  return Math.min(1, Math.log1p(count) / Math.log1p(most));
}

/** Occurrences per 100 words, 1 from `most` on; 20 words are added so that one word in a short text does not decide. */
function rate(count: number, words: number, most: number): number {
  return Math.sqrt(Math.min(1, (100 * count) / (words + 20) / most));
}
