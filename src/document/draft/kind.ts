import { isSalutation } from '../lines/letterLines';
import type { BlockType, DocumentIdentity, Format, KindVerdict } from './draft';

/** What speaks for a kind in the text, gathered block by block as bits. */
export const SIGN = {
  salutation: 1,
  greeting: 1 << 1,
  signOff: 1 << 2,
  headers: 1 << 3,
  history: 1 << 4,
  heading: 1 << 5,
  code: 1 << 6,
  namedProposal: 1 << 7,
} as const;

const TOPIC_BASE = 8;
/** Headings that proposals have, most telling first. */
const TOPICS: readonly RegExp[] = [
  /^(?:(?:project|our|the|proposed|statement of)\s)*(?:scope|work plan|workplan)\b|^scope (?:of|and)|^what(?:'s| is) included|^statement of work/,
  /^(?:our |the |proposed |project |estimated |total |indicative )*(?:pricing|prices?|costs?|costing|fees?|investment|commercials?|commercial (?:offer|terms|proposal)|quotation|rates?)\b(?! of)/,
  /^(?:our |the |proposed |project |indicative |delivery |implementation )*(?:timeline|time ?line|schedule|milestones?|timetable|time ?frame|project plan|roadmap|development roadmap)\b/,
  /^(?:our |the |key |project )*(?:deliverables?|outputs?|what you (?:will )?(?:get|receive))\b/,
  /^(?:our |the |proposed |project |total |requested )*budget\b|^(?:amount|funding) requested|^(?:grant|funding) (?:amount|request)/,
  /^(?:our |the |proposed |suggested )*next steps?\b|^how (?:to|we) (?:proceed|start)|^acceptance\b/,
  /^(?:payment|commercial|contract)(?: (?:terms|schedule|conditions))\b|^terms(?: (?:and|&) conditions)?$|^validity\b/,
  /^(?:our |the |proposed |technical |recommended )*(?:approach|methodology|solution|offer|offering)\b/,
  /^(?:your|the|client|customer|our understanding of your) (?:needs?|requirements|situation|challenge|goals?|objectives)\b|^our understanding\b|^understanding of\b|^executive summary\b/,
  /^(?:(?:our|the|project|your) )*team(?: members)?\b|^about us\b|^why (?:us|choose)|^(?:team|our|relevant|team's) experience\b|^references\b.*clients/,
  /^(?:project|proposal|grant) (?:description|overview|details|summary|background|proposal)\b|^ecosystem fit|^future plans|^problem statement|^objectives\b|^goals\b/,
];
const TELLING = 6;

const OTHER_BASE = 20;
/** Headings of manuals, minutes, contracts and articles. */
const OTHERS: readonly RegExp[] = [
  /^(?:usage|how to use|examples?|quick ?start|getting started|command(?: |-)line|cli|api(?: reference)?|parameters|options|methods)\b/,
  /^(?:install(?:ation|ing)?|building|build|configuration|prerequisites|requirements to build|troubleshooting|faq|debugging)\b/,
  /^(?:contribut(?:ing|ors)|licen[cs]e|changelog|release notes|unreleased|acknowledge?ments|code of conduct|security)\b|^\[?v?\d+\.\d+\.\d+/,
  /^(?:attendees|present|apologies|minutes|agenda|action items|actions|decisions|any other business|aob|attendance)\b/,
  /^(?:definitions|governing law|indemni\w+|recitals|whereas|severability|force majeure|entire agreement|termination|warranties|limitation of liability|confidentiality|assignment)\b/,
  /^(?:tl;?dr|related work|abstract|conclusions?|further reading|comments|share this)\b/,
];

/** Minutes and contracts have budgets and next steps too. */
const MINUTES_OR_CONTRACT = 0b11000;

const NAMED = /\b(?:proposal|quotation|tender|bid|grant application|statement of work|letter of offer|rfp response)\b/;

const ANY = new RegExp([...TOPICS, ...OTHERS, NAMED].map(({ source }) => `(?:${source})`).join('|'));

/** The signs that one block of the writer's words gives; `text` is what the block says. */
export function signsOf(type: BlockType, text: string): number {
  if (type === 'salutation') return isSalutation(text) ? SIGN.salutation : 0;
  if (type === 'sign-off') return SIGN.signOff;
  if (text.length > 90) return 0;
  const heading = type === 'heading';
  const title = text
    .replace(
      /^[\s#*_]*(?:(?:part|section|phase)\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.):]?\s+|[IVX]{1,4}[.)]\s+|[A-Z][.)]\s+)?/,
      '',
    )
    .replace(/^[^\p{L}\p{N}[]+/u, '')
    .replace(/[\s#*_:]*$/, '')
    .toLowerCase();
  if (
    !heading &&
    ((type !== 'paragraph' && type !== 'list-item') || title.split(' ').length > 4 || /[.!?,]$/.test(title))
  )
    return 0;
  let signs = heading ? SIGN.heading : 0;
  if (!ANY.test(title)) return signs;
  if (NAMED.test(title) && (heading || title.length < 60)) signs |= SIGN.namedProposal;
  const topics = heading ? TOPICS.length : TELLING;
  for (let at = 0; at < topics; at++) if (TOPICS[at]!.test(title)) signs |= 1 << (TOPIC_BASE + at);
  for (let at = 0; at < OTHERS.length; at++) if (heading && OTHERS[at]!.test(title)) signs |= 1 << (OTHER_BASE + at);
  return signs;
}

export interface KindEvidence {
  readonly identity: DocumentIdentity;
  readonly format: Format;
  readonly marked: KindVerdict['marked'];
  /** All signs of the text put together. */
  readonly signs: number;
  readonly firstType: BlockType | undefined;
}

/** Decides what the document is, in this order: the user, language, front matter, name and folder, text. */
export function judgeKind({ identity, format, marked, signs, firstType }: KindEvidence): KindVerdict {
  const mark = marked === undefined ? {} : { marked };
  if (identity.kind !== undefined) return { kind: identity.kind, reason: 'user', ...mark };
  const language = identity.languageId;
  if (language === 'email') return { kind: 'email', reason: 'language', ...mark };
  if (marked === 'email' || marked === 'proposal') return { kind: marked, reason: 'front-matter', marked };
  if (marked === 'off') return { kind: 'other', reason: 'front-matter', marked };
  if (language !== undefined && !PROSE_LANGUAGES.has(language)) return { kind: 'other', reason: 'language' };
  return kindOfPath(identity.path) ?? kindOfText(format, signs, firstType);
}

const PROSE_LANGUAGES = new Set(['markdown', 'plaintext', 'email', 'mdx', 'text', '']);

const OTHER_NAMES =
  /^(?:readme|change-?log|changes|history|releases?|release-notes|news|licen[cs]e|copying|notice|contributing|contributors|code[-_]of[-_]conduct|security|support|authors|maintainers|governance|roadmap|todo|install|installing|upgrading|migration|architecture|claude|agents|faq|glossary|minutes|agenda|meeting[-_]?notes?|contract|agreement|nda|msa)(?:[-_.].*)?$/;
const CODE_FILE =
  /\.(?:[cm]?[jt]sx?|py|rb|rs|go|java|kt|cs|cpp|cc|c|h|hpp|php|swift|sh|bash|ps1|sql|css|scss|less|html?|xml|json|jsonc|ya?ml|toml|ini|lock|csv|tsv|log|tex|svg|vue|svelte)$/;
const MAIL_WORDS =
  /(?:^|[^a-z])(?:e-?mails?|mails?|letters?|reply|replies|correspondence|inbox|outbox|cover-?letter)(?:$|[^a-z])/;
const PROPOSAL_WORDS =
  /(?:^|[^a-z])(?:proposals?|counter-?proposals?|offers?|counter-?offers?|quotes?|quotations?|tenders?|rfp|rfq|rfi|bids?|sow|grants?|pitch)(?:$|[^a-z])/;
const OTHER_FOLDERS =
  /^(?:api|reference|node_modules|\.github|\.vscode|man|licenses|adr|changelogs?|minutes|contracts?)$/;

function kindOfPath(path: string | undefined): KindVerdict | undefined {
  if (path === undefined) return undefined;
  const parts = path
    .toLowerCase()
    .replace(/\\/g, '/')
    .split('/')
    .filter((part) => part !== '');
  const name = parts.pop() ?? '';
  if (/\.(?:eml|email)$/.test(name)) return { kind: 'email', reason: 'file-name' };
  if (CODE_FILE.test(name)) return { kind: 'other', reason: 'file-name' };
  const stem = name.replace(/\.[a-z]{1,8}$/, '');
  if (OTHER_NAMES.test(stem)) return { kind: 'other', reason: 'file-name' };
  if (MAIL_WORDS.test(stem)) return { kind: 'email', reason: 'file-name' };
  if (PROPOSAL_WORDS.test(stem)) return { kind: 'proposal', reason: 'file-name' };
  for (const folder of parts.slice(-3).reverse()) {
    if (OTHER_FOLDERS.test(folder)) return { kind: 'other', reason: 'folder' };
    if (MAIL_WORDS.test(folder)) return { kind: 'email', reason: 'folder' };
    if (PROPOSAL_WORDS.test(folder)) return { kind: 'proposal', reason: 'folder' };
  }
  return undefined;
}

function kindOfText(format: Format, signs: number, firstType: BlockType | undefined): KindVerdict {
  const has = (sign: number) => (signs & sign) !== 0;
  if (format === 'email' || has(SIGN.headers)) return { kind: 'email', reason: 'headers' };
  const topics = count(signs >>> TOPIC_BASE, TOPICS.length);
  const telling = count(signs >>> TOPIC_BASE, TELLING);
  const others = count(signs >>> OTHER_BASE, OTHERS.length);
  const greeted = has(SIGN.salutation) || has(SIGN.greeting) || firstType === 'salutation';
  if (greeted && has(SIGN.signOff) && others === 0 && telling < 3) return { kind: 'email', reason: 'salutation' };
  const named = has(SIGN.namedProposal);
  const agreed = ((signs >>> OTHER_BASE) & MINUTES_OR_CONTRACT) !== 0 && !named && telling < 4;
  if (
    !agreed &&
    others <= 1 &&
    telling > others &&
    (telling >= 3 ||
      (telling >= 2 && topics >= 3) ||
      (telling >= 1 && topics >= 3 && others === 0) ||
      (named && telling >= 1))
  ) {
    return { kind: 'proposal', reason: 'headings' };
  }
  if (has(SIGN.heading) || has(SIGN.code) || others > 0) return { kind: 'other', reason: 'text' };
  if (has(SIGN.history) && (greeted || has(SIGN.signOff))) return { kind: 'email', reason: 'quoted-history' };
  if ((firstType === 'salutation' && has(SIGN.salutation)) || has(SIGN.greeting))
    return { kind: 'email', reason: 'salutation' };
  if (has(SIGN.history)) return { kind: 'email', reason: 'quoted-history' };
  if (has(SIGN.signOff) && format !== 'markdown') return { kind: 'email', reason: 'sign-off' };
  return { kind: 'other', reason: 'text' };
}

function count(bits: number, width: number): number {
  let total = 0;
  for (let at = 0; at < width; at++) total += (bits >>> at) & 1;
  return total;
}
