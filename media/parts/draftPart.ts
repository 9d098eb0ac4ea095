import type { DraftView, RemarkView, RowView, TonePartView } from '../../src/sidebar/view';
import { element, keyedList, onPress, type Row, setAttribute, setText, show } from '../dom';
import { button, collapsible, link, type Page, type Part, unfolder } from '../page';
import { createChips } from './chips';

/** The draft in front: to whom it goes, what there is to look at, what it lacks, and how it reads. */
export function createDraft(page: Page): Part {
  const name = element('span', {});
  const kind = element('span', { class: 'whole' });
  const title = element('h2', { class: 'breakable draft-title' }, name, ' · ', kind);
  const change = link(page.text('change'), () => page.post({ type: 'run', command: 'changeKind' }));
  const note = element('p', {});
  const check = button(page.text('checkThis'), () => page.post({ type: 'run', command: 'checkDocument' }));
  const verdict = element('p', { class: 'strong' });
  const review = button(page.text('review'), () => page.post({ type: 'run', command: 'review' }));
  const findings = rowList(page);
  const restTitle = element('span', {});
  const rest = collapsible(page, 'rest', restTitle, false);
  const restRows = rowList(page);
  rest.body.append(restRows.node);
  const hintsTitle = element('span', {});
  const hints = collapsible(page, 'hints', hintsTitle, false);
  const hintRows = rowList(page);
  hints.body.append(hintRows.node);
  const remarks = element('ul', { class: 'plain' });
  const done = element('ul', { class: 'plain done' });
  const remarksPart = element('div', {}, element('h3', { text: page.text('remarksTitle') }), remarks, done);
  const leaks = createChips(page);
  const leaksPart = element('div', { class: 'card' }, element('h3', { text: page.text('leaksTitle') }), leaks.node);
  const reads = createReads(page);
  const node = element(
    'section',
    { class: 'draft', attributes: { 'aria-label': page.text('readsTitle') } },
    element('div', { class: 'head' }, title, change),
    note,
    check,
    element('div', { class: 'head' }, verdict, review),
    leaksPart,
    findings.node,
    rest.node,
    hints.node,
    remarksPart,
    reads.node,
  );
  const patchRemarks = keyedList(
    remarks,
    (one: RemarkView) => one.id,
    (one) => remarkRow(page, one),
  );
  const patchDone = keyedList(
    done,
    (one: string) => one,
    () => {
      const text = element('span', {});
      return { node: element('li', {}, mark('☑'), text), update: (next) => setText(text, next) };
    },
  );
  return {
    node,
    update({ draft }) {
      show(node, draft !== undefined);
      if (draft === undefined) return;
      setText(name, draft.title);
      setText(kind, draft.kind);
      setAttribute(node, 'aria-label', `${draft.title} · ${draft.kind}`);
      setAttribute(change, 'aria-label', page.text('changeKind', draft.kind));
      setText(note, draft.note ?? '');
      show(note, draft.note !== undefined);
      show(check, !draft.checked && draft.note !== undefined);
      setText(verdict, draft.verdict ?? '');
      show(verdict, draft.verdict !== undefined);
      show(review, draft.findings.length + draft.remarks.length > 0);
      // A fold for a single row would take as much room as the row.
      const count = draft.findings.length <= FIRST + 1 ? draft.findings.length : FIRST;
      findings.update(draft.findings.slice(0, count), draft.lit);
      const others = draft.findings.slice(count);
      restRows.update(others, draft.lit);
      setText(restTitle, page.text('moreFindings', others.length));
      show(rest.node, others.length > 0);
      if (others.some(({ id }) => id === draft.lit)) rest.node.open = true;
      setText(hintsTitle, page.text('hintsTitle', draft.hints.length));
      show(hints.node, draft.hints.length > 0);
      hintRows.update(draft.hints, draft.lit);
      show(leaksPart, draft.leaks.length > 0);
      leaks.update(draft.leaks);
      show(remarksPart, draft.remarks.length + draft.done.length > 0);
      patchRemarks(draft.remarks);
      patchDone(draft.done);
      reads.update(draft.reads);
    },
  };
}

/** Findings that are shown; the others are behind a fold. */
const FIRST = 5;

const levels = { warning: 'levelWarning', information: 'levelInformation', hint: 'levelHint' } as const;

function rowList(page: Page) {
  const node = element('ul', { class: 'plain rows' });
  let lit: string | undefined;
  const patch = keyedList(
    node,
    (one: RowView) => one.id,
    (one) => findingRow(page, one, () => lit),
  );
  return {
    node,
    update(rows: readonly RowView[], at: string | undefined) {
      lit = at;
      show(node, rows.length > 0);
      patch(rows);
    },
  };
}

