import * as vscode from 'vscode';
import type { Draft } from '../document/draft/draft';
import type { Thread } from '../thread/thread';
import type { Choices } from './documentState';
import type { OpenDraft } from './drafts';

/** Knows which of the writers in a document the user is; asks once where nothing says so. */
export interface People {
  /** The thread of an open draft as far as it is known who the user is, without asking. */
  thread(open: OpenDraft): Thread;
  /** The same after asking where it has to be asked; `undefined` when the user went away. */
  askedThread(open: OpenDraft): Promise<Thread | undefined>;
  /** The same, asked again although it was known. */
  askAgain(open: OpenDraft): Promise<Thread | undefined>;
}

const MOST_OFFERED = 40;

export function createPeople(choices: Choices): People {
  const threads = new WeakMap<Draft, { readonly named: string; readonly thread: Thread }>();

  function thread({ analyzer, draft, document, settings }: OpenDraft): Thread {
    const { me } = choices.choice(document.uri);
    const known = threads.get(draft);
    const named = me ?? settings.me.join('\n');
    if (known !== undefined && known.named === named) return known.thread;
    const read = analyzer.thread(draft, me === undefined ? { mine: settings.me } : { me });
    threads.set(draft, { named, thread: read });
    return read;
  }

  async function ask(open: OpenDraft): Promise<Thread | undefined> {
    const { candidates, participants } = thread(open);
    const likeliest = candidates.map(({ participant }) => participant);
    const people = [
      ...likeliest,
      ...participants.filter((one) => !likeliest.some(({ name }) => name === one.name)),
    ].filter(({ name, addresses }) => name !== '' || addresses[0] !== undefined);
    const picked = await vscode.window.showQuickPick(
      people.slice(0, MOST_OFFERED).map(({ name, addresses: [address] }) => ({
        label: name === '' ? address! : name,
        ...(address === undefined || name === '' ? {} : { description: address }),
      })),
      {
        title: vscode.l10n.t('Which of these people are you?'),
        placeHolder: vscode.l10n.t('You are asked only once for this document'),
      },
    );
    if (picked === undefined) return undefined;
    await choices.choose(open.document.uri, { me: picked.description ?? picked.label });
    return thread(open);
  }

  return {
    thread,
    askAgain: ask,
    async askedThread(open) {
      const known = thread(open);
      return known.meKnownBy !== 'guess' || known.participants.length < 2 ? known : ask(open);
    },
  };
}
