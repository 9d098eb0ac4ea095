import type { MoveView, QuestionView } from '../../src/sidebar/view';
import { element, keyedList, type Row, setAttribute, setText, show } from '../dom';
import { icon } from '../icons';
import { button, collapsible, type Page, type Part } from '../page';

/** Moves as cards and questions to ask, each to be inserted or copied. */
export function createNext(page: Page): Part {
  const { node, body } = collapsible(page, 'next', element('h2', { text: page.text('partNext') }), true);
  const empty = element('p', { class: 'quiet', text: page.text('movesEmpty') });
  const moves = element('ul', { class: 'plain' });
  const movesPart = element('div', {}, element('h3', { text: page.text('movesTitle') }), moves);
  const avoidText = element('p', {});
  const avoidWhy = element('p', { class: 'quiet' });
  const avoid = element('div', { class: 'card' }, element('h3', { text: page.text('avoid') }), avoidText, avoidWhy);
  const questions = element('ol', { class: 'plain' });
  const questionsPart = element('div', {}, element('h3', { text: page.text('questionsTitle') }), questions);
  body.append(empty, movesPart, avoid, questionsPart);
  const patchMoves = keyedList(
    moves,
    (one: MoveView) => one.id,
    (one) => moveCard(page, one),
  );
  const patchQuestions = keyedList(
    questions,
    (one: QuestionView) => one.id,
    (one) => questionCard(page, one),
  );
  return {
    node,
    update(model) {
      show(node, model.case !== undefined);
      show(empty, model.moves.length === 0);
      show(movesPart, model.moves.length > 0);
      patchMoves(model.moves);
      show(avoid, model.avoid !== undefined);
      setText(avoidText, model.avoid?.text ?? '');
      setText(avoidWhy, model.avoid?.why ?? '');
      show(questionsPart, model.questions.length > 0);
      patchQuestions(model.questions);
    },
  };
}

function moveCard(page: Page, move: MoveView): Row<MoveView, HTMLLIElement> {
  const title = element('h4', {});
  const cause = element('p', { class: 'quiet' });
  const facts = (['why', 'when', 'whenNot', 'lookFor'] as const).map((key) => ({ key, node: element('dd', {}) }));
  const openings = element('ol', { class: 'plain openings' });
  const { node: details, body } = collapsible(page, `move-${move.id}`, title, false);
  body.append(
    cause,
    element('dl', {}, ...facts.flatMap(({ key, node }) => [element('dt', { text: page.text(key) }), node])),
    element('h5', { text: page.text('openings') }),
    openings,
  );
  const patch = keyedList(
    openings,
    (one: { index: number; text: string; title: string }) => String(one.index),
    ({ index }) => {
      const text = element('blockquote', {});
      const use = (type: 'insert' | 'copy') => () => page.post({ type, what: 'move', id: move.id, opening: index });
      const insert = button(page.text('insert'), use('insert'));
      insert.prepend(icon('insert'));
      const copy = button(page.text('copy'), use('copy'));
      copy.prepend(icon('copy'));
      return {
        node: element('li', {}, text, element('div', { class: 'actions' }, insert, copy)),
        update(next) {
          setText(text, next.text);
          setAttribute(insert, 'aria-label', page.text('insertOpening', index + 1, next.title));
          setAttribute(copy, 'aria-label', page.text('copyOpening', index + 1, next.title));
        },
      };
    },
  );
  return {
    node: element('li', { class: 'card', attributes: { 'data-move': move.id } }, details),
    update(next) {
      setText(title, next.title);
      setText(cause, page.text('forCause', next.cause));
      for (const { key, node } of facts) setText(node, next[key]);
      patch(next.openings.map((text, index) => ({ index, text, title: next.title })));
    },
  };
}

function questionCard(page: Page, question: QuestionView): Row<QuestionView, HTMLLIElement> {
  const text = element('blockquote', {});
  const cause = element('p', { class: 'quiet' });
  const use = (type: 'insert' | 'copy') => () => page.post({ type, what: 'question', id: question.id, opening: 0 });
  const insert = button(page.text('insert'), use('insert'));
  insert.prepend(icon('insert'));
  const copy = button(page.text('copy'), use('copy'));
  copy.prepend(icon('copy'));
  return {
    node: element(
      'li',
      { class: 'card', attributes: { 'data-question': question.id } },
      text,
      cause,
      element('div', { class: 'actions' }, insert, copy),
    ),
    update(next, index) {
      setText(text, next.text);
      setText(cause, page.text('forCause', next.cause));
      setAttribute(insert, 'aria-label', page.text('insertQuestion', index + 1));
      setAttribute(copy, 'aria-label', page.text('copyQuestion', index + 1));
    },
  };
}
