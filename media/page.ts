import type { FromPage } from '../src/sidebar/protocol';
import { type StringKey, type Strings, say } from '../src/sidebar/stringKeys';
import type { SidebarModel } from '../src/sidebar/view';
import { element, onPress, setAttribute } from './dom';

/** What every part of the page has at hand. */
export interface Page {
  readonly strings: Strings;
  text(key: StringKey, ...values: readonly (string | number)[]): string;
  post(message: FromPage): void;
  /** Is this part open? As the user left it, else as given. */
  isOpen(key: string, byDefault: boolean): boolean;
  rememberOpen(key: string, open: boolean): void;
  /** The user did something of which the result is to be read aloud. */
  expectNews(): void;
  /** To be read aloud; shown too where the user asked for something and nothing else shows that it was done. */
  announce(text: string, seen?: boolean): void;
}

export interface Part {
  readonly node: HTMLElement;
  update(model: SidebarModel): void;
}

export function createPage(strings: Strings, rest: Omit<Page, 'strings' | 'text'>): Page {
  return { ...rest, strings, text: (key, ...values) => say(strings, key, ...values) };
}

/** A part that opens and closes, and stays as it was left. */
export function collapsible(
  page: Page,
  key: string,
  heading: HTMLElement,
  byDefault: boolean,
): { readonly node: HTMLDetailsElement; readonly body: HTMLElement } {
  const body = element('div', { class: 'body' });
  const node = element('details', { attributes: { 'data-part': key } }, element('summary', {}, heading), body);
  node.open = page.isOpen(key, byDefault);
  node.addEventListener('toggle', () => page.rememberOpen(key, node.open));
  return { node, body };
}

/** A small button that opens and closes what stands below it, and stays as it was left. */
export function unfolder(page: Page, key: string, body: HTMLElement): HTMLButtonElement {
  const node = button('⋯', () => set(body.hidden === true));
  const set = (open: boolean) => {
    body.hidden = !open;
    setAttribute(node, 'aria-expanded', String(open));
    page.rememberOpen(key, open);
  };
  node.classList.add('small', 'unfolder');
  body.hidden = !page.isOpen(key, false);
  setAttribute(node, 'aria-expanded', String(!body.hidden));
  return node;
}

export function button(label: string, action: () => void): HTMLButtonElement {
  return onPress(element('button', { class: 'action', text: label, attributes: { type: 'button' } }), action);
}

/** A button of less weight, beside what it changes. */
export function link(label: string, action: () => void): HTMLButtonElement {
  return onPress(element('button', { class: 'link', text: label, attributes: { type: 'button' } }), action);
}
