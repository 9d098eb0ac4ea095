import type { Limits } from '../../src/sidebar/protocol';
import type { PreparationView } from '../../src/sidebar/view';
import { element, keyedList, setText, show } from '../dom';
import { button, collapsible, type Page, type Part } from '../page';

const keys = ['alternative', 'limit', 'deadline'] as const;
const labels = { alternative: 'limitAlternative', limit: 'limitLimit', deadline: 'limitDeadline' } as const;

export interface LimitsPart extends Part {
  /** Shows what was asked for. */
  fill(caseId: string, limits: Limits): void;
}

/** The private limits, which are on the page only while they are shown, and the questions of the preparation sheet. */
export function createLimits(page: Page): LimitsPart {
  const { node, body } = collapsible(page, 'limits', element('h2', { text: page.text('partLimits') }), false);
  const state = element('p', {});
  const fields = keys.map((key) => {
    const input = element('textarea', {
      attributes: {
        rows: '2',
        maxlength: key === 'deadline' ? '400' : '4000',
        autocomplete: 'off',
        spellcheck: 'false',
      },
    });
    input.addEventListener('input', () => {
      changed = true;
    });
    return { key, input, node: element('label', { class: 'field' }, page.text(labels[key]), input) };
  });
  const reveal = button(page.text('limitsShow'), () => {
    if (id !== undefined) page.post({ type: 'showLimits', case: id });
  });
  const save = button(page.text('limitsSave'), () => keep());
  const hide = button(page.text('limitsHide'), () => {
    keep();
    mask();
    reveal.focus();
  });
  const form = element(
    'div',
    {},
    ...fields.map((field) => field.node),
    element('div', { class: 'actions' }, save, hide),
  );
  const own = element('div', {}, state, reveal, form);
  let id: string | undefined;
  let shownFor: string | undefined;
  let changed = false;

  /** Sends what was typed, if anything was. */
  function keep(): void {
    if (!changed || shownFor === undefined) return;
    changed = false;
    const [alternative, limit, deadline] = fields.map(({ input }) => input.value);
    page.post({
      type: 'saveLimits',
      case: shownFor,
      limits: { alternative: alternative ?? '', limit: limit ?? '', deadline: deadline ?? '' },
    });
  }

  function mask(): void {
    shownFor = undefined;
    changed = false;
    for (const { input } of fields) input.value = '';
    show(form, false);
    show(reveal, true);
    show(state, true);
  }

  const sections = element('ul', { class: 'plain' });
  const preparation = collapsible(page, 'preparation', element('h3', {}), false);
  const sheetTitle = preparation.node.querySelector('h3')!;
  const intro = element('p', { class: 'quiet' });
  const open = button(page.text('preparationOpen'), () => page.post({ type: 'run', command: 'preparationSheet' }));
  preparation.body.append(intro, sections, open);
  const patch = keyedList(
    sections,
    (one: PreparationView['sections'][number]) => one.id,
    (one) => {
      const prompts = element('ul', {}, ...one.prompts.map((prompt) => element('li', { text: prompt })));
      const note = element('p', { class: 'quiet', text: page.text('privateOnly') });
      show(note, one.private);
      return { node: element('li', {}, element('h4', { text: one.title }), note, prompts), update() {} };
    },
  );
  body.append(element('p', { class: 'quiet', text: page.text('limitsIntro') }), own, preparation.node);
  mask();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
  });

  return {
    node,
    update(model) {
      if (model.case?.id !== id) {
        keep();
        mask();
      }
      id = model.case?.id;
      show(node, id !== undefined);
      show(own, id !== undefined);
      setText(state, page.text(model.hasLimits ? 'limitsStored' : 'limitsNone'));
      setText(reveal, page.text(model.hasLimits ? 'limitsShow' : 'limitsEdit'));
      setText(sheetTitle, model.preparation.title);
      setText(intro, model.preparation.intro);
      patch(model.preparation.sections);
    },
    fill(caseId, limits) {
      if (caseId !== id) return;
      shownFor = caseId;
      changed = false;
      for (const { key, input } of fields) input.value = limits[key];
      show(form, true);
      show(reveal, false);
      show(state, false);
      fields[0]!.input.focus();
      page.announce(page.text('saidShown'));
    },
  };
}
