import * as vscode from 'vscode';
import type { Thread } from '../thread/thread';
import type { OpenDraft } from './drafts';

const KEY = 'me';

/** Knows which of the writers in a document the user is; asks once where nothing says so. */
export interface People {
  /** The thread of an open draft as far as it is known who the user is, without asking. */
  thread(open: OpenDraft): Thread;
  /** The same after asking where it has to be asked; `undefined` when the user went away. */
  askedThread(open: OpenDraft): Promise<Thread | undefined>;
}

export function createPeople(state: vscode.Memento): People {
  const remembered = (uri: vscode.Uri): string | undefined => {
    const known = state.get<unknown>(KEY);
    const value =
      typeof known === 'object' && known !== null ? (known as Record<string, unknown>)[uri.toString()] : undefined;
    return typeof value === 'string' ? value : undefined;
  };

  function thread({ analyzer, draft, document, settings }: OpenDraft): Thread {
    const mine = remembered(document.uri) ?? settings.me.find((me) => draft.text.includes(me));
    return analyzer.thread(draft, mine === undefined ? {} : { me: mine });
  }

  return {
    thread,
    async askedThread(open) {
      const known = thread(open);
      if (known.meKnownBy !== 'guess' || known.participants.length < 2) return known;
      const picked = await vscode.window.showQuickPick(
        known.participants.slice(0, 40).map(({ name, addresses }) => ({
          label: name === '' ? (addresses[0] ?? '?') : name,
          ...(addresses[0] === undefined ? {} : { description: addresses[0] }),
        })),
        {
          title: vscode.l10n.t('Which of these people are you?'),
          placeHolder: vscode.l10n.t('Asked once for this document'),
        },
      );
      if (picked === undefined) return undefined;
      const all = state.get<unknown>(KEY);
      const others = typeof all === 'object' && all !== null ? Object.entries(all).slice(-200) : [];
      await state.update(KEY, {
        ...Object.fromEntries(others),
        [open.document.uri.toString()]: picked.description ?? picked.label,
      });
      return thread(open);
    },
  };
}
