import assert from 'node:assert/strict';
import { UNSURE_KIND } from '../../../src/document/draft/draft';
import { kindVectorOf, readDraft } from '../../../src/document/draft/readDraft';
import { kindTerms } from '../../../src/document/kind/kindClassifier';
import { describeKindReason } from '../../../src/document/kind/kindDecision';
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
    assert.equal(kind(letter, { path: 'notes/lamps.md' }), 'email text');
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

  const mails = {
    'a new draft with a greeting': 'Hello all,\n\nWe',
    'a greeting in the first line': 'Hi Eva, could we move to May?\n',
    'a letter': letter,
    'two lines without a greeting':
      "I'd rather not. The hinges are sound and you would pay twice for the same door.\n\nCall me if Ruth says otherwise.\n",
    'an answer above a quotation': 'Fine.\n\nOn Mon, 3 Mar 2025, Eva <eva@example.org> wrote:\n> When?\n',
    'answers between quoted lines': '> Who brings the tiles?\n\nI do.\n\n> And the grout?\n\nThat is with Ruth.\n',
    'a letter with blanks to fill in':
      'Dear {client name},\n\nThank you for your visit to [place]. Please find our samples enclosed.\n\nKind regards,\n{name}\n',
    'a quotation in Norwegian':
      'Then I take the blue one.\n\nKari\n\nDen tir. 4. mars 2025 kl. 10:12 skrev Ola Berg <ola@example.org>:\n\n> Vil du ha den blå?\n',
    'a chat': '[3 May 10:32] Ada\nHi Max, could we meet?\n\n[3 May 10:40] Max\nHi Ada, yes.\n',
  };
  for (const [name, text] of Object.entries(mails))
    it(`takes ${name} for mail`, () => assert.equal(kind(text, {}), 'email text'));

  it('knows a mail by its header lines', () =>
    assert.equal(kind('To: eva@example.org\nSubject: Oak\n\nWe', { languageId: 'plaintext' }), 'email headers'));

  const proposals = {
    'one with telling headings':
      '# Orchard lights\n\n## Scope of work\n\nWe will hang forty lamps between the rows.\n\n## Pricing\n\nEUR 3,900 in all.\n\n## Timeline\n\nTwo weeks from your order.\n',
    'one of prose alone':
      '# Proposal for the towpath\n\nWe would clear the towpath between the two locks and keep it open for three years. The parish would pay 4,200 a year, which is what it spends on complaints now.\n\nWe ask for an answer before the nesting season, because we cannot cut after it.\n',
    'a quotation':
      'QUOTATION 41\n\nFor: Mr Bahl\n\nScope\n\nForty lamps, hung and wired.\n\nPrice: 3,900\n\nValid until: 1 June\n',
    'an offer to sponsors':
      '# Sponsor the lantern walk\n\nLast year 900 people walked.\n\n## Gold, EUR 1,000\n\nYour logo on each lantern.\n\n## Silver, EUR 300\n\nYour logo on the leaflet.\n',
    'a request for quotations':
      '# Request for quotation: benches\n\nWe need twelve benches of oak.\n\n## What to state\n\n- Price per bench\n- Earliest delivery\n\nQuotations are due by 3 May.\n',
  };
  for (const [name, text] of Object.entries(proposals))
    it(`takes ${name} for a proposal`, () => assert.equal(kind(text, {}), 'proposal text'));

  const others = {
    'a manual':
      '# lampctl\n\nA tool.\n\n## Installation\n\n```sh\nnpm i\n```\n\n## Usage\n\nRun it.\n\n## Roadmap\n\nMore.\n',
    minutes:
      '# Team meeting\n\n## Attendees\n\nEva, Max\n\n## Agenda\n\nBudget\n\n## Next steps\n\nNone\n\n## Action items\n\nNone\n',
    'a contract':
      '# Agreement\n\n## 1. Definitions\n\nx\n\n## 2. Scope\n\nx\n\n## 3. Fees\n\nx\n\n## 9. Governing law\n\nx\n\n## 10. Indemnity\n\nx\n',
    'advice about proposals':
      '# How to write a proposal\n\nBegin with the need.\n\n## Scope\n\nSay what you will not do.\n\n## Budget\n\nUse a table. Never round up.\n\n## Template\n\n[title]\n',
    code: 'function offer() {\n  return 1;\n}\n',
    nothing: '',
  };
  for (const [name, text] of Object.entries(others))
    it(`takes ${name} for neither`, () => assert.match(kind(text, {}), /^other/));

  it('says in words why, and how sure it is', () => {
    const { kind: verdict } = readDraft(letter, {});
    assert.match(describeKindReason(verdict), /^reads like a mail: .*greeting/);
    assert.ok((verdict.confidence ?? 0) > 0.9);
    assert.ok((readDraft('Some words.\n', {}).kind.confidence ?? 1) < UNSURE_KIND);
    assert.equal(describeKindReason(readDraft(letter, { path: 'a/proposal.md' }).kind), 'its file name');
    assert.equal(readDraft(letter, { languageId: 'email' }).kind.confidence, undefined);
  });

  it('adds up from terms that can be printed', () => {
    const terms = kindTerms(kindVectorOf(readDraft(letter, {})));
    const greeting = terms.find(({ feature }) => feature === 'greeting');
    assert.ok(greeting !== undefined && greeting.adds[0]! > Math.max(greeting.adds[1]!, greeting.adds[2]!));
  });

  it('changes while the text changes', () => {
    assert.equal(readDraft('---\ncommonGround: proposal\n---\nx', {}).kind.kind, 'proposal');
    assert.equal(readDraft('---\ncommonGround: proposal\n--\nx', {}).kind.kind, 'other');
  });
});
