import fc from 'fast-check';
import { builtInRules, readExample } from '../../../src/engine/rules';

/** What a property is tried with: the same texts in every run; another seed in the environment tries others. */
export const runs = (numRuns: number): fc.Parameters<unknown> => ({
  numRuns,
  seed: Number(process.env.SEED ?? 20_261),
  endOnFailure: true,
});

const marks = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '> ',
  '>> ',
  '- ',
  '1. ',
  '# ',
  '## Scope\n\n',
  '**',
  '_',
  '`',
  '```\n',
  '~~~',
  '---\n',
  '-- \n',
  '"',
  '“',
  '”',
  '(',
  ')',
  '[a](https://a.example)',
  '![](x.png)',
  '| a | b |\n|---|---|\n',
  '<!-- ',
  ' -->',
  '<div>\n',
  '</div>',
  '<br>',
  '&nbsp;',
  '&quot;',
  '{/* x */}',
  '{% comment %}',
  '----\n',
  '____\n',
  '#+BEGIN_QUOTE\n',
  '%%',
  '    ',
  '\t',
  ' ',
  '…',
  '!!',
  '?!',
  '😀',
  '\ud83d',
  '\udc00',
  '\u0000',
  '\u2028',
  '\u00ad',
  'e\u0301',
  '\u202e',
  '.',
  ', ',
  ': ',
  '; ',
  '—',
];

const lines = [
  'Dear Eva,\n\n',
  'Kind regards,\nAnn\n',
  'From: Eva Holm <eva@a.example>\nTo: Max Ortiz <max@b.example>\nDate: Tue, 4 Mar 2025 10:12:00 +0000\nSubject: Oak\n\n',
  'Subject: Hello\n',
  'On Mon, 3 Mar 2025, Eva <eva@a.example> wrote:\n',
  'Am 4. März 2025 um 10:12 schrieb Eva Holm:\n',
  '-----Original Message-----\n',
  'Me: Max <max@b.example>\n',
  'Them: ',
  'Me: ',
  '[10:14] Eva: ',
  'Eva Holm  10:14 AM\n',
  '---\ncommonGround: email\n---\n',
  '<!-- common-ground-disable-next-line -->\n',
  'The price is EUR 4,200. ',
  'Could you hold the price until 12 May? ',
  'We accept. ',
  'We can go down to 5% if you order 300. ',
  'As agreed, Anna sends the contract on Friday. ',
  'We have to decline. ',
  'Wir melden uns am Montag. ',
];

const sentences = builtInRules()
  .flatMap(({ examples }) => examples?.fires ?? [])
  .map((example) => `${readExample(example).text} `);

/** Sentences that rules speak of. */
export const sentence = fc.constantFrom(...sentences);

/** Anything that somebody may have open: prose, mail, markup, and what is none of these. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: sentence },
      { weight: 4, arbitrary: fc.constantFrom(...lines) },
      { weight: 5, arbitrary: fc.constantFrom(...marks) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''));

export const languageId = fc.constantFrom(
  'markdown',
  'plaintext',
  'email',
  'mdx',
  'asciidoc',
  'restructuredtext',
  'org',
  'html',
);
