import type { Draft } from '../document/draft';
import { splitSentences } from '../document/sentences';
import type { DraftCheckId } from '../playbook/ids';
import { findDraftCheck } from '../playbook/read';
import { readAmounts } from '../thread/amounts';
import { readConcessions } from '../thread/concessions';
import { contentWords, shareIn } from '../thread/content';
import { type MarkedSentence, markSentence, markSentences } from '../thread/marks';
import { readQuestions } from '../thread/questions';
import type { Sentence } from '../thread/sentences';
import type { Message, Thread } from '../thread/thread';
import { isClaim, isGift, isSupport, namesSharedGoal, namesValue, showsStructure, voicesConcern } from './draftWords';

/** Something a whole draft lacks or does too much of. Offsets are UTF-16 code units in the document, end exclusive. */
export interface DraftCheckFinding {
  readonly id: DraftCheckId;
  /** The line it belongs to; the first line where it is about the whole. */
  readonly start: number;
  readonly end: number;
  /** Values for the placeholders of the check's message. */
  readonly data: Readonly<Record<string, string>>;
  /** 1 to 10: the weightiest are shown first. */
  readonly weight: number;
}

interface Context {
  readonly draft: Draft;
  /** The draft's own sentences, greetings and sign-offs left out. */
  readonly own: readonly MarkedSentence[];
  readonly words: number;
  /** The other side's message that the draft answers, and its sentences. */
  readonly received?: Message;
  readonly theirs: readonly MarkedSentence[];
  /** What the writer's side said in earlier messages. */
  readonly before: readonly MarkedSentence[];
  readonly thread: Thread;
}

type Check = (context: Context) => readonly Omit<DraftCheckFinding, 'weight'>[];

/** Checks the writer's own words as a whole, against the message they answer where there is one. Weightiest first. */
export function checkDraft(draft: Draft, thread: Thread): DraftCheckFinding[] {
  const context = contextOf(draft, thread);
  if (context.own.length === 0) return [];
  return checks
    .flatMap((check) => check(context))
    .map((finding) => ({ ...finding, weight: findDraftCheck(finding.id).weight }))
    .sort((a, b) => b.weight - a.weight || a.start - b.start);
}

function contextOf(draft: Draft, thread: Thread): Context {
  const own: MarkedSentence[] = [];
  const last = thread.messages.at(-1);
  const written = last?.draft === true ? last : undefined;
  draft.blocks.forEach((block, paragraph) => {
    if (block.type !== 'paragraph' && block.type !== 'list-item') return;
    for (const { start, end } of splitSentences(block.text, block.masks)) {
      const text = block.text.slice(start, end).replace(/\s+/g, ' ');
      const sentence: Sentence = {
        text,
        content: contentWords(text),
        start: block.start + start,
        end: block.start + end,
        paragraph,
        formula: false,
      };
      own.push(markSentence(sentence, written?.index ?? 0, 'me'));
    }
  });
  const earlier = thread.messages.filter((message) => message !== written);
  const received = earlier.findLast(({ side }) => side === 'them');
  const all = markSentences({ ...thread, messages: earlier });
  return {
    draft,
    own,
    words: own.reduce((sum, { tokens }) => sum + tokens, 0),
    theirs: received === undefined ? [] : all.filter(({ message }) => message === received.index),
    before: all.filter(({ by }) => by === 'me'),
    thread,
    ...(received === undefined ? {} : { received }),
  };
}

function at(
  id: DraftCheckId,
  { start, end }: { start: number; end: number },
  data: Record<string, string> = {},
): Omit<DraftCheckFinding, 'weight'> {
  return { id, start, end, data };
}

function whole(
  id: DraftCheckId,
  { own }: Context,
  data: Record<string, string> = {},
): Omit<DraftCheckFinding, 'weight'> {
  return at(id, own[0]!, data);
}

function some(sentences: readonly MarkedSentence[], ...marks: readonly string[]): boolean {
  return sentences.some((sentence) => marks.some((mark) => sentence.marks.has(mark)));
}

/** Does the draft bargain about anything? Notes and plain answers are left alone. */
function bargains({ own }: Context): boolean {
  const kinds = (...marks: readonly string[]) => marks.filter((mark) => some(own, mark)).length;
  const terms = kinds('give', 'refuse', 'own-limit', 'money-talk');
  return terms >= 1 && terms + kinds('ask', 'alternative', 'deadline') >= 2;
}

function agrees({ own }: Context): boolean {
  return some(own, 'settle') && !some(own, 'refuse', 'own-limit');
}

function acknowledges({ own, theirs }: Context): boolean {
  if (some(own, 'acknowledge', 'thanks')) return true;
  const said = new Set(theirs.flatMap(({ content }) => content));
  return shareIn(own[0]?.content ?? [], said) >= 0.5;
}

function isProposal({ draft }: Context): boolean {
  return draft.kind.kind === 'proposal';
}

