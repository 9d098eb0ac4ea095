import assert from 'node:assert/strict';
import { UNSURE_KIND } from '../../../src/document/draft/draft';
import { kindVectorOf, readDraft } from '../../../src/document/draft/readDraft';
import { kindTerms } from '../../../src/document/kind/kindClassifier';
import { describeKindReason } from '../../../src/document/kind/kindDecision';
import { mail, proposal } from './sampleTexts';

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
    'an offer in a letter':
      "Hello Mr Sato,\n\nyou asked what the bindery could do. Forty copies in linen would come to 1,280 and be ready by Easter; in paper they're 640.\n\nShall I bring you two samples?\n\nYours,\nIrma\n",
    'a letter under a heading':
      '# To the parents of class 4b\n\nDear parents,\n\nthe trip to the salt mine moves to the 19th. Could you tell me by Monday whether your child may come?\n\nBest wishes,\nMs Adeyemi\n',
    'a mail in Hungarian': 'Kedves Anna!\n\nA minták megérkeztek. Mikor tudunk beszélni?\n\nÜdvözlettel,\nPéter\n',
    'a page of comments':
      'Drop the old mast #41\nOpen\n\nComments\n@ife-o\nife-o\ncommented\non Jun 11, 2024\nThe old mast blocks the crane, and it costs a berth each week.\n\n@tove-l\ntove-l\nMaintainer\ncommented\non Jun 12, 2024\nWho would test the new one?\n',
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
    'a quotation with prices at the ends of its lines':
      'QUOTE 9\nFor: Ms Ito, Mill Cottage\n\nWe are pleased to quote as follows.\n\nChimney swept, two flues ........ 140\nNew cowl, fitted ................ 310\nTotal ........................... 450\n\nValid until 1 October.\n',
    'levels and prices in bold':
      '# Stand with the night swimmers\n\nWe are forty people who swim all winter for the lifeboat.\n\n**Wave, 200.** Your name on the buoy.\n\n**Tide, EUR 900.** The buoy is yours for a year, with your logo.\n\n## What it pays for\n\nTwo dry suits and the radio.\n',
    'a request to a foundation':
      'APPLICATION TO THE ORCHARD FUND\n\nApplicant: School of Mill Lane\nAmount requested: 6,300\n\nNeed\nThe children know apples from the shop.\n\nWhat we will do\nWe will plant forty old trees and teach grafting.\n\nBudget\nTrees 3,900, tools 1,400, teacher 1,000\n',
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
    'a specification with an author and a state':
      '# Proposal: trailing commas in calls\n\nAuthor: W. Brandt\nStatus: accepted\nLast updated: 2024-06-02\n\n## Abstract\n\nThis document proposes to allow a comma after the last argument.\n\n## Rationale\n\n`f(a, b,)` is an error today.\n\n## Compatibility\n\nNo program changes its meaning.\n\n## Rejected ideas\n\nA warning.\n',
    'a specification with a head like a mail':
      'Number: 77\nTitle: Time zones by name\nAuthor: Sefa Tuala <sefa@lang.example>\nStatus: Draft\nType: Standards Track\nCreated: 3-Mar-2025\n\nAbstract\n========\n\nThe library gains a table of zones.\n\nCopyright\n=========\n\nPublic domain.\n',
    'a log':
      '2025-05-01 06:00:01 INFO pump started\n2025-05-01 06:00:09 WARN pressure 2.1 bar\n2025-05-01 06:01:30 ERROR valve 4 did not answer\n2025-05-01 06:01:31 INFO retry\n',
    'a résumé':
      'IDA KRAG\nBoat builder\n\nEXPERIENCE\n2016 to now  Yard at Svendborg, foreman\n2011 to 2016  Yard at Marstal\n\nEDUCATION\n2011  Journeyman\n\nSKILLS\nOak, larch, rivets\n',
    'a post about offers':
      '# 5 reasons why clients ignore your offer\n\nYou know the feeling.\n\n## 1. It is too long\n\nCut it.\n\n## 2. The price comes first\n\nAlways begin with the need.\n\n## Conclusion\n\nShare this post.\n',
    'a report to the public':
      'OULU, Finland - The council voted on Monday to keep the night bus. Of 59 members 41 said yes.\n\nThe bus carries some 300 people a night. The operator did not comment.\n',
    'an assignment to write a proposal':
      '# Assignment 2\n\nDue on 4 October.\n\nWrite a proposal of one page. It should have:\n\n1. **Problem.** Who has it?\n2. **Budget.** What do you need?\n\nYou will be graded on clarity.\n',
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
