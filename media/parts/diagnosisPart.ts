import type { CauseView, SidebarModel, StallView } from '../../src/sidebar/view';
import { bar, setBar } from '../charts/bar';
import { element, keyedList, type Row, setAttribute, setText, show } from '../dom';
import { icon } from '../icons';
import { button, collapsible, type Page, type Part } from '../page';
import { createChips } from './chips';

const FIRST = 5;

/** Have the talks stopped, and why: the causes ranked, with the lines for and against each. */
export function createStall(page: Page): Part {
  const { node, body } = collapsible(page, 'stall', element('h2', { text: page.text('partStall') }), true);
  const words = element('p', { class: 'strong' });
  const why = element('ul', { class: 'plain' });
  const notices = element('ul', { class: 'plain notices' });
  const confidence = element('p', {});
  const causes = element('ol', { class: 'plain causes' });
  const empty = element('p', { class: 'quiet', text: page.text('causesEmpty') });
  const apart = createApart(page);
  const ruledOut = element('ul', { class: 'plain' });
  const ruledOutPart = element('div', {}, element('h3', { text: page.text('ruledOut') }), ruledOut);
  let all = false;
  let last: SidebarModel | undefined;
  const more = button('', () => {
    all = !all;
    if (last !== undefined) update(last);
  });
  body.append(words, why, notices, confidence, causes, empty, more, apart.node, ruledOutPart);
  let id = '';
  const ruleOut = (cause: string, title: string, out: boolean) => {
    page.post({ type: 'ruleOut', case: id, cause, out });
    page.announce(page.text(out ? 'saidRuledOut' : 'saidBack', title));
  };
  const patchCauses = keyedList(causes, (one: CauseView) => one.id, causeRow(page, ruleOut));
  const patchWhy = keyedList(
    why,
    (one: StallView['why'][number]) => `${one.text}${one.chip?.id ?? ''}`,
    () => {
      const text = element('span', {});
      const chips = createChips(page);
      return {
        node: element('li', {}, text, chips.node),
        update(next) {
          setText(text, next.text);
          chips.update(next.chip === undefined ? [] : [{ ...next.chip, why: '' }]);
          show(chips.node, next.chip !== undefined);
        },
      };
    },
  );
  const patchNotices = keyedList(
    notices,
    (one: StallView['notices'][number]) => one.id,
    () => {
      const text = element('span', {});
      const act = button(page.text('tellMe'), () => page.post({ type: 'run', command: 'settingMe' }));
      return {
        node: element('li', { class: 'notice' }, icon('info'), text, act),
        update(next) {
          setText(text, next.text);
          show(act, next.action === 'me');
        },
      };
    },
  );
  const patchRuledOut = keyedList(
    ruledOut,
    (one: StallView['ruledOut'][number]) => one.id,
    (one) => {
      const back = button(page.text('bringBack'), () => ruleOut(one.id, one.title, false));
      const title = element('span', {});
      return {
        node: element('li', { class: 'row' }, title, back),
        update(next) {
          setText(title, next.title);
          setAttribute(back, 'aria-label', `${page.text('bringBack')}: ${next.title}`);
        },
      };
    },
  );

  function update(model: SidebarModel): void {
    last = model;
    const { stall } = model;
    id = model.case?.id ?? '';
    show(node, stall !== undefined);
    if (stall === undefined) return;
    setText(words, stall.words);
    patchWhy(stall.why);
    patchNotices(stall.notices);
    setText(confidence, stall.confidence);
    patchCauses(all ? stall.causes : stall.causes.slice(0, FIRST));
    const hidden = stall.causes.length - FIRST;
    show(empty, stall.causes.length === 0);
    show(more, hidden > 0);
    setText(more, all ? page.text('causesFewer') : page.text('causesMore', Math.max(0, hidden)));
    apart.update(stall.apart);
    show(ruledOutPart, stall.ruledOut.length > 0);
    patchRuledOut(stall.ruledOut);
  }

  return { node, update };
}

function causeRow(page: Page, ruleOut: (cause: string, title: string, out: boolean) => void) {
  return (cause: CauseView): Row<CauseView, HTMLElement> => {
    const title = element('h3', {});
    const measure = element('p', { class: 'quiet' });
    const strip = bar();
    const summary = element('p', {});
    const speaksFor = createChips(page);
    const speaksAgainst = createChips(page);
    const forTitle = element('h4', { text: page.text('speaksFor') });
    const againstTitle = element('h4', { text: page.text('speaksAgainst') });
    const none = element('p', { class: 'quiet', text: page.text('noLines') });
    const not = button(page.text('notThis'), () => ruleOut(cause.id, cause.title, true));
    const node = element(
      'li',
      { class: 'cause', attributes: { 'data-cause': cause.id } },
      title,
      strip,
      measure,
      summary,
      forTitle,
      speaksFor.node,
      none,
      againstTitle,
      speaksAgainst.node,
      not,
    );
    return {
      node,
      update(next, index) {
        setText(title, `${index + 1}. ${next.title}`);
        const percent = Math.round(next.share * 100);
        setText(measure, `${next.words} (${page.text('shareBar', percent)}) · ${next.group}`);
        setBar(strip, next.share);
        setText(summary, next.summary);
        speaksFor.update(next.speaksFor);
        speaksAgainst.update(next.speaksAgainst);
        show(forTitle, next.speaksFor.length > 0);
        show(none, next.speaksFor.length === 0);
        show(againstTitle, next.speaksAgainst.length > 0);
        setAttribute(not, 'aria-label', `${page.text('notThis')}: ${next.title}`);
      },
    };
  };
}

function createApart(page: Page) {
  const question = element('p', {});
  const answers = element('ul', {});
  const node = element('div', { class: 'card' }, element('h3', { text: page.text('apart') }), question, answers);
  const patch = keyedList(
    answers,
    (one: { cause: string; answer: string }) => one.cause,
    () => {
      const words = element('span', {});
      const to = element('span', { class: 'quiet' });
      return {
        node: element('li', {}, words, ' ', to),
        update(next) {
          setText(words, next.answer);
          setText(to, page.text('apartAnswer', next.cause));
        },
      };
    },
  );
  return {
    node,
    update(apart: StallView['apart']) {
      show(node, apart !== undefined);
      if (apart === undefined) return;
      setText(question, apart.question);
      patch(apart.answers);
    },
  };
}