/** Does a proposal say what happens when, anywhere in it? */
function plans({ draft }: Context): boolean {
  return draft.blocks.some(({ text }) => showsStructure(text));
}

/** Is it written to somebody, and not only about something? */
function speaksToReader({ own, words }: Context): boolean {
  const count = own.reduce((sum, { text }) => sum + (text.match(/\byou(?:r|rs)?\b/gi)?.length ?? 0), 0);
  return count / Math.max(1, words) >= 0.02 || words < 100;
}

const checks: readonly Check[] = [
  (context) => {
    const { own, words } = context;
    if (words < 60 || !bargains(context) || agrees(context) || !speaksToReader(context)) return [];
    const invites = own.some(
      ({ asks, marks, text }) =>
        (asks && marks.has('open-question')) ||
        marks.has('why-question') ||
        /\b(?:what (?:do )?you think|your (?:thoughts|view|views|ideas)|how (?:this|that|it) (?:looks|sounds|sits)|let (?:me|us) know (?:what|how|which|where)|tell (?:me|us) (?:what|how|more))\b/i.test(
          text,
        ),
    );
    return invites ? [] : [whole('no-open-question', context)];
  },
  (context) => unansweredQuestions(context),
  (context) => {
    const { theirs, words } = context;
    if (theirs.length === 0 || words < 30 || acknowledges(context)) return [];
    const concern = theirs.find(({ text, marks }) => voicesConcern(text) || marks.has('heat'));
    return concern === undefined ? [] : [whole('no-acknowledgement', context, { 'their-concern': concern.text })];
  },
  (context) => {
    const { own, words, draft } = context;
    const long = draft.kind.kind === 'proposal' ? words >= 200 : words >= 120 && some(own, 'refuse', 'own-limit');
    return long && bargains(context) && !own.some(({ text }) => namesSharedGoal(text))
      ? [whole('no-shared-goal', context)]
      : [];
  },
  ({ own }) =>
    own
      .filter((sentence) => isClaim(sentence.text) && sentence.numbers === 0 && !sentence.asks)
      .filter(
        (sentence) =>
          !own.some(
            (other) =>
              Math.abs(other.paragraph - sentence.paragraph) <= 1 &&
              (isSupport(other.text) || (other.numbers > 0 && other !== sentence)),
          ),
      )
      .slice(0, 1)
      .map((sentence) => at('no-evidence', sentence)),
  ({ own }) => {
    const asks = own.filter(({ text, asks: question, marks }) => !question && !marks.has('reason') && isBareAsk(text));
    const bare = asks.find(
      (ask) =>
        !own.some(
          (other) =>
            Math.abs(own.indexOf(other) - own.indexOf(ask)) <= 2 && (other.marks.has('reason') || isReason(other.text)),
        ),
    );
    return bare === undefined ? [] : [at('no-reason', bare)];
  },
  ({ own }) => {
    const reasons = new Map<number, MarkedSentence[]>();
    for (const sentence of own) {
      const count = countReasons(sentence.text);
      if (count > 0)
        reasons.set(sentence.paragraph, [
          ...(reasons.get(sentence.paragraph) ?? []),
          ...Array.from({ length: count }, () => sentence),
        ]);
    }
    for (const [paragraph, list] of reasons)
      if (list.length > 3 && own.some((sentence) => sentence.paragraph === paragraph && sentence.marks.has('ask')))
        return [at('too-many-reasons', list[3]!, { number: String(list.length) })];
    return [];
  },
  (context) =>
    (bargains(context) || context.theirs.length > 0 || context.words < 60 ? readConcessions(context.own) : [])
      .filter(({ tied, text }) => !tied && isGift(text) && !isProposal(context))
      .slice(0, 1)
      .map((concession) => at('free-concession', concession)),
  (context) => {
    const { own, words } = context;
    const priced = own.filter(({ marks }) => marks.has('money-talk')).length;
    return own.length >= 3 && words >= 35 && priced / own.length >= 0.6 && !own.some(({ text }) => namesValue(text))
      ? [whole('price-only-draft', context)]
      : [];
  },
  (context) => {
    const { own, words } = context;
    if (words < 50 || !bargains(context) || !speaksToReader(context) || (isProposal(context) && plans(context)))
      return [];
    const full = own.filter(({ tokens }) => tokens > 3);
    const end = full.slice(-3);
    const step = end.some(
      ({ asks, marks, text }) =>
        asks ||
        ['meeting', 'promise', 'deadline', 'ask'].some((mark) => marks.has(mark)) ||
        /\b(?:next steps?|let me know|look(?:ing)? forward|by (?:mon|tues|wednes|thurs|fri)|get back|come back|call|timeline)\b/i.test(
          text,
        ),
    );
    return step ? [] : [at('no-next-step', full.at(-1) ?? own.at(-1)!)];
  },
  (context) => {
    const { draft, words, own } = context;
    if (draft.kind.kind !== 'proposal' || words < 400) return [];
    const parts = draft.blocks.filter(
      ({ type }) => type === 'heading' || type === 'list-item' || type === 'table-cell',
    ).length;
    return parts >= 3 || own.some(({ text }) => showsStructure(text)) ? [] : [whole('no-structure', context)];
  },
  ({ own, words }) => {
    const last = own.at(-1)!;
    const hard = last.marks.has('refuse') || last.marks.has('own-limit') || last.marks.has('heat');
    return words >= 30 &&
      own.length >= 3 &&
      hard &&
      !last.asks &&
      !last.marks.has('thanks') &&
      !last.marks.has('meeting')
      ? [at('no-positive-close', last)]
      : [];
  },
  (context) => {
    if (isProposal(context)) return [];
    const questions = context.own.filter(({ asks }) => asks);
    return questions.length > 3 ? [at('too-many-questions', questions[3]!, { number: String(questions.length) })] : [];
  },
  (context) => {
    const { own, theirs, words } = context;
    if (theirs.length === 0 || words < 12 || own.some(({ asks }) => asks) || acknowledges(context)) return [];
    const known = new Set(readAmounts([...theirs, ...context.before]).map(({ value }) => value));
    const counter = readAmounts(own).find(({ value, unit }) => unit !== 'number' && !known.has(value));
    return counter === undefined || !theirs.some(({ numbers }) => numbers > 0)
      ? []
      : [at('counter-without-listening', counter)];
  },
  ({ own, before }) => {
    for (const sentence of own) {
      const words = [...new Set(sentence.content)];
      if (words.length < 4 || sentence.asks) continue;
      const earlier = new Set(
        before.filter(({ content }) => shareIn(words, new Set(content)) >= 0.6).map(({ message }) => message),
      );
      if (earlier.size >= 2) return [at('repeats-position', sentence, { number: String(earlier.size + 1) })];
    }
    return [];
  },
];

