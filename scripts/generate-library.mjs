import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { root } from './paths.mjs';

const intro = `# In a program of your own

\`npm install common-ground\` brings the command line and a library. It is one ES module with types, needs nothing else, runs in Node.js and in a browser, and
never reaches for a network, a disk or a clock. This page is made from its types.

\`\`\`ts
import { check } from 'common-ground';

for (const { message, text, suggestions } of check('We demand a refund.', { kind: 'email' }).findings)
  console.log(message, text, suggestions[0]?.text);
\`\`\`

All offsets are UTF-16 code units, ends exclusive, so that \`text.slice(start, end)\` gives the words. What the command line prints as JSON is described in
\`common-ground/output.schema.json\`.
`;

/** The page about the library: what it exports, with the words that stand above it in the source. */
export function generateLibraryPage() {
  const file = path.join(root, 'src/library.ts');
  const source = readFileSync(file, 'utf8');
  const { program, comments } = parseSync(file, source);
  const sections = program.body.flatMap(({ type, start, declaration }) => {
    if (type !== 'ExportNamedDeclaration' || declaration === null || declaration.id === undefined) return [];
    const comment = comments.findLast(({ end }) => end <= start);
    const isAbove = comment !== undefined && source.slice(comment.end, start).trim() === '';
    const shown = source.slice(
      declaration.start,
      declaration.type === 'FunctionDeclaration' ? declaration.body.start : declaration.end,
    );
    return [
      `## ${declaration.id.name}`,
      '',
      ...(isAbove ? [...wordsOf(comment.value), ''] : []),
      '```ts',
      shown.trim(),
      '```',
      '',
    ];
  });
  return { 'docs/library.md': [intro, ...sections].join('\n') };
}

/** A comment without its stars; an example stands as code. */
function wordsOf(comment) {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*+ ?/, '').trim())
    .filter((line, at, all) => line !== '' || (at > 0 && at < all.length - 1))
    .map((line) => (line.startsWith('@example ') ? `For example \`${line.slice(9)}\`` : line));
}
