import type { Party } from '../draft/draft';
import { partyOf } from './party';

/** Reads `Me: Name <address>` from the first line of a text. */
export function readMe(text: string): Party | undefined {
  const match = /^\s*Me:[ \t]+([^\r\n]{1,300})/.exec(text.slice(0, 2000));
  return match === null ? undefined : partyOf(match[1] as string);
}
