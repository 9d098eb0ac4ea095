import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import { mail, proposal } from './fixtures';

const letter = 'Dear Ms Okafor,\n\nThank you for the plan.\n\nKind regards,\nTomas\n';
const kind = (text: string, identity: Parameters<typeof readDraft>[1]) => {
  const verdict = readDraft(text, identity).kind;
  return `${verdict.kind} ${verdict.reason}`;
};

describe('the kind of a document', () => {
  it('is what the user says, before everything else', () => {
    assert.equal(kind(mail, { languageId: 'email', kind: 'other' }), 'other user');
    assert.equal(kind('x', { kind: 'proposal' }), 'proposal user');
  });

  it('follows the language, then front matter, then the name, then the text', () => {
    assert.equal(kind(proposal, { languageId: 'email' }), 'email language');
    assert.equal(kind('const a = 1;', { languageId: 'typescript', path: 'offer.ts' }), 'other language');
    assert.equal(kind('---\ncommonGround: email\n---\n# Scope\n', { path: 'proposal.md' }), 'email front-matter');
    assert.equal(kind('---\ncommonGround: off\n---\n', { path: 'proposal.md' }), 'other front-matter');
    assert.equal(readDraft('---\ncommonGround: off\n---\n', { path: 'proposal.md' }).kind.marked, 'off');
    assert.equal(kind(letter, { path: 'proposals/lamps.md' }), 'proposal folder');
    assert.equal(kind(letter, { path: 'notes/lamps.md' }), 'email salutation');
  });

  for (const [path, expected] of [
    ['a/Proposal-lamps.md', 'proposal'],
    ['a/our_offer.txt', 'proposal'],
    ['quote-2025.md', 'proposal'],
    ['a/tenders/orchard/part-b.md', 'proposal'],
    ['RFP response.md', 'proposal'],
    ['cover-letter.md', 'email'],
    ['reply to eva.txt', 'email'],
    ['mail/2025/eva.md', 'email'],
    ['a/b.eml', 'email'],
    ['proposals/README.md', 'other'],
    ['CHANGELOG.md', 'other'],
    ['LICENSE', 'other'],
    ['docs/api/offers.txt', 'proposal'],
    ['docs/api/lamps.md', 'other'],
    ['CONTRIBUTING.md', 'other'],
    ['src/mail.ts', 'other'],
    ['minutes-2025.md', 'other'],
    ['coffer.md', 'other'],
    ['emailer-notes.md', 'other'],
  ] as const) {
    it(`is ${expected} for ${path}`, () => assert.equal(readDraft('Some words.\n', { path }).kind.kind, expected));
  }

  it('is a letter where somebody greets and takes leave, or greets in a new draft', () => {
    assert.equal(kind(letter, { languageId: 'markdown' }), 'email salutation');
    assert.equal(kind('Hi Eva, could we move to May?\n', { languageId: 'plaintext' }), 'email salutation');
    assert.equal(kind('Hello all,\n\nWe', { languageId: 'markdown' }), 'email salutation');
    assert.equal(kind('To: eva@example.org\nSubject: Oak\n\nWe', { languageId: 'plaintext' }), 'email headers');
    assert.equal(
      kind('Fine.\n\nOn Mon, 3 Mar 2025, Eva <eva@example.org> wrote:\n> When?\n', {}),
      'email quoted-history',
    );
  });

  it('is a proposal where the headings say so', () => {
    for (const text of [
      '# Orchard lights\n\n## Scope of work\n\nx\n\n## 3. Pricing\n\nx\n\n## Timeline\n\nx\n',
      '# Proposal: lights\n\n## What you will get\n\n## Budget\n\nx\n',
      '# Lights\n\n## Project description\n\n## Our team\n\n## Milestones\n\nx\n',
      'OFFER\n\nScope\n\nForty lamps.\n\nPrice:\n\nAs agreed.\n\nNext steps\n\nWe meet.\n',
    ]) {
      assert.equal(kind(text, {}), 'proposal headings', text);
    }
  });

  it('is other for manuals, articles, minutes, contracts and code', () => {
    for (const text of [
      '# lampctl\n\nA tool.\n\n## Installation\n\n```sh\nnpm i\n```\n\n## Usage\n\nRun it.\n\n## Roadmap\n\nMore.\n',
      '# Why we left the city\n\nHello everyone, this is a long story.\n\n## The budget\n\nIt was small.\n',
      '# Team meeting\n\n## Attendees\n\nEva, Max\n\n## Agenda\n\nBudget\n\n## Next steps\n\nNone\n\n## Action items\n\nNone\n',
      '# Agreement\n\n## 1. Definitions\n\nx\n\n## 2. Scope\n\nx\n\n## 3. Fees\n\nx\n\n## 9. Governing law\n\nx\n\n## 10. Indemnity\n\nx\n',
      'function offer() {\n  return 1;\n}\n',
      'Milk\nEggs\nBread\n',
      'Milk,\nEggs,\nBread\n',
      'Team\n\nAda and Max.\n',
      'Summary:\nWe met in May.\n',
      '[3 May 10:32] Ada\nHi Max, could we meet?\n\n[3 May 10:40] Max\nHi Ada, yes.\n',
      '',
    ]) {
      assert.match(kind(text, {}), /^other/, text);
    }
  });

  it('changes while the text changes', () => {
    assert.equal(readDraft('---\ncommonGround: proposal\n---\nx', {}).kind.kind, 'proposal');
    assert.equal(readDraft('---\ncommonGround: proposal\n--\nx', {}).kind.kind, 'other');
  });
});
