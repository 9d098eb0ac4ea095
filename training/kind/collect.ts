import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Kind } from '../../src/document/draft/draft';
import { kindVectorOf, readDraft } from '../../src/document/draft/readDraft';
import { kindFeatureNames } from '../../src/document/kind/kindFeatureVector';
import { hashOf } from '../data';

// Makes the table that the weights are fitted on, from texts that stay where they are: features, kind and a hash of the source, no text.
// node scripts/run.mjs training/kind/collect.ts FOLDER: the folder holds `kind/kind.jsonl`, `calm/*.jsonl` and `real/texts.jsonl`.
// Exit 2 where they are not there.

interface Row {
  readonly kind: string;
  readonly source: string;
  readonly format?: string;
  readonly genre?: string;
  readonly text: string;
}

const folder = process.argv[2] ?? '';
const whole = path.join(folder, 'kind/kind.jsonl');
if (folder === '' || !existsSync(whole)) {
  console.error('collect: name the folder with the texts (kind/kind.jsonl, calm/, real/).');
  process.exit(2);
}

/** Design documents of the calm set come as reStructuredText and are left out: those of the whole set are Markdown. */
const calm = ['minutes', 'newsletter', 'mailing-list', 'official-mail', 'support-and-service-mail', 'issue-pr'];
/** So many texts of one source are enough; they are much alike. */
const MOST_OF_A_SOURCE = 25;

/** The project's short texts count as so many sources, so that they do not outweigh what other people wrote; chosen by the held-out figures among 1, 12, 30 and 62. */
const GROUPS = 90;

const rows: Row[] = [
  ...readRows(whole),
  ...calm.flatMap((genre) => few(readRows(path.join(folder, `calm/${genre}.jsonl`)))),
  ...few(readRows(path.join(folder, 'calm/grant-proposal.jsonl'))).filter(isWholeProposal),
  ...few(readRows(path.join(folder, 'real/texts.jsonl'))).filter(isLetter),
  ...ownTexts(),
  ...kindTexts(),
];
const lines = rows.map(({ kind, source, format, text }) => {
  const vector = kindVectorOf(readDraft(text, { path: format === 'markdown' ? 'text.md' : 'text.txt' }));
  const values = vector.flatMap((value, at) => (value === 0 ? [] : [`${at}:${Number(value.toFixed(3))}`]));
  return `${kind === 'comment' || kind === 'chat' ? 'comment' : kind}\t${hash(source)}\t${values.join(' ')}`;
});
writeFileSync('training/kind/table.tsv', `# ${kindFeatureNames.join(' ')}\n${lines.join('\n')}\n`);
console.log(`${lines.length} rows`);

function readRows(file: string): Row[] {
  const text = readFileSync(file, 'utf8').trim();
  return text.split('\n').map((line) => JSON.parse(line) as Row);
}

/** Many files there are answers to single questions, notes or letters, or stand in the other set already. */
function isWholeProposal({ source, text }: Row): boolean {
  return source.includes('/aragon/') && text.length > 4000;
}

/** What institutions publish is marked as mail there, and much of it is news; proposals of that set are single lines. */
function isLetter({ kind, genre }: Row): boolean {
  return kind !== 'proposal' && genre !== 'institution';
}

/** A row's source without the file in it: texts of one repository are held out together. */
function home(source: string): string {
  return source
    .replace(/^https?:\/\//, '')
    .split(':')[0]!
    .split('/')
    .slice(0, 3)
    .join('/');
}

function hash(source: string): string {
  return hashOf(home(source), 8);
}

/** At most so many texts of a source and kind, evenly taken. */
function few(all: readonly Row[]): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of all) {
    const key = `${row.kind} ${home(row.source)}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) =>
    group.filter(
      (_, at) =>
        group.length <= MOST_OF_A_SOURCE ||
        Math.floor((at * MOST_OF_A_SOURCE) / group.length) !== Math.floor(((at - 1) * MOST_OF_A_SOURCE) / group.length),
    ),
  );
}

/** Short texts of the kinds that were mistaken; those of `heldOut.txt` beside them are never fitted on. */
function kindTexts(): Row[] {
  const parts = readFileSync('corpus/kinds/fitted.txt', 'utf8').split(/^=== /m).slice(1);
  return parts.map((part, at) => {
    const end = part.indexOf('\n');
    const [kind = ''] = part.slice(0, end).split(' ');
    return { kind, source: `own/kinds/${at % GROUPS}`, format: 'text', text: part.slice(end + 1) };
  });
}

/** The project's own texts; each is a source of its own. */
function ownTexts(): Row[] {
  const index = 'corpus/texts/index.json';
  if (!existsSync(index)) return [];
  const listed = JSON.parse(readFileSync(index, 'utf8')) as readonly { file: string; kind: Kind }[];
  return listed.map(({ file, kind }) => ({
    kind,
    source: `own/${file}`,
    format: file.endsWith('.md') ? 'markdown' : 'text',
    text: readFileSync(path.join('corpus/texts', file), 'utf8'),
  }));
}
