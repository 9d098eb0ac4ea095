import type { Party } from '../draft/draft';
import { partyOf } from './party';

/** Reads `Me: Name <address>` from the first line of a text; in a chat of `Me:` and `Them:` it is the first thing said. */
export function readMe(text: string): Party | undefined {
  const head = text.slice(0, 2000);
  const match = /^\s*Me:[ \t]+([^\r\n]{1,300})/.exec(head);
  if (match === null || (!match[1]!.includes('@') && isSpeakerLine(head.slice(match[0].length)))) return undefined;
  return partyOf(match[1]!);
}

/** Do the lines below go on with what `Them` said, or with `Me` again? */
function isSpeakerLine(below: string): boolean {
  return /^[ \t]*(?:Me|Them|They|You|Other)[ \t]?:[ \t]+\S/m.test(below);
}
