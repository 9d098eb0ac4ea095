import type { CauseView, ChipView, SidebarModel, TalksView } from '../../src/sidebar/view';
import { element, keyedList, type Row, setAttribute, setText, show } from '../dom';
import { icon } from '../icons';
import { button, collapsible, link, type Page, type Part } from '../page';
import { createChips } from './chips';

/** Where the talks stand, in one line with its ground; where they are stuck, two causes at most. */
export function createTalks(page: Page): Part {
  const title = element('h2', { class: 'breakable draft-title' });
  const me = element('span', { class: 'quiet' });
  const changeMe = link(page.text('change'), () => page.post({ type: 'run', command: 'changeMe' }));
  const who = element('div', { class: 'head' }, me, changeMe);
  const ask = createAsk(page);
  const words = element('p', { class: 'state' });
  const since = element('p', { class: 'quiet' });
  const ground = createChips(page);
  const notices = element('ul', { class: 'plain notices' });
  const causes = element('ol', { class: 'plain causes' });
  const closer = createCloser(page);
  const ruledOut = element('ul', { class: 'plain' });
  const ruledOutPart = collapsible(page, 'ruledOut', element('span', { text: page.text('ruledOut') }), false);
  ruledOutPart.body.append(ruledOut);
  const node = element(
    'section',
    { class: 'talks', attributes: { 'aria-label': page.text('partTalks') } },
    title,
    who,
    ask.node,
    words,
    ground.node,
    since,
    notices,
    causes,
    closer.node,
    ruledOutPart.node,
  );
  let id = '';
  const ruleOut = (cause: string, name: string, out: boolean) => {
    page.post({ type: 'ruleOut', case: id, cause, out });
    page.announce(page.text(out ? 'saidRuledOut' : 'saidBack', name));
  };
  const patchCauses = keyedList(causes, (one: CauseView) => one.id, causeRow(page, ruleOut));
  const patchNotices = keyedList(
    notices,
    (one: TalksView['notices'][number]) => one.id,
    () => {
      const text = element('span', {});
      return {
        node: element('li', { class: 'notice' }, icon('info'), text),
        update: (next) => setText(text, next.text),
      };
    },
  );
  const patchRuledOut = keyedList(
    ruledOut,
    (one: TalksView['ruledOut'][number]) => one.id,
    (one) => {
      const back = button(page.text('bringBack'), () => ruleOut(one.id, one.title, false));
      const name = element('span', {});
      return {
        node: element('li', { class: 'row' }, name, back),
        update(next) {
          setText(name, next.title);
          setAttribute(back, 'aria-label', `${page.text('bringBack')}: ${next.title}`);
        },
      };
    },
  );

  /** The question stands before causes that are as near as that, and below them otherwise; moved only when that changes. */
  let isFirst = false;
  const place = (first: boolean) => {
    if (first === isFirst) return;
    isFirst = first;
    if (first) causes.before(closer.node);
    else causes.after(closer.node);
  };

  return {
    node,
    update({ talks, case: one }: SidebarModel) {
      id = one?.id ?? '';
      show(node, talks !== undefined);
      if (talks === undefined) return;
      setText(title, talks.title);
      const isAsking = talks.ask.length > 0;
      setText(me, talks.me ?? '');
      show(who, talks.me !== undefined);
      setAttribute(changeMe, 'aria-label', page.text('changeMe'));
      ask.update(talks.ask, talks.missing);
      setText(words, talks.words);
      setAttribute(words, 'data-state', talks.state);
      show(words, !isAsking);
      setText(since, talks.since ?? '');
      show(since, !isAsking && talks.since !== undefined);
      ground.update(talks.ground === undefined ? [] : [talks.ground]);
      show(ground.node, !isAsking && talks.ground !== undefined);
      show(notices, !isAsking && talks.notices.length > 0);
      patchNotices(talks.notices);
      // The line that the state rests on stands above already.
      const isNew = ({ id }: ChipView) => isAsking || id !== talks.ground?.id;
      patchCauses(talks.causes.map((cause) => ({ ...cause, speaksFor: cause.speaksFor.filter(isNew) })));
      show(causes, talks.causes.length > 0);
      closer.update(talks.closer, id);
      place(talks.closer?.first === true);
      show(ruledOutPart.node, talks.ruledOut.length > 0);
      patchRuledOut(talks.ruledOut);
    },
  };
}

/** Names as buttons: everything else depends on which of them the user is. */
function createAsk(page: Page) {
  const names = element('div', { class: 'actions' });
  const why = element('p', { class: 'quiet' });
  const node = element(
    'div',
    { class: 'ask' },
    element('p', { class: 'strong', text: page.text('whoAreYou') }),
    names,
    why,
  );
  const patch = keyedList(
    names,
    (one: TalksView['ask'][number]) => one.id,
    (one) => {
      const press = button(one.name, () => page.post({ type: 'beMe', person: one.id }));
      return {
        node: press,
        update(next) {
          setText(press, next.name);
          setAttribute(press, 'title', next.address);
        },
      };
    },
  );
  return {
    node,
    update(people: TalksView['ask'], missing: string | undefined) {
      setText(why, missing === undefined ? page.text('whoAreYouWhy') : page.text('meMissing', missing));
      show(node, people.length > 0);
      patch(people);
    },
  };
}

function causeRow(page: Page, ruleOut: (cause: string, title: string, out: boolean) => void) {
  return (cause: CauseView): Row<CauseView, HTMLElement> => {
    const lead = element('span', { class: 'lead' });
    const title = element('span', {});
    const first = createChips(page);
    const summary = element('p', {});
    const others = createChips(page);
    const speaksAgainst = createChips(page);
    const againstTitle = element('h4', { text: page.text('speaksAgainst') });
    const more = collapsible(page, `why-${cause.id}`, element('span', { text: page.text('causeWhy') }), false);
    const not = button(page.text('notThis'), () => ruleOut(cause.id, cause.title, true));
    more.body.append(summary, others.node, againstTitle, speaksAgainst.node, not);
    return {
      node: element(
        'li',
        { class: 'cause', attributes: { 'data-cause': cause.id } },
        element('h3', {}, lead, ' ', title),
        first.node,
        more.node,
      ),
      update(next) {
        setText(lead, next.lead);
        setText(title, next.title);
        setText(summary, next.summary);
        first.update(next.speaksFor.slice(0, 1).map((chip) => ({ ...chip, why: '' })));
        others.update(next.speaksFor.slice(1));
        speaksAgainst.update(next.speaksAgainst);
        show(first.node, next.speaksFor.length > 0);
        show(againstTitle, next.speaksAgainst.length > 0);
        setAttribute(not, 'aria-label', page.text('notThisOf', next.title));
      },
    };
  };
}

function createCloser(page: Page) {
  const question = element('h3', {});
  const answers = element('div', { class: 'actions' });
  const node = element('div', { class: 'card closer' }, question, answers);
  let id = '';
  const patch = keyedList(
    answers,
    (one: { cause: string; answer: string }) => one.cause,
    (one) => {
      const press = button('', () => {
        page.expectNews();
        page.post({ type: 'closer', case: id, cause: one.cause });
      });
      return { node: press, update: (next) => setText(press, next.answer) };
    },
  );
  return {
    node,
    update(closer: TalksView['closer'], of: string) {
      id = of;
      show(node, closer !== undefined);
      if (closer === undefined) return;
      setText(question, closer.question);
      patch(closer.answers);
    },
  };
}
