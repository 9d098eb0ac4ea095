type Child = Node | string;

interface Details {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** An element with its children. Strings become text, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { class: name, text, attributes = {} }: Details = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  if (name !== undefined) node.className = name;
  if (text !== undefined) node.textContent = text;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

export function svg(
  tag: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly Child[]
): SVGElement {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}

export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

export function setAttribute(node: Element, name: string, value: string | undefined): void {
  if (value === undefined) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

export function show(node: HTMLElement, shown: boolean): void {
  if (node.hidden === shown) node.hidden = !shown;
}

/** A button that does nothing while it is off, and keeps the focus. */
export function setOff(button: HTMLButtonElement, off: boolean): void {
  setAttribute(button, 'aria-disabled', off ? 'true' : undefined);
}

export function onPress(button: HTMLButtonElement, action: () => void): HTMLButtonElement {
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') !== 'true') action();
  });
  return button;
}

export interface Row<Item, Node extends HTMLElement> {
  readonly node: Node;
  update(item: Item, index: number): void;
}

/**
 * Keeps the children of a parent in step with a list: rows of the same key are changed in place. The row that has the focus is
 * never moved, the others go round it, and when it goes away its neighbour takes the focus.
 */
export function keyedList<Item, Node extends HTMLElement>(
  parent: HTMLElement,
  keyOf: (item: Item) => string,
  make: (item: Item) => Row<Item, Node>,
): (items: readonly Item[]) => void {
  const rows = new Map<string, Row<Item, Node>>();
  return (items) => {
    const keys = new Set(items.map(keyOf));
    const active = document.activeElement;
    let lost: number | undefined;
    for (const [key, row] of rows) {
      if (keys.has(key)) continue;
      if (active !== null && row.node.contains(active)) lost = [...parent.children].indexOf(row.node);
      row.node.remove();
      rows.delete(key);
    }
    const nodes = items.map((item, index) => {
      const key = keyOf(item);
      const row = rows.get(key) ?? make(item);
      rows.set(key, row);
      row.update(item, index);
      return row.node;
    });
    arrange(parent, nodes);
    if (lost !== undefined) focusNear(parent, nodes[Math.min(lost, nodes.length - 1)]);
  };
}

function arrange(parent: HTMLElement, nodes: readonly HTMLElement[]): void {
  const fixed = nodes.findIndex((node) => node.contains(document.activeElement));
  if (fixed < 0) {
    nodes.forEach((node, index) => {
      if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
    });
    return;
  }
  const anchor = nodes[fixed]!;
  for (const node of nodes.slice(0, fixed)) if (node !== anchor) parent.insertBefore(node, anchor);
  let after: ChildNode = anchor;
  for (const node of nodes.slice(fixed + 1)) {
    if (after.nextSibling !== node) parent.insertBefore(node, after.nextSibling);
    after = node;
  }
}

function focusNear(parent: HTMLElement, neighbour: HTMLElement | undefined): void {
  const target =
    neighbour?.querySelector<HTMLElement>('button, summary, input') ??
    parent.closest('details')?.querySelector<HTMLElement>('summary');
  target?.focus({ preventScroll: true });
}
