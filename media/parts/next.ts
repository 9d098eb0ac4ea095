import type { MoveView, QuestionView } from '../../src/sidebar/view';
import { element, keyedList, type Row, setAttribute, setText, show } from '../dom';
import { icon } from '../icons';
import { button, collapsible, type Page, type Part } from '../page';

/** The next move with a reply that begins with it; behind a fold the other moves and questions, to be inserted or copied. */
export function createNext(page: Page): Part {
  const title = element('h2', {});
  const opening = element('blockquote', {});
  let first: MoveView | undefined;
  const write = button(page.text('writeReply'), () =>
    page.post({ type: 'reply', ...(first === undefined ? {} : { move: first.id, opening: 0 }) }),
  );
  write.classList.add('main-action');
  const report = button(page.text('report'), () => page.post({ type: 'run', command: 'report' }));
  const more = collapsible(page, 'next', element('span', { text: page.text('moreMoves') }), false);
  const moves = element('ul', { class: 'plain' });
  const movesPart = element('div', {}, element('h3', { text: page.text('movesTitle') }), moves);
  const avoidText = element('p', {});
  const avoidWhy = element('p', { class: 'quiet' });
  const avoid = element('div', { class: 'card' }, element('h3', { text: page.text('avoid') }), avoidText, avoidWhy);
  const questions = element('ol', { class: 'plain' });
  const questionsPart = element('div', {}, element('h3', { text: page.text('questionsTitle') }), questions);
  more.body.append(movesPart, avoid, questionsPart);
  const node = element(
    'section',
    { class: 'next', attributes: { 'aria-label': page.text('writeReply') } },
    title,
    opening,
    element('div', { class: 'actions' }, write, report),
    more.node,
  );
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
      // While a reply is being written, or before it is known who the user is, nothing new is begun.
      show(node, model.talks !== undefined && model.talks.ask.length === 0 && model.reply === undefined);
      first = model.moves[0];
      setText(title, first === undefined ? '' : page.text('nextMove', first.title));
      show(title, first !== undefined);
      setText(opening, first?.openings[0] ?? '');
      show(opening, first?.openings[0] !== undefined);
      show(more.node, model.moves.length + model.questions.length > 0);
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
