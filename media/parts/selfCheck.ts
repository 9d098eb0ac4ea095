import type { SelfCheckView } from '../../src/sidebar/view';
import { element, keyedList, setText, show } from '../dom';
import { collapsible, type Page, type Part } from '../page';

/** Questions that the writer answers alone. */
export function createSelfCheck(page: Page): Part {
  const { node, body } = collapsible(page, 'selfCheck', element('h2', { text: page.text('partSelfCheck') }), false);
  const intro = element('p', { class: 'quiet' });
  const questions = element('ol', { class: 'plain' });
  const close = element('p', { class: 'quiet' });
  body.append(intro, questions, close);
  let id: string | undefined;
  const patch = keyedList(
    questions,
    (one: SelfCheckView['questions'][number]) => one.id,
    (one) => {
      const text = element('p', { class: 'strong', attributes: { id: `self-check-${one.id}` } });
      const prompt = element('p', {});
      const input = element('input', { attributes: { type: 'checkbox', 'aria-describedby': `self-check-${one.id}` } });
      input.addEventListener('change', () => {
        if (id !== undefined) page.post({ type: 'selfCheck', case: id, question: one.id, done: input.checked });
      });
      const label = element('label', { class: 'choice' }, input, ' ', page.text('selfCheckDone'));
      return {
        node: element('li', {}, text, prompt, label),
        update(next) {
          setText(text, next.text);
          setText(prompt, next.prompt);
          if (input.checked !== next.done) input.checked = next.done;
          label.hidden = id === undefined;
        },
      };
    },
  );
  return {
    node,
    update({ selfCheck, case: one, talks }) {
      show(node, talks !== undefined && talks.ask.length === 0);
      id = one?.id;
      setText(intro, selfCheck.intro);
      setText(close, selfCheck.close);
      patch(selfCheck.questions);
    },
  };
}
