import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { root } from '../../scripts/paths.mjs';
import { frameWith, until, useEditor } from './harness.js';

const thread = await readFile(path.join(root, 'examples/thread.email'), 'utf8');
const remarked = `To: Bo Marsh <bo@marsh.example>
Subject: Re: Roof repair

Dear Bo,

Please find our offer attached. We would be glad to start in June with the whole crew.

Kind regards,
Ada

On 2 May 2025, Bo Marsh <bo@marsh.example> wrote:
> Which insurer covers the scaffolding?
`;
/** An older mail as Outlook quotes it, below greetings in both. */
const weak = `To: Ingrid Vold <ingrid.vold@nordhavn.example>
Subject: RE: Day rate from January

Dear Ingrid,

Thank you for looking at it. I can come down to 560 a day. I could also add a day for nothing.

Sorry for the wait,
Paul

________________________________
From: Ingrid Vold <ingrid.vold@nordhavn.example>
Sent: 06 November 2025 09:14
To: Paul Reyes <paul@reyes.example>
Subject: RE: Day rate from January

Hi Paul

Thanks for this. 620 is above what we had planned. What is included in the rate?

Ingrid
`;
const forward = `To: Ola Berg <ola@bergmaskin.example>
Subject: Fwd: Service contract

Ola, see below. Could we talk before I answer him on Thursday?

Kari

---------- Forwarded message ---------
From: Stefan Wolf <wolf@kranbau.example>
Date: Tue, 11 Nov 2025 at 10:20
Subject: Service contract
To: Kari Moe <kari@bergmaskin.example>

Dear Kari,

We would like to go on for twelve months. Can you sign by the 20th?

Stefan Wolf
`;
/** Pasted without its header, it may be the user's own or what they got. */
const unsided = remarked.slice(remarked.indexOf('Dear Bo'));
const close = `To: Derek Sloane <derek@sloaneprint.example>
Subject: Reprint

Derek,

You promised the reprint for the 4th and, surprise surprise, nothing arrived. Get it sorted. We demand a reply. We demand a date. You people never answer. This is ridiculous. You must decide by Friday. It was your fault.

Helen
`;

/** Two causes are near each other in it, so a question asks which of them is closer. */
const near = ['6 Nov 2025 16:40', '29 Oct 2025 09:15']
  .map(
    (date, at) =>
      `From: Tom Wills <tom@wills.example>\nTo: Priya Raman <priya@ramanlegal.example>\nDate: ${date}\nSubject: Re: Retainer 2026\n\n${['Hi Priya, just following up on the note below.', 'Hi Priya, a quick nudge on this. We could also start with three months.'][at]}\n\nTom\n\n`,
  )
  .join('')
  .concat(
    'From: Priya Raman <priya@ramanlegal.example>\nTo: Tom Wills <tom@wills.example>\nDate: 17 Oct 2025 12:02\nSubject: Re: Retainer 2026\n\nTom, thanks. I like it, but the budget sits with our director.\n\nPriya\n\n',
    'From: Tom Wills <tom@wills.example>\nTo: Priya Raman <priya@ramanlegal.example>\nDate: 13 Oct 2025 10:00\nSubject: Retainer 2026\n\nDear Priya, here is our proposal for 2026: 4,200 a month. What would you need to see to decide?\n\nTom\n',
  );

