import type { DraftCheckId } from '../playbook/ids';
import { readAmounts } from '../thread/amounts';
import { readConcessions } from '../thread/concessions';
import { actsIn, countAct, type LabelledSentence } from '../thread/dialogueActs';
import { at, bargains, type DraftCheckRule, isProposal, plans, some, speaksToReader, whole } from './draftContext';

/** Checks of what a draft says: its reasons, proof, gifts, topics and end. */
export const contentChecks = {
  'no-shared-goal': (context) => {
    const { own, words, draft } = context;
    const long = draft.kind.kind === 'proposal' ? words >= 200 : words >= 120 && some(own, 'refuse', 'own-limit');
    return long && bargains(context) && !some(own, 'shared-goal') ? [whole('no-shared-goal', context)] : [];
  },
  'no-evidence': ({ own }) =>
    own
      .filter((sentence) => sentence.numbers === 0 && !sentence.asks && sentence.acts.has('claim'))
      .filter(
        (sentence) =>
          !own.some(
            (other) =>
              Math.abs(other.paragraph - sentence.paragraph) <= 1 &&
              (other.acts.has('support') || (other.numbers > 0 && other !== sentence)),
          ),
      )
      .slice(0, 1)
      .map((sentence) => at('no-evidence', sentence)),
  'no-reason': ({ own }) => {
    const bare = own.find(
      ({ asks, acts }, index) =>
        !asks && acts.has('bare-ask') && !some(own.slice(Math.max(0, index - 2), index + 3), 'reason'),
    );
    return bare === undefined ? [] : [at('no-reason', bare)];
  },
  'too-many-reasons': ({ own }) => {
    const asking = new Set(own.filter(({ acts }) => acts.has('ask')).map(({ paragraph }) => paragraph));
    const reasons = new Map<number, LabelledSentence[]>();
    for (const sentence of own) {
      if (!asking.has(sentence.paragraph)) continue;
      const count = countAct(sentence.text, 'reason-of-several');
      if (count > 0)
        reasons.set(sentence.paragraph, [
          ...(reasons.get(sentence.paragraph) ?? []),
          ...Array.from({ length: count }, () => sentence),
        ]);
    }
    for (const list of reasons.values())
      if (list.length > 3) return [at('too-many-reasons', list[3]!, { number: String(list.length) })];
    return [];
  },
  'free-concession': (context) =>
    (bargains(context) || context.theirs.length > 0 || context.words < 60
      ? readConcessions(context.own, readAmounts(context.own))
      : []
    )
      .filter(({ tied, text }) => !tied && actsIn(text).has('gift') && !isProposal(context))
      .slice(0, 1)
      .map((concession) => at('free-concession', concession)),
  'price-only-draft': (context) => {
    const { own, words } = context;
    const priced = own.filter(({ acts }) => acts.has('money-talk')).length;
    return own.length >= 3 && words >= 35 && priced / own.length >= 0.6 && !some(own, 'value')
      ? [whole('price-only-draft', context)]
      : [];
  },
  'no-next-step': (context) => {
    const { own, words } = context;
    if (words < 50 || !bargains(context) || !speaksToReader(context) || (isProposal(context) && plans(context)))
      return [];
    const full = own.filter(({ tokens }) => tokens > 3);
    const end = full.slice(-3);
    const step = end.some(
      ({ asks, acts }) => asks || ['meeting', 'promise', 'deadline', 'ask', 'next-step'].some((act) => acts.has(act)),
    );
    return step ? [] : [at('no-next-step', full.at(-1) ?? own.at(-1)!)];
  },
  'no-structure': (context) => {
    const { draft, words, own } = context;
    if (draft.kind.kind !== 'proposal' || words < 400) return [];
    const parts = draft.blocks.filter(
      ({ type }) => type === 'heading' || type === 'list-item' || type === 'table-cell',
    ).length;
    return parts >= 3 || some(own, 'structure') ? [] : [whole('no-structure', context)];
  },
  'no-positive-close': ({ own, words }) => {
    const last = own.at(-1)!;
    const hard = last.acts.has('refuse') || last.acts.has('own-limit') || last.acts.has('heat');
    return words >= 30 && own.length >= 3 && hard && !last.asks && !last.acts.has('thanks') && !last.acts.has('meeting')
      ? [at('no-positive-close', last)]
      : [];
  },
} satisfies Partial<Record<DraftCheckId, DraftCheckRule>>;
