import { type FromPage, readToPage } from '../src/sidebar/protocol';
import { type Strings, stringKeys } from '../src/sidebar/stringKeys';
import type { SidebarModel } from '../src/sidebar/view';
import { element, setAttribute, setText, show } from './dom';
import { button, createPage, type Page, type Part } from './page';
import { createBegin } from './parts/beginPart';
import { createCase } from './parts/case';
import { createPictures } from './parts/chartsPart';
import { createChecklist } from './parts/checklistPart';
import { createDraft } from './parts/draftPart';
import { createLimits, type LimitsPart } from './parts/limits';
import { createNext } from './parts/next';
import { createReply } from './parts/replyPart';
import { createSelfCheck } from './parts/selfCheck';
import { createTalks } from './parts/talksPart';

interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: Kept): void;
}

/** What the page keeps for itself: which parts are open and how far it was scrolled. No answers, and nothing private. */
interface Kept {
  readonly open: Readonly<Record<string, boolean>>;
  readonly scroll: number;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const main = document.getElementById('page')!;
let kept = readKept(host.getState());
let shown: Shown | undefined;

interface Shown {
  readonly page: Page;
  readonly limits: LimitsPart;
  update(model: SidebarModel): void;
  /** The extension tells what it did; it takes the place of what an answer would have told. */
  said(text: string): void;
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const read = readToPage(data);
  if ('fault' in read) {
    host.postMessage({ type: 'failed', what: `refused ${read.fault}`.slice(0, 200) });
    return;
  }
  const { message } = read;
  switch (message.type) {
    case 'start':
      start(message.strings, message.language, message.model);
      return;
    case 'model':
      shown?.update(message.model);
      return;
    case 'say':
      shown?.said(message.text);
      return;
    case 'limits':
      shown?.limits.fill(message.case, message.limits);
  }
});

// What went wrong here is told by its kind and line; its message could hold words of the document.
window.addEventListener('error', ({ error, lineno }) => {
  host.postMessage({ type: 'failed', what: error instanceof Error ? error.name : 'Error', line: lineno });
});

host.postMessage({ type: 'ready' });

function start(table: Readonly<Record<string, string>>, language: string, model: SidebarModel): void {
  if (stringKeys.some((key) => table[key] === undefined)) throw new RangeError('A text of the page is missing.');
  if (shown !== undefined) {
    shown.update(model);
    return;
  }
  document.documentElement.lang = language.split('-')[0] === 'en' ? language : document.documentElement.lang;
  shown = build(table as Strings);
  shown.update(model);
  let waiting = false;
  window.addEventListener('scroll', () => {
    if (waiting || main.hasAttribute('aria-busy')) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      keep({ scroll: window.scrollY });
    }, 200);
  });
  performance.mark('common-ground-shown');
}

function build(strings: Strings): Shown {
  /** The user has answered something, and what comes of it is not all told yet. */
  let news = false;
  let answered = '';
  let settled = false;
  let first: string | undefined;
  let name: string | undefined;
  const status = element('p', { class: 'status spoken', attributes: { role: 'status' } });
  const page = createPage(strings, {
    post: (message) => host.postMessage(message),
    isOpen: (key, byDefault) => kept.open[key] ?? byDefault,
    rememberOpen: (key, open) => keep({ open: { ...kept.open, [key]: open } }),
    expectNews() {
      news = true;
    },
    announce(text, seen = false) {
      status.classList.toggle('spoken', !seen);
      setText(status, text);
    },
  });
  const limits = createLimits(page);
  const parts: readonly Part[] = [
    createNotice(page),
    createBegin(page),
    createDraft(page),
    createReply(page),
    createTalks(page),
    createNext(page),
    createChecklist(page),
    createPictures(page),
    createSelfCheck(page),
    limits,
    createCase(page),
  ];
  main.replaceChildren(
    element('h1', { class: 'spoken', text: strings.page }),
    ...parts.map(({ node }) => node),
    status,
  );

  return {
    page,
    limits,
    said(text) {
      news = false;
      page.announce(text, true);
    },
    update(model) {
      const anchor = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
      const before = anchor?.getBoundingClientRect().top;
      for (const part of parts) part.update(model);
      if (!settled && !model.loading) {
        settled = true;
        window.scrollTo(0, kept.scroll);
        performance.mark('common-ground-whole');
      }
      // What has the focus stays where the eye left it.
      if (anchor?.isConnected && anchor !== document.body && before !== undefined) {
        const moved = anchor.getBoundingClientRect().top - before;
        if (moved !== 0) window.scrollBy(0, moved);
      }
      const top = model.talks?.causes[0];
      const now = model.draft?.title ?? model.talks?.title;
      const answers = answersIn(model);
      if (name !== now) news = false;
      if (news && answers !== answered && top !== undefined)
        page.announce(page.text(top.id === first ? 'saidSame' : 'saidFirst', top.lead, top.title));
      else if (name !== undefined && name !== now && now !== undefined) page.announce(page.text('saidDocument', now));
      answered = answers;
      first = top?.id;
      name = now;
    },
  };
}

/** What was answered, to see whether a model knows an answer more. */
function answersIn({ checklist }: SidebarModel): string {
  return checklist
    .flatMap(({ statements }) => statements.filter(({ answer }) => answer !== undefined))
    .map(({ id, answer }) => `${id}=${answer}`)
    .join();
}

/** Why there is nothing to show, and what happened to the stored answers. */
function createNotice(page: Page): Part {
  const nothing = element('p', { class: 'nothing' });
  const text = element('p', {});
  const open = button(page.text('showSetAside'), () => page.post({ type: 'run', command: 'showSetAside' }));
  const close = button(page.text('dismiss'), () => {
    closed = text.textContent ?? '';
    show(notice, false);
  });
  const notice = element(
    'div',
    { class: 'notice-box', attributes: { role: 'alert' } },
    text,
    element('div', { class: 'actions' }, open, close),
  );
  let closed = '';
  return {
    node: element('div', {}, notice, nothing),
    update(model) {
      const words = model.nothing ?? (model.loading && model.draft === undefined ? page.text('loading') : undefined);
      setText(nothing, words ?? '');
      show(nothing, words !== undefined);
      setAttribute(main, 'aria-busy', model.loading ? 'true' : undefined);
      setText(text, model.notice?.text ?? '');
      show(open, model.notice?.action === 'show-set-aside');
      show(notice, model.notice !== undefined && closed !== model.notice.text);
      setAttribute(main, 'data-version', String(model.version));
    },
  };
}

function keep(change: Partial<Kept>): void {
  kept = { ...kept, ...change };
  host.setState(kept);
}

function readKept(value: unknown): Kept {
  const { open, scroll } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Kept>;
  const entries = typeof open === 'object' && open !== null ? Object.entries(open) : [];
  return {
    open: Object.fromEntries(entries.filter(([, one]) => typeof one === 'boolean')),
    scroll: typeof scroll === 'number' && scroll >= 0 ? scroll : 0,
  };
}