/** Presses the buttons of the panel that nothing else presses, and looks at what came of it. */
describe('the buttons of the panel', function () {
  this.timeout(240_000);
  const editor = useEditor({
    files: {
      'thread.email': thread,
      'remarked.email': remarked,
      'weak.email': weak,
      'forward.email': forward,
      'unsided.email': unsided,
      'close.email': close,
      'near.email': near,
      'README.md': '# Calls\n\n## Usage\n\nWe demand a reply.\n',
    },
    open: 'thread.email',
    shared: true,
  });

  const text = async () => (await editor.active())?.text ?? '';
  const rows = () => editor.page.locator('.quick-input-list .monaco-list-row:visible');
  const undo = () => editor.page.locator('.notification-toast .monaco-button', { hasText: 'Undo' }).last().click();

  async function panel(file: string): Promise<Frame> {
    await editor.openFile(file);
    await editor.execute('workbench.action.files.revert');
    await editor.execute('commonGround.sidebar.focus');
    return editor.webview('main:not([aria-busy]) .draft, main:not([aria-busy]) .talks');
  }

  async function unfold(frame: Frame, ...parts: string[]): Promise<void> {
    for (const part of parts) {
      const details = frame.locator(`details[data-part="${part}"]`);
      if ((await details.getAttribute('open')) === null) await details.locator('> summary').click();
    }
  }

  afterEach(async () => {
    await editor.press('Escape');
    await editor.execute('notifications.clearAll');
    await editor.execute('workbench.action.closeEditorsInOtherGroups');
  });

  it('a remark goes to its place, puts its sentence in, and is left as it is', async () => {
    const frame = await panel('remarked.email');
    const remark = frame.locator('[data-remark="unanswered-question"]');
    await remark.waitFor();
    // What the remark calls open is not ticked below.
    const asked = frame.locator('.reply .ticked', { hasText: 'Which insurer' });
    await asked.filter({ hasText: 'still open' }).waitFor();
    await remark.locator('.go').click();
    await until(
      'its place',
      () => editor.active(),
      (one) => one?.selected !== '',
    );
    await remark.locator('.rewrite').first().click();
    const filled = await until('the sentence', text, (now) => now !== remarked);
    assert.match(filled, /^To: Bo[\s\S]*\n\nDear Bo,\n\nYou asked about [^\n]+\n\nPlease find our offer/);
    await editor.execute('workbench.action.files.revert');
    await remark.waitFor();
    const more = remark.locator('.unfolder');
    if ((await more.getAttribute('aria-expanded')) === 'false') await more.click();
    await remark.getByRole('button', { name: /^Leave as it is/ }).click();
    await remark.waitFor({ state: 'detached' });
    await undo();
    await remark.waitFor();
  });

  it('what it was taken for is changed, a document is checked, the review begins, more rows unfold', async () => {
    const frame = await panel('close.email');
    await frame.locator('.finding').nth(4).waitFor();
    const seen = frame.locator('.finding:visible');
    const before = await seen.count();
    await unfold(frame, 'rest');
    await until(
      'more rows',
      () => seen.count(),
      (count) => count > before,
    );
    // Two findings in one sentence are told apart by what is set off in their rows.
    const sets = await frame.locator('.finding .go q .strong').allInnerTexts();
    assert.ok(sets.includes('surprise surprise'), sets.join(' | '));
    await frame.getByRole('button', { name: 'Review', exact: true }).click();
    await editor.page.locator('.quick-input-titlebar', { hasText: /1 of \d/ }).waitFor();
    await editor.press('Escape');
    await frame.getByRole('button', { name: /^Change what this is taken for/ }).click();
    await rows().filter({ hasText: 'A proposal' }).first().click();
    await frame.locator('.draft-title', { hasText: '· proposal' }).waitFor();
    await undo();
    await frame.locator('.draft-title', { hasText: '· e-mail' }).waitFor();
    await panel('README.md');
    await frame
      .locator('.draft', { hasText: 'not checked' })
      .getByRole('button', { name: 'Check this document' })
      .click();
    await frame.locator('.finding', { hasText: 'demand' }).first().waitFor();
  });

  it('a reply above an older mail from Outlook is the user’s own, with what they give and ask back', async () => {
    const frame = await panel('weak.email');
    await frame.locator('.draft-title', { hasText: 'To Ingrid Vold' }).waitFor();
    await frame.locator('.reply', { hasText: 'What is included in the rate?' }).waitFor();
    assert.equal(await frame.locator('.talks .ask').isVisible(), false);
    await frame.locator('.reply').getByRole('button', { name: 'Ask for something back' }).first().click();
    const asked = await until('what is asked back', text, (now) => now !== weak);
    assert.ok(
      asked.includes('\n\n________________________________\nFrom: Ingrid Vold'),
      'what is quoted stays as it is',
    );
    assert.ok(asked.indexOf('[') < asked.indexOf('____'), asked);
  });

  it('a forward is addressed to whom it goes, and is no reply', async () => {
    const frame = await panel('forward.email');
    await frame.locator('.draft-title', { hasText: 'To Ola Berg' }).waitFor();
    assert.equal(await frame.locator('.reply').isVisible(), false);
  });

  it('who the user is, is asked with names, and can be changed', async () => {
    const frame = await panel('unsided.email');
    await frame.locator('.talks .ask', { hasText: 'Which of these is you?' }).waitFor();
    await frame.locator('.talks').getByRole('button', { name: 'Ada' }).click();
    await frame.locator('.talks', { hasText: 'You are Ada' }).waitFor();
    await frame.getByRole('button', { name: 'Change who you are' }).click();
    await rows().filter({ hasText: 'Bo Marsh' }).first().click();
    await frame.locator('.talks', { hasText: 'You are Bo Marsh' }).waitFor();
  });

  it('the question which cause is closer is answered, the answer is taken back, and the case is kept and reset', async () => {
    const frame = await panel('near.email');
    await unfold(frame, 'case');
    const answers = () => frame.locator('[data-part="case"] .quiet').first().innerText();
    await frame.locator('.closer .action').first().click();
    await until('an answer', answers, (now) => now.startsWith('1 '));
    await frame.locator('[data-part="case"]').getByRole('button', { name: /^Undo/ }).click();
    await until('no answer', answers, (now) => !now.startsWith('1 '));
    await frame.locator('.closer .action').first().click();
    await until('an answer', answers, (now) => now.startsWith('1 '));
    for (const [name, asks] of [
      ['Export…', 'Export the answers of this case'],
      ['Import…', 'Import answers into this case'],
      ['Link a document…', 'same negotiation'],
    ] as const) {
      await frame.locator('[data-part="case"]').getByRole('button', { name, exact: true }).click();
      await editor.page.locator('.quick-input-widget:visible', { hasText: asks }).first().waitFor();
      await editor.press('Escape');
    }
    await frame.locator('[data-part="case"]').getByRole('button', { name: 'Reset…' }).click();
    await rows().filter({ hasText: 'Reset' }).first().click();
    await until('no answer', answers, (now) => !now.startsWith('1 '));
  });

  it('the report opens, an opening is inserted into a reply, lines of the table lead to the text', async () => {
    const frame = await panel('thread.email');
    await frame.getByRole('button', { name: 'Open the report' }).click();
    await until(
      'the report',
      () => frameWith(editor.page.frames(), 'nav + h1'),
      (one) => one !== undefined,
    );
    await editor.execute('workbench.action.closeActiveEditor');
    await panel('thread.email');
    await unfold(frame, 'pictures', 'timelineTable');
    await frame.locator('[data-part="timelineTable"] .link', { hasText: 'line 26' }).first().click();
    await until(
      'the line',
      () => editor.active(),
      (one) => one?.selected !== '' && one?.text.slice(0, one.start).split('\n').length === 26,
    );
    await unfold(frame, 'next');
    const move = frame.locator('[data-move]').nth(1);
    const fold = move.locator('details');
    if ((await fold.getAttribute('open')) === null) await fold.locator('> summary').click();
    const opening = await move.locator('.openings blockquote').first().innerText();
    await move.getByRole('button', { name: /^Insert opening 1/ }).click();
    const begun = await until('the reply', text, (now) => now.startsWith('To: Colin Achebe'));
    assert.ok(begun.includes(opening.slice(0, 30)), `${opening}\n${begun}`);
    await editor.execute('workbench.action.revertAndCloseActiveEditor');
  });

  it('an opening and a question are copied', async () => {
    const frame = await panel('thread.email');
    await unfold(frame, 'next');
    const question = frame.locator('[data-question]').first();
    await question.getByRole('button', { name: /^Copy question/ }).click();
    await frame.locator('[role=status]', { hasText: 'Copied' }).waitFor();
    const words = (await question.locator('blockquote').innerText()).trim();
    await editor.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    assert.equal(await editor.page.evaluate<string>('navigator.clipboard.readText()'), words);
  });

  it('what was thought about stays ticked, and a preparation sheet begins', async () => {
    const frame = await panel('thread.email');
    await unfold(frame, 'selfCheck');
    const box = frame.locator('[data-part="selfCheck"] input').first();
    await box.check();
    await panel('remarked.email');
    await frame.locator('[data-remark]').first().waitFor();
    await panel('thread.email');
    await until(
      'the tick to be there again',
      () => box.isChecked(),
      (on) => on,
    );
    await unfold(frame, 'limits', 'preparation');
    await frame.getByRole('button', { name: 'New preparation sheet' }).click();
    await until('the sheet', text, (now) => now.startsWith('---\ncommonGround: off\n---\n\n# '));
    await editor.execute('workbench.action.revertAndCloseActiveEditor');
  });
});
