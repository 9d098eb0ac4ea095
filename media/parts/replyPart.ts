import type { ChipView } from '../../src/sidebar/view';
import { element, keyedList, setText, show } from '../dom';
import { button, type Page, type Part } from '../page';
import { createChips } from './chips';

type Line = {
  readonly chip: ChipView;
  /** Ticked or not; what is neither has no box. */
  readonly done?: boolean;
  readonly words: string;
  readonly tie: boolean;
  readonly seen?: boolean;
};

/** What the other side asked, and what the reply gives, brings up and promises; it ticks itself. */
export function createReply(page: Page): Part {
  const asked = lines(page, page.text('replyAsked'));
  const gives = lines(page, page.text('replyGives'));
  const strange = lines(page, page.text('replyStrange'), 'plain flowing');
  const promises = lines(page, page.text('replyPromises'));
  const next = element('p', {});
  const nextPart = element('div', {}, element('h3', { text: page.text('replyNext') }), next);
  const nothing = element('p', { class: 'quiet', text: page.text('replyNothing') });
  const node = element(
    'section',
    { class: 'reply', attributes: { 'aria-label': page.text('partReply') } },
    element('h2', { text: page.text('partReply') }),
    nothing,
    asked.node,
    gives.node,
    strange.node,
    promises.node,
    nextPart,
  );
  return {
    node,
    update({ reply }) {
      show(node, reply !== undefined);
      if (reply === undefined) return;
      asked.update(
        reply.asked.map(({ chip, answered }) => ({
          chip,
          done: answered,
          words: page.text(answered ? 'replyAnswered' : 'replyOpen'),
          tie: false,
        })),
      );
      gives.update(
        reply.gives.map(({ chip, tied }) => ({
          chip,
          done: tied,
          words: page.text(tied ? 'replyTied' : 'replyUntied'),
          tie: !tied,
        })),
      );
      strange.update(reply.strange.map((chip) => ({ chip, words: chip.why, tie: false, seen: true })));
      promises.update(reply.promises.map(({ chip, when }) => ({ chip, words: when ?? '', tie: false, seen: true })));
      setText(next, `${reply.next === undefined ? '□' : '☑'} ${reply.next ?? page.text('replyNextNone')}`);
      show(nothing, reply.empty);
    },
  };
}

function lines(page: Page, title: string, style = 'plain') {
  const list = element('ul', { class: style });
  const node = element('div', {}, element('h3', { text: title }), list);
  const patch = keyedList(
    list,
    ({ chip }: Line) => chip.id,
    () => {
      const tick = element('span', { class: 'mark', attributes: { 'aria-hidden': 'true' } });
      const words = element('span', {});
      const chips = createChips(page, { brief: true });
      const tie = button(page.text('replyTieIt'), () =>
        page.post({ type: 'insert', what: 'move', id: 'ask-for-a-return', opening: 0 }),
      );
      const state = element('div', { class: 'row' }, words, tie);
      return {
        node: element('li', { class: 'ticked' }, tick, element('div', {}, chips.node, state)),
        update(next) {
          setText(tick, next.done ? '☑' : '□');
          show(tick, next.done !== undefined);
          setText(words, next.words);
          // Beside a tick the words are only read aloud.
          words.classList.toggle('spoken', !next.tie && !next.seen);
          show(tie, next.tie);
          show(state, next.words !== '' || next.tie);
          chips.update([{ ...next.chip, why: '' }]);
        },
      };
    },
  );
  return {
    node,
    update(items: readonly Line[]) {
      show(node, items.length > 0);
      patch(items);
    },
  };
}
