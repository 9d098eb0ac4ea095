import add from '@vscode/codicons/src/icons/add.svg';
import close from '@vscode/codicons/src/icons/close.svg';
import copy from '@vscode/codicons/src/icons/copy.svg';
import discard from '@vscode/codicons/src/icons/discard.svg';
import info from '@vscode/codicons/src/icons/info.svg';
import insert from '@vscode/codicons/src/icons/insert.svg';
import lightbulb from '@vscode/codicons/src/icons/lightbulb.svg';
import { element } from './dom';

const sources = { add, close, copy, discard, info, insert, lightbulb };

/** A picture that says nothing the words beside it don't say. */
export function icon(name: keyof typeof sources): HTMLElement {
  const { documentElement } = new DOMParser().parseFromString(sources[name], 'image/svg+xml');
  return element(
    'span',
    { class: 'icon', attributes: { 'aria-hidden': 'true' } },
    document.importNode(documentElement, true),
  );
}
