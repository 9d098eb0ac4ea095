import type { ChipView } from '../../src/sidebar/view';
import { element, keyedList, onPress, setAttribute, setText } from '../dom';
import type { Page } from '../page';

/** Lines of the document as buttons that select them; where `brief`, the words alone. */
export function createChips(
  page: Page,
  { brief = false }: { readonly brief?: boolean } = {},
): {
  readonly node: HTMLUListElement;
  update(chips: readonly ChipView[]): void;
} {
  const node = element('ul', { class: 'plain chips' });
  const update = keyedList(
    node,
    (chip: ChipView) => chip.id,
    (chip) => {
      const where = element('span', { class: 'chip-where' });
      const who = element('span', { class: 'spoken' });
      const quote = element('q', { class: 'breakable' });
      const why = element('span', { class: 'quiet' });
      const press = element('button', { class: 'chip', attributes: { type: 'button' } }, quote, ' ', where, who);
      onPress(press, () => page.post({ type: 'show', target: chip.id }));
      return {
        node: element('li', {}, press, ' ', why),
        update(next) {
          const place =
            next.document === undefined ? page.text('line', next.line) : page.text('lineIn', next.line, next.document);
          setText(where, brief ? '' : place);
          setText(who, next.by === 'unknown' ? '' : `, ${page.text(next.by === 'me' ? 'byMe' : 'byThem')}`);
          setAttribute(press, 'title', brief ? place : undefined);
          setText(quote, next.text);
          setText(why, next.why);
        },
      };
    },
  );
  return { node, update };
}
