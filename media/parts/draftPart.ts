import type { CountView, DraftView } from '../../src/sidebar/view';
import { bar, setBar } from '../charts/bar';
import { drawTone } from '../charts/toneChart';
import { element, keyedList, setText, show } from '../dom';
import { button, collapsible, type Page, type Part } from '../page';

/** The draft in front: what it was taken for, what was found in it, and how it reads. */
export function createDraft(page: Page): Part {
  const { node, body } = collapsible(page, 'draft', element('h2', { text: page.text('partDraft') }), true);
  const name = element('p', { class: 'breakable strong' });
  const kind = element('p', { class: 'quiet' });
  const note = element('p', {});
  const check = button(page.text('checkThis'), () => page.post({ type: 'run', command: 'checkDocument' }));
  const findings = element('h3', {});
  const families = element('ul', { class: 'plain bars', attributes: { 'aria-label': page.text('findingsBar') } });
  const reads = element('p', {});
  const picture = element('div', { class: 'picture' });
  const toneList = element('ul', { class: 'plain' });
  const tone = collapsible(page, 'tone', element('span', { text: page.text('toneParts') }), false);
  tone.body.append(picture, toneList);
  const counts = element('dl', { class: 'counts' });
  body.append(
    name,
    kind,
    note,
    check,
    findings,
    families,
    element('h3', { text: page.text('receptiveness') }),
    reads,
    tone.node,
    element('h3', { text: page.text('willRead') }),
    counts,
  );
  const patchFamilies = keyedList(
    families,
    (one: CountView) => one.id,
    () => {
      const title = element('span', { class: 'bar-title' });
      const value = element('span', { class: 'bar-value' });
      const strip = bar();
      return {
        node: element('li', { class: 'bar-row' }, title, value, strip),
        update(next) {
          setText(title, next.title);
          setText(value, String(next.count));
          setBar(strip, next.count / Math.max(1, most));
        },
      };
    },
  );
  const patchCounts = keyedList(
    counts,
    (one: CountView) => one.id,
    () => {
      const term = element('dt', {});
      const value = element('dd', {});
      return {
        node: element('div', { class: 'count' }, value, term),
        update(next) {
          setText(term, next.title);
          setText(value, String(next.count));
        },
      };
    },
  );
  let most = 1;
  const patchTone = keyedList(
    toneList,
    (one: DraftView['parts'][number]) => one.id,
    () => {
      const words = element('span', {});
      return {
        node: element('li', {}, words),
        update({ title, says, value }) {
          const size = Math.abs(value).toFixed(2);
          setText(words, `${page.text(value > 0 ? 'toneAdds' : 'toneTakes', title, size)}. ${says}`);
        },
      };
    },
  );
  return {
    node,
    update({ draft }) {
      show(node, draft !== undefined);
      if (draft === undefined) return;
      setText(name, draft.name);
      setText(kind, `${draft.kind}, ${draft.reason}`);
      setText(note, draft.note ?? '');
      show(note, draft.note !== undefined);
      show(check, !draft.checked);
      setText(findings, draft.findings === 0 ? page.text('findingsNone') : page.text('findings', draft.findings));
      show(families, draft.families.length > 0);
      most = Math.max(1, ...draft.families.map(({ count }) => count));
      patchFamilies(draft.families);
      setText(reads, draft.receptivenessWords);
      const parts = [...draft.parts].sort((one, other) => Math.abs(other.value) - Math.abs(one.value)).slice(0, 6);
      drawTone(picture, parts);
      patchTone(parts);
      show(tone.node, parts.length > 0);
      patchCounts(draft.counts);
    },
  };
}
