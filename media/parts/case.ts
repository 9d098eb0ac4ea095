import type { SidebarModel } from '../../src/sidebar/view';
import { element, keyedList, setAttribute, setText, show } from '../dom';
import { icon } from '../icons';
import { button, collapsible, type Page, type Part } from '../page';

type CaseDocument = NonNullable<SidebarModel['case']>['documents'][number];

/** Which negotiation this is, how much was answered, and what can be done with the answers. */
export function createCase(page: Page): Part {
  const title = element('p', { class: 'case-title' });
  const answers = element('p', { class: 'quiet' });
  let id = '';
  const undo = button(page.text('undo'), () => {
    page.post({ type: 'undo', case: id });
  });
  undo.prepend(icon('discard'));
  const reset = button(page.text('reset'), () => page.post({ type: 'reset', case: id }));
  const run = (command: 'link' | 'exportCase' | 'importCase') => () => page.post({ type: 'run', command });
  const { node: more, body } = collapsible(page, 'case', element('h2', { text: page.text('case') }), false);
  const documents = element('ul', { class: 'plain' });
  body.append(
    title,
    element('div', { class: 'row' }, answers, undo, reset),
    element('h3', { text: page.text('caseDocuments') }),
    documents,
    element(
      'div',
      { class: 'actions' },
      button(page.text('caseLink'), run('link')),
      button(page.text('caseExport'), run('exportCase')),
      button(page.text('caseImport'), run('importCase')),
    ),
  );
  const patch = keyedList(
    documents,
    (one: CaseDocument) => one.id,
    (one) => {
      const name = element('span', { class: 'breakable' });
      const how = element('span', { class: 'quiet' });
      const out = button('', () => page.post({ type: 'unlink', case: id, document: one.id }));
      out.append(icon('close'));
      out.classList.add('small');
      return {
        node: element('li', { class: 'row' }, name, how, out),
        update(next) {
          setText(name, next.name);
          const words = { open: 'caseOpen', linked: 'caseLinked', 'same-thread': 'caseSameThread' } as const;
          setText(how, page.text(words[next.how]));
          setAttribute(out, 'aria-label', page.text('caseUnlink', next.name));
          show(out, next.how !== 'open');
        },
      };
    },
  );
  const node = element('section', { attributes: { 'aria-label': page.text('case') } }, more);
  return {
    node,
    update({ case: one, talks }) {
      const asks = talks !== undefined && talks.ask.length > 0;
      show(node, one !== undefined && !asks && (talks !== undefined || one.answers > 0 || one.documents.length > 1));
      if (one === undefined) return;
      id = one.id;
      setText(title, one.title);
      const count = one.answers;
      setText(
        answers,
        count === 0
          ? page.text('answersNone')
          : count === 1
            ? page.text('answersOne')
            : page.text('answersMany', count),
      );
      setAttribute(undo, 'aria-label', `${page.text('undo')}. ${one.undo ?? page.text('undoNone')}`);
      setAttribute(undo, 'title', one.undo ?? page.text('undoNone'));
      // What cannot be done is not offered.
      show(undo, one.undo !== undefined);
      show(reset, count > 0);
      patch(one.documents);
    },
  };
}
