import type { BalanceView, SidebarModel, TimelineMessage, TimelineView } from '../../src/sidebar/view';
import { drawSums } from '../charts/amountsChart';
import { balanceRows, drawBalance } from '../charts/balanceChart';
import { drawTimeline } from '../charts/timelineChart';
import { element, keyedList, onPress, setText, show } from '../dom';
import { collapsible, type Page, type Part } from '../page';

/** The thread as pictures, each with the same in words. */
export function createPictures(page: Page): Part {
  const { node, body } = collapsible(page, 'pictures', element('h2', { text: page.text('partPictures') }), false);
  const empty = element('p', { class: 'quiet', text: page.text('timelineEmpty') });
  const timeline = createTimeline(page);
  const sums = createSums(page);
  const balance = createBalance(page);
  body.append(empty, timeline.node, sums.node, balance.node);
  let last: SidebarModel | undefined;
  let width = 0;
  const draw = (): void => {
    if (last === undefined) return;
    show(empty, last.timeline === undefined);
    timeline.update(last.timeline, width);
    sums.update(last.timeline, width);
    balance.update(last.balance, width);
  };
  new ResizeObserver(([entry]) => {
    const next = Math.floor(entry?.contentRect.width ?? 0);
    if (next === width || next === 0) return;
    width = next;
    draw();
  }).observe(body);
  return {
    node,
    update(model) {
      last = model;
      show(node, model.timeline !== undefined);
      draw();
    },
  };
}

function createTimeline(page: Page) {
  const summary = element('p', {});
  const key = element('p', { class: 'quiet', text: page.text('timelineKey') });
  const leftOut = element('p', { class: 'quiet' });
  const picture = element('div', { class: 'picture' });
  const head = (
    [
      'timelineWho',
      'timelineWhen',
      'timelineGap',
      'timelineWords',
      'timelineQuestions',
      'timelineGives',
      'timelineHeat',
    ] as const
  ).map((name) => element('th', { text: page.text(name), attributes: { scope: 'col' } }));
  const rows = element('tbody', {});
  const table = element(
    'table',
    {},
    element('caption', { text: page.text('timelineTitle') }),
    element('thead', {}, element('tr', {}, ...head)),
    rows,
  );
  const { node: details, body } = collapsible(
    page,
    'timelineTable',
    element('span', { text: page.text('timelineTable') }),
    false,
  );
  body.append(
    element(
      'div',
      { class: 'scroll', attributes: { tabindex: '0', role: 'region', 'aria-label': page.text('timelineTable') } },
      table,
    ),
  );
  const node = element(
    'div',
    {},
    element('h3', { text: page.text('timelineTitle') }),
    summary,
    key,
    picture,
    leftOut,
    details,
  );
  const patch = keyedList(
    rows,
    (one: TimelineMessage) => one.id,
    (one) => {
      const cells = head.map(() => element('td', {}));
      const press = element('button', { class: 'link', attributes: { type: 'button' } });
      onPress(press, () => page.post({ type: 'show', target: one.id }));
      cells[0]!.append(press);
      return {
        node: element('tr', {}, ...cells),
        update(next, index) {
          setText(press, `${nameOf(page, next)}, ${page.text('line', next.line)}`);
          const values = [
            next.when ?? page.text('timelineOrder', index + 1),
            gapOf(page, next.gapDays),
            String(next.words),
            String(next.questions),
            String(next.gives),
            page.text(next.heat === 0 ? 'heatNone' : next.heat < 3 ? 'heatSome' : 'heatMuch'),
          ];
          for (const [at, value] of values.entries()) setText(cells[at + 1]!, value);
        },
      };
    },
  );
  return {
    node,
    update(timeline: TimelineView | undefined, width: number) {
      show(node, timeline !== undefined);
      if (timeline === undefined) return;
      const { messages } = timeline;
      const by = (side: TimelineMessage['by']) => messages.filter((one) => one.by === side).length;
      const longest = Math.max(-1, ...messages.map(({ gapDays }) => gapDays ?? -1));
      setText(
        summary,
        page.text(
          'timelineSummary',
          messages.length,
          by('me'),
          by('them'),
          gapOf(page, longest < 0 ? undefined : longest),
        ),
      );
      setText(leftOut, page.text('timelineLeftOut', timeline.leftOut));
      show(leftOut, timeline.leftOut > 0);
      patch(messages);
      if (width > 0)
        drawTimeline(picture, messages, width, {
          gap: (days) => gapOf(page, days),
          me: page.text('me'),
          them: page.text('them'),
        });
    },
  };
}

function nameOf(page: Page, { author, by }: TimelineMessage): string {
  if (by === 'me') return page.text('me');
  return author === '' ? page.text(by === 'them' ? 'them' : 'someone') : author;
}

function gapOf(page: Page, days: number | undefined): string {
  return days === undefined
    ? page.text('gapNone')
    : page.text('gapDays', days < 1 ? Math.round(days * 10) / 10 : Math.round(days));
}

function createSums(page: Page) {
  const picture = element('div', { class: 'picture' });
  const words = element('ul', { class: 'plain' });
  const node = element('div', {}, element('h3', { text: page.text('sumsTitle') }), picture, words);
  const patch = keyedList(
    words,
    (one: { by: string; text: string }) => one.by,
    () => {
      const text = element('span', {});
      return { node: element('li', {}, text), update: (next) => setText(text, next.text) };
    },
  );
  return {
    node,
    update(timeline: TimelineView | undefined, width: number) {
      const sums = timeline?.sums ?? [];
      show(node, sums.length > 1);
      if (sums.length < 2) return;
      patch(
        (['me', 'them'] as const).flatMap((by) => {
          const named = sums.filter((one) => one.by === by).map(({ text }) => text);
          return named.length === 0 ? [] : [{ by, text: page.text('sumsSummary', page.text(by), named.join(', ')) }];
        }),
      );
      if (width > 0) drawSums(picture, sums, timeline!.messages.length, width);
    },
  };
}

function createBalance(page: Page) {
  const summary = element('p', {});
  const picture = element('div', { class: 'picture' });
  const words = element('dl', { class: 'spoken' });
  const empty = element('p', { class: 'quiet', text: page.text('balanceEmpty') });
  const node = element('div', {}, element('h3', { text: page.text('balanceTitle') }), summary, empty, picture, words);
  const patch = keyedList(
    words,
    (one: { id: string; title: string; text: string }) => one.id,
    () => {
      const term = element('dt', {});
      const value = element('dd', {});
      return {
        node: element('div', {}, term, value),
        update(next) {
          setText(term, next.title);
          setText(value, next.text);
        },
      };
    },
  );
  return {
    node,
    update(balance: BalanceView | undefined, width: number) {
      show(node, balance !== undefined);
      if (balance === undefined) return;
      const rows = balanceRows(balance, page);
      const nothing = rows.every(({ me, them }) => me + them === 0);
      show(empty, nothing);
      show(picture, !nothing);
      show(summary, !nothing);
      setText(summary, page.text('balanceSummary', balance.me.gives, balance.me.untied, balance.them.gives));
      patch(
        rows.map(({ id, title, me, them }) => ({
          id,
          title,
          text: `${page.text('me')}: ${me}. ${page.text('them')}: ${them}.`,
        })),
      );
      if (width > 0) drawBalance(picture, rows, width, page.text('me'), page.text('them'));
    },
  };
}
