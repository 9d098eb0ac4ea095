import { element, show } from '../dom';
import { button, type Page, type Part } from '../page';

/** Nothing is open: what this is, and what could be begun. */
export function createBegin(page: Page): Part {
  const run = (command: 'newEmail' | 'newProposal' | 'pasteThread' | 'openExample') => () =>
    page.post({ type: 'run', command });
  const node = element(
    'section',
    { class: 'begin', attributes: { 'aria-label': page.text('page') } },
    element('p', { text: page.text('beginIntro') }),
    button(page.text('beginEmail'), run('newEmail')),
    button(page.text('beginProposal'), run('newProposal')),
    button(page.text('beginPaste'), run('pasteThread')),
    button(page.text('beginExample'), run('openExample')),
  );
  return { node, update: ({ begin }) => show(node, begin) };
}
