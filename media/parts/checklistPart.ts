import type { GroupView, StatementView } from '../../src/sidebar/view';
import { element, keyedList, type Row, setText, show } from '../dom';
import { icon } from '../icons';
import { collapsible, type Page, type Part } from '../page';
import { createChips } from './chips';

const answers = ['yes', 'no', 'unknown'] as const;
type Answer = (typeof answers)[number];

/** For so long an answer just given is not taken back by a model that was made before it, in milliseconds. */
const PATIENCE = 2000;

/** The three statements that would tell most, then all in their groups; each answer is sent at once and can be taken back. */
export function createChecklist(page: Page): Part {
  const telling = element('div', { class: 'telling' });
  const { node: all, body } = collapsible(
    page,
    'checklist',
    element('span', { text: page.text('checklistAll') }),
    false,
  );
  const groups = element('div', {});
  body.append(groups);
  const tellingPart = element(
    'div',
    {},
    element('h2', { text: page.text('tellingTitle') }),
    element('p', { class: 'quiet', text: page.text('checklistIntro') }),
    telling,
  );
  const node = element(
    'section',
    { class: 'checklist', attributes: { 'aria-label': page.text('tellingTitle') } },
    tellingPart,
    all,
  );
  let id = '';
  const given = new Map<string, { readonly answer: Answer; readonly at: number }>();
  const send = (statement: string, answer: Answer) => {
    given.set(statement, { answer, at: performance.now() });
    page.expectNews();
    page.post({ type: 'answer', case: id, statement, answer });
  };
  /** The answer to show: what was clicked a moment ago counts until the extension has it too. */
  const settled = ({ id: statement, answer }: StatementView): Answer | undefined => {
    const own = given.get(statement);
    if (own === undefined) return answer;
    if (own.answer !== answer && performance.now() - own.at < PATIENCE) return own.answer;
    given.delete(statement);
    return answer;
  };
  const patch = keyedList(
    groups,
    (one: GroupView) => one.id,
    (one) => groupRow(page, one, send, settled),
  );
  const patchTelling = keyedList(
    telling,
    (one: StatementView) => one.id,
    (one) => statementRow(page, one, send, settled, 'telling'),
  );
  return {
    node,
    update(model) {
      show(node, model.checklist.length > 0);
      if (id !== model.case?.id) given.clear();
      id = model.case?.id ?? '';
      show(tellingPart, model.telling.length > 0);
      const wasHere = telling.contains(document.activeElement);
      patchTelling(model.telling);
      // A question that was answered gives way to the next one, and the keyboard goes on with that.
      if (wasHere && !telling.contains(document.activeElement)) telling.querySelector('input')?.focus();
      patch(model.checklist);
    },
  };
}

function groupRow(
  page: Page,
  group: GroupView,
  send: (statement: string, answer: Answer) => void,
  settled: (statement: StatementView) => Answer | undefined,
): Row<GroupView, HTMLDetailsElement> {
  const title = element('h3', { text: group.title });
  const count = element('span', { class: 'quiet' });
  const { node, body } = collapsible(page, `group-${group.id}`, element('span', {}, title, ' ', count), false);
  const statements = element('div', {});
  body.append(element('p', { class: 'quiet', text: group.description }), statements);
  const patch = keyedList(
    statements,
    (one: StatementView) => one.id,
    (one) => statementRow(page, one, send, settled),
  );
  return {
    node,
    update(next) {
      setText(count, page.text('answeredOf', next.answered, next.statements.length));
      patch(next.statements);
    },
  };
}

function statementRow(
  page: Page,
  { id }: StatementView,
  send: (statement: string, answer: Answer) => void,
  settled: (statement: StatementView) => Answer | undefined,
  where = 'all',
): Row<StatementView, HTMLFieldSetElement> {
  const legend = element('legend', {});
  const inputs = answers.map((answer) => {
    const input = element('input', { attributes: { type: 'radio', name: `${where}-${id}`, value: answer } });
    input.addEventListener('change', () => {
      if (input.checked) send(id, answer);
    });
    return { answer, input };
  });
  const choices = inputs.map(({ answer, input }) =>
    element('label', { class: 'choice' }, input, ' ', page.text(answer)),
  );
  const text = element('span', {});
  const overruled = element('span', { class: 'quiet', text: ` ${page.text('overruled')}` });
  const chips = createChips(page);
  const suggestion = element(
    'div',
    { class: 'suggestion' },
    element('p', {}, icon('lightbulb'), text, overruled),
    chips.node,
  );
  return {
    node: element(
      'fieldset',
      { attributes: { [where === 'all' ? 'data-statement' : 'data-telling']: id } },
      legend,
      suggestion,
      element('div', { class: 'choices' }, ...choices),
    ),
    update(next) {
      setText(legend, next.text);
      const own = settled(next);
      for (const { answer, input } of inputs) if (input.checked !== (own === answer)) input.checked = own === answer;
      show(suggestion, next.suggestion !== undefined);
      if (next.suggestion === undefined) return;
      setText(text, page.text(next.suggestion.answer === 'yes' ? 'suggestsYes' : 'suggestsNo', next.suggestion.why));
      show(overruled, own !== undefined && own !== 'unknown' && own !== next.suggestion.answer);
      chips.update(next.suggestion.chips.map((chip) => ({ ...chip, why: '' })));
    },
  };
}
