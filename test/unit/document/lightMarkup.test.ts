import assert from 'node:assert/strict';
import { readDraft, updateDraft } from '../../../src/document/draft/readDraft';
import { unmasked } from './shown';

const says = (text: string, path: string) =>
  readDraft(text, { path }).blocks.map((block) => `${block.type}: ${unmasked(block).replace(/\s+/g, ' ')}`);

const asciidoc = `= Moving the boathouse
:toc: left

== Scope

We move *both* slips. See https://example.org/plan[the plan] and \`slip.dwg\`.

[quote, Harbour master]
____
Nobody asked me.

Nobody ever does.
____

----
hidden in a listing
----

[source,sh]
hidden as well

// hidden in a comment
////
hidden

and here
////

[NOTE]
====
The tide decides.
====

* First slip
* Second slip
`;

const restructured = `Moving the boathouse
====================

Scope
-----

We move *both* slips. See \`the plan <https://example.org/plan>\`_ and \`\`slip.dwg\`\`.

The harbour master wrote:

    Nobody asked me.

    Nobody ever does.

.. note::

   The tide decides.

.. code-block:: sh

   hidden in a listing

.. hidden in a comment
   and here

- First slip
- Second slip
`;

const org = `#+TITLE: Moving the boathouse
#+AUTHOR: Nils

* Scope

We move *both* slips. See [[https://example.org/plan][the plan]] and =slip.dwg=.

#+BEGIN_QUOTE
Nobody asked me.
#+END_QUOTE

#+begin_src sh
hidden in a listing
#+end_src

# hidden in a comment

:PROPERTIES:
:ID: hidden
:END:

The tide decides.

- First slip
- Second slip
`;

describe('AsciiDoc, reStructuredText and Org', () => {
  for (const [path, text] of [
    ['a.adoc', asciidoc],
    ['a.rst', restructured],
    ['a.org', org],
  ] as const) {
    it(`reads ${path} as what it is`, () => {
      const found = says(text, path);
      assert.deepEqual(found.slice(0, 3), [
        'heading: Moving the boathouse',
        'heading: Scope',
        'paragraph: We move both slips. See the plan and ⬚.',
      ]);
      assert.deepEqual(
        found.slice(3).filter((line) => line !== 'paragraph: The harbour master wrote:'),
        ['paragraph: The tide decides.', 'list-item: First slip', 'list-item: Second slip'],
      );
    });

    it(`reads ${path} key by key as it does at once`, () => {
      for (let at = 0; at < text.length; at += 7) {
        const before = readDraft(text.slice(0, at) + text.slice(at + 3), { path });
        const { blocks, regions } = updateDraft(before, text, [{ start: at, end: at, text: text.slice(at, at + 3) }]);
        const whole = readDraft(text, { path });
        assert.deepEqual([blocks, regions], [whole.blocks, whole.regions], `at ${at}`);
      }
    });
  }

  it('has an ignore comment in each', () => {
    for (const [path, mark] of [
      ['a.adoc', '//'],
      ['a.rst', '..'],
      ['a.org', '#'],
    ] as const)
      assert.deepEqual(
        readDraft(`One.\n\n${mark} common-ground-disable-next-line demand\n\nTwo.\n`, { path }).directives.map(
          ({ type, rules }) => [type, rules],
        ),
        [['disable-next-line', ['demand']]],
      );
  });

  it('goes by the language where there is one', () => {
    assert.equal(readDraft('* Scope\n', { languageId: 'org' }).format, 'org');
    assert.equal(readDraft('= Scope\n', { languageId: 'asciidoc' }).blocks[0]?.type, 'heading');
  });
});