/** The words with a mark for how many readers would mind, what kind it is, and the best rewrite to press. */
function findingRow(page: Page, { id }: RowView, lit: () => string | undefined): Row<RowView, HTMLLIElement> {
  const mark = element('span', { class: 'mark', attributes: { 'aria-hidden': 'true' } });
  const level = element('span', { class: 'spoken' });
  const [before, words, after] = [element('span', {}), element('span', {}), element('span', {})];
  const quote = element('q', { class: 'breakable' }, before, words, after);
  const kind = element('span', { class: 'kind' });
  const go = element('button', { class: 'go', attributes: { type: 'button' } }, mark, level, quote, ' ', kind);
  onPress(go, () => page.post({ type: 'go', row: id }));
  const rewrites = [0, 1, 2].map((index) => {
    const press = button('', () => page.post({ type: 'rewrite', row: id, index }));
    press.classList.add('rewrite');
    return press;
  });
  const leave = button(page.text('dontFlag'), () => page.post({ type: 'dontFlag', row: id }));
  const others = element('div', { class: 'others' }, ...rewrites.slice(1), leave);
  const more = unfolder(page, `row-${id}`, others);
  const best = element('div', { class: 'best' }, rewrites[0]!, more);
  const node = element('li', { class: 'finding' }, go, best, others);
  return {
    node,
    update(next) {
      setText(mark, next.level === 'warning' ? '●' : '○');
      setText(level, `${page.text(levels[next.level])}: `);
      const at = next.within?.indexOf(next.words) ?? -1;
      setText(before, at < 0 ? '' : next.within!.slice(0, at));
      setText(words, next.words);
      setText(after, at < 0 ? '' : next.within!.slice(at + next.words.length));
      words.classList.toggle('strong', at >= 0);
      setText(kind, next.kind);
      setAttribute(go, 'title', next.message);
      setAttribute(node, 'aria-current', lit() === id ? 'true' : undefined);
      node.classList.toggle('bare', next.rewrites.length === 0);
      rewrites.forEach((press, index) => {
        const text = next.rewrites[index];
        show(press, text !== undefined);
        if (text === undefined) return;
        setText(press, text);
        setAttribute(press, 'aria-label', page.text('rewriteWith', text));
      });
      setAttribute(leave, 'aria-label', page.text('dontFlagOf', next.words));
      setAttribute(more, 'aria-label', `${page.text('moreRewrites')}: ${next.words}`);
    },
  };
}

function remarkRow(page: Page, { id }: RemarkView): Row<RemarkView, HTMLLIElement> {
  const text = element('span', { class: 'breakable' });
  const go = element('button', { class: 'go', attributes: { type: 'button' } }, mark('□'), text);
  onPress(go, () => page.post({ type: 'go', row: id }));
  const offers = [0, 1, 2].map((index) => {
    const press = button('', () => page.post({ type: 'add', remark: id, index }));
    press.classList.add('rewrite');
    return press;
  });
  const leave = button(page.text('leaveIt'), () => page.post({ type: 'leave', remark: id }));
  const others = element('div', { class: 'others' }, ...offers.slice(1), leave);
  const more = unfolder(page, `remark-${id}`, others);
  const best = element('div', { class: 'best' }, offers[0]!, more);
  const node = element('li', { class: 'finding', attributes: { 'data-remark': id } }, go, best, others);
  return {
    node,
    update(next) {
      setText(text, next.text);
      node.classList.toggle('bare', next.offers.length === 0);
      offers.forEach((press, index) => {
        const offer = next.offers[index];
        show(press, offer !== undefined);
        setText(press, offer === undefined ? '' : page.text('addThis', offer));
      });
      setAttribute(leave, 'aria-label', page.text('leaveItOf', next.title));
      setAttribute(more, 'aria-label', `${page.text('moreRewrites')}: ${next.title}`);
    },
  };
}

function mark(sign: '□' | '☑'): HTMLElement {
  return element('span', { class: 'mark', text: sign, attributes: { 'aria-hidden': 'true' } });
}

/** What makes a draft read as it does, in words. */
function toneList(title: string) {
  const list = element('ul', {});
  const node = element('div', {}, element('h3', { text: title }), list);
  const patch = keyedList(
    list,
    (one: TonePartView) => one.id,
    () => {
      const text = element('span', {});
      return { node: element('li', {}, text), update: ({ says }) => setText(text, says) };
    },
  );
  return {
    node,
    update(parts: readonly TonePartView[]) {
      show(node, parts.length > 0);
      patch(parts);
    },
  };
}

function createReads(page: Page) {
  const words = element('span', {});
  const { node, body } = collapsible(page, 'tone', words, false);
  const adds = toneList(page.text('toneAdds'));
  const takes = toneList(page.text('toneTakes'));
  const counts = element('dl', { class: 'counts' });
  body.append(adds.node, takes.node, counts);
  type Reads = NonNullable<DraftView['reads']>;
  const patchCounts = keyedList(
    counts,
    (one: Reads['counts'][number]) => one.id,
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
  return {
    node,
    update(reads: DraftView['reads']) {
      show(node, reads !== undefined);
      if (reads === undefined) return;
      setText(words, reads.words);
      const parts = [...reads.parts].sort((one, other) => Math.abs(other.value) - Math.abs(one.value)).slice(0, 6);
      adds.update(parts.filter(({ value }) => value > 0));
      takes.update(parts.filter(({ value }) => value < 0));
      patchCounts(reads.counts);
    },
  };
}
