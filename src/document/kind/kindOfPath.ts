import type { KindVerdict } from '../draft/draft';
import { anyKindWord } from './kindWords';

/** What the name of a file, or else one of its nearest folders, says about the kind. */
export function kindOfPath(path: string | undefined): KindVerdict | undefined {
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

const OTHER_NAMES = new RegExp(
  `^(?:${anyKindWord('otherFile')}|code[-_]of[-_]conduct|meeting[-_]?notes?)(?:[-_.].*)?$`,
);
const CODE_FILE =
  /\.(?:[cm]?[jt]sx?|py|rb|rs|go|java|kt|cs|cpp|cc|c|h|hpp|php|swift|sh|bash|ps1|sql|css|scss|less|html?|xml|json|jsonc|ya?ml|toml|ini|lock|csv|tsv|log|tex|svg|vue|svelte)$/;
const MAIL_WORDS =
  /(?:^|[^a-z])(?:e-?mails?|mails?|letters?|reply|replies|correspondence|inbox|outbox|cover-?letter)(?:$|[^a-z])/;
const PROPOSAL_WORDS =
  /(?:^|[^a-z])(?:proposals?|counter-?proposals?|offers?|counter-?offers?|quotes?|quotations?|tenders?|rfp|rfq|rfi|bids?|sow|grants?|pitch)(?:$|[^a-z])/;
const OTHER_FOLDERS =
  /^(?:api|reference|node_modules|\.github|\.vscode|man|licenses|adr|changelogs?|minutes|contracts?)$/;
