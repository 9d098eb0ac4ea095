import type { Draft } from '../document/draft/draft';
import { readAmounts } from '../thread/amounts';
import { readNamedDates } from '../thread/namedDates';
import type { Thread } from '../thread/thread';
import { acknowledges, contextOf, type DraftContext, some } from './draftContext';

/** What a draft does for its reader. */
export type DraftStrength = 'price' | 'date' | 'reason' | 'next-step' | 'open-question' | 'acknowledgement';

/** What the writer's own words make plain, in the order in which it is told. */
export function strengthsOf(draft: Draft, thread: Thread): DraftStrength[] {
  const context = contextOf(draft, thread);
  return (Object.keys(signs) as DraftStrength[]).filter((id) => signs[id](context));
}

const signs: Readonly<Record<DraftStrength, (context: DraftContext) => boolean>> = {
  price: ({ own }) => readAmounts(own).some(({ unit }) => unit === 'money'),
  date: ({ own }) => own.some(({ text }) => namesDay(text)),
  reason: ({ own }) => some(own, 'reason'),
  // Somebody does something by a day.
  'next-step': ({ own }) =>
    own.slice(-LAST).some(({ text, asks, acts }) => namesDay(text) && (asks || steps.some((act) => acts.has(act)))),
  'open-question': ({ own }) =>
    own.some(({ asks, acts }) => acts.has('invites-view') || (asks && acts.has('open-question'))),
  acknowledgement: (context) => context.theirs.length > 0 && acknowledges(context),
};

/** Sentences at the end in which the next step is looked for. */
const LAST = 4;
const steps = ['meeting', 'promise', 'deadline', 'ask', 'next-step'];

function namesDay(text: string): boolean {
  return readNamedDates(text).some(({ key }) => !key.startsWith('month-'));
}
