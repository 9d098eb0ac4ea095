import type { Values } from '../playbook/snippet';
import { readNamedDates } from '../thread/namedDates';
import type { Thread } from '../thread/thread';
import type { ThreadEvidence } from '../thread/threadEvidence';
import type { RankedCause } from './diagnosis';
import { anyDiagnosisWord } from './diagnosisWords';
import { matterOf } from './matter';

/** What the thread itself says for the placeholders of moves and questions: names, the matter, sums, days, their words. */
export function valuesOf(thread: Thread, evidence: ThreadEvidence, first: RankedCause | undefined): Values {
  const values: Record<string, string> = {};
  const set = (names: readonly string[], value: string | undefined) => {
    if (value !== undefined && value !== '') for (const name of names) values[name] ??= value;
  };
  const writer = (side: 'me' | 'them') => thread.messages.findLast((message) => message.side === side)?.author?.name;
  set(['name'], firstName(writer('them')));
  set(['me'], writer('me'));
  set(['item', 'topic'], matterOf(thread, evidence) ?? 'this');
  const theirs = evidence.movement?.theirs.at(-1)?.number.text;
  const mine = evidence.movement?.mine.at(-1)?.number.text;
  set(['figure', 'amount'], mine ?? theirs);
  set(['their-figure'], theirs ?? mine);
  set(['date'], nextDate(thread, evidence));
  set(['role'], deciderOf(evidence));
  set(
    ['their-question'],
    evidence.questions.findLast(({ by, answeredIn }) => by === 'them' && answeredIn === undefined)?.text,
  );
  const said = first?.for.findLast(({ by }) => by === 'them')?.text;
  if (said !== undefined && said.length <= QUOTABLE) set(['their-point', 'their-concern'], `“${said}”`);
  set(['promise'], clipped(evidence.promises.find(({ by, kept }) => by === 'them' && kept !== 'yes')?.text));
  set(['agreed'], clipped(evidence.settled.at(-1)?.text));
  return values;
}

/** UTF-16 code units of the longest line that is quoted in a reply. */
const QUOTABLE = 110;

function clipped(text: string | undefined): string | undefined {
  return text !== undefined && text.length <= QUOTABLE ? `“${text.replace(/[.!]$/, '')}”` : undefined;
}

function firstName(name: string | undefined): string | undefined {
  const first = /^(?:(?:mr|mrs|ms|dr|prof|cllr)\.? )?(\p{Lu}[\p{Ll}'’-]+)/iu.exec(name ?? '')?.[1];
  return first;
}

function nextDate({ messages }: Thread, { sentences }: ThreadEvidence): string | undefined {
  const last = messages.findLast(({ date }) => date !== undefined)?.date;
  for (const sentence of [...sentences].reverse()) {
    const date = readNamedDates(sentence.text, messages[sentence.message]?.date).find(
      ({ key, until }) => /^\d\d-|^day-/.test(key) && (until === undefined || last === undefined || until >= last),
    );
    if (date !== undefined) return date.text;
  }
  return undefined;
}

/** Who decides on their side, as they name them: "your board". */
function deciderOf({ approvers }: ThreadEvidence): string | undefined {
  const line = approvers.findLast(({ by }) => by === 'them')?.text ?? '';
  const match = DECIDER.exec(line);
  return match === null ? undefined : `your ${match[1]!.toLowerCase()}`;
}

const DECIDER = new RegExp(`\\b(?:my|our|the) (${anyDiagnosisWord('decider')})\\b`, 'i');