/** A reply of so many words can be expected to answer; a line that forwards or thanks cannot. */
const LEAST_REPLY = 12;

function unansweredQuestions({
  draft,
  own,
  words,
  received,
  theirs,
  thread,
}: Context): Omit<DraftCheckFinding, 'weight'>[] {
  if (
    received === undefined ||
    words < LEAST_REPLY ||
    isForwarded(draft, received) ||
    /^(?:fyi|see below)\b/i.test(own[0]!.text)
  )
    return [];
  const reply = { ...received, index: 1, side: 'me' as const };
  const pair = { ...thread, messages: [{ ...received, index: 0 }, reply] };
  const sentences = [
    ...theirs.map((sentence) => ({ ...sentence, message: 0 })),
    ...own.map((sentence) => ({ ...sentence, message: 1 })),
  ];
  const said = new Set(own.flatMap(({ content }) => content));
  const missed = readQuestions(pair, sentences).filter(({ by, form, passedOver, text }) => {
    const asked = contentWords(text);
    if (by !== 'them' || form === 'indirect' || !passedOver || isCourtesy(text)) return false;
    return asked.length >= 2 && !asked.some((word) => said.has(word));
  });
  return missed.slice(0, 1).map(({ text }) => at('unanswered-question', own[0]!, { 'their-question': text }));
}

function isForwarded({ regions }: Draft, { start }: Message): boolean {
  return regions.some((region) => region.type === 'forwarded' && region.start <= start && start < region.end);
}

function isCourtesy(text: string): boolean {
  return (
    text.split(/\s+/).length < 4 ||
    /\bhow are (?:you|things)|how (?:was|is) (?:your|the) (?:weekend|trip|holiday|family)|all well|make sense|sound (?:ok|good)|isn'?t it|right\?$/i.test(
      text,
    )
  );
}

function isBareAsk(text: string): boolean {
  return /\b(?:we|i)(?:'d| would| do| really| also)* (?:need|want|require|expect|request|would like|like|ask for|must have)\b.{0,60}\b(?:discount|reduction|lower|price|rate|increase|raise|extension|deposit|payment|refund|terms?|deadline|earlier|later|more time|days|weeks|per ?cent|%|[£$€]\s?\d)/i.test(
    text,
  );
}

function isReason(text: string): boolean {
  return /\b(?:because|since|so that|in order to|otherwise|the reason|that way|this (?:means|allows|lets)|to (?:cover|avoid|keep|meet|make|be able))\b/i.test(
    text,
  );
}

function countReasons(text: string): number {
  return (
    text.match(
      /\b(?:because|since|given that|due to|owing to|also because|first(?:ly)?,|second(?:ly)?,|third(?:ly)?,|fourth(?:ly)?,|finally,|moreover|furthermore|what is more|on top of that|besides,|another reason)/gi,
    ) ?? []
  ).length;
}
