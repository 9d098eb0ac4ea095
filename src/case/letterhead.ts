import type { Draft } from '../document/draft/draft';
import { readMessages } from '../document/messages/messages';
import type { Participant, Thread } from '../thread/thread';

/** What the top and the foot of an answer to a thread say, as far as the thread says it. */
export interface Letterhead {
  readonly to?: string;
  readonly subject?: string;
  /** As the writer calls the reader: their first name, unless only a family name with a title is known. */
  readonly name?: string;
  /** The word before the name: as the two greet each other, else a plain one. */
  readonly greeting: string;
  readonly me?: string;
  /** What the talks are about: the subject without `Re:`. */
  readonly topic?: string;
  /** The document holds a message of somebody else. */
  readonly answers: boolean;
}

/** Reads it from a thread, or from a single mail that came in. */
export function letterheadOf(draft: Draft, thread: Thread): Letterhead {
  const raw = readMessages(draft);
  const single = thread.messages.length === 1 && thread.meKnownBy === 'guess' && raw[0]?.shape !== 'own';
  const last = single ? thread.messages[0] : thread.messages.findLast(({ side }) => side === 'them');
  const them: Participant | undefined = last?.author ?? thread.participants.find(({ side }) => side === 'them');
  const mine = single ? undefined : thread.participants.find(({ side }) => side === 'me');
  const own = raw.find(({ shape }) => shape === 'own');
  const addressed = own?.to?.[0];
  const subject =
    raw.map((message) => message.subject).findLast((one) => one !== undefined && one.trim() !== '') ??
    subjectAbove(draft);
  const topic = topicOf(subject);
  const to = them === undefined ? addressed && partyText(addressed) : participantText(them);
  const name = firstName(them?.name ?? addressed?.name);
  const me = mine?.name.trim() || single ? nameOf(single ? raw[0]?.to?.[0]?.name : mine?.name) : undefined;
  return {
    greeting: greetingIn(draft.text),
    answers: last !== undefined,
    ...(to === undefined ? {} : { to }),
    ...(topic === undefined ? {} : { subject: last === undefined ? topic : `Re: ${topic}`, topic }),
    ...(name === undefined ? {} : { name }),
    ...(me === undefined ? {} : { me }),
  };
}

/** To whom the mail that is being written goes, as its own header says it. */
export function addresseeOf(draft: Draft): string | undefined {
  const [addressed] = readMessages(draft).find(({ unsent, to }) => unsent && to !== undefined)?.to ?? [];
  return addressed && partyText(addressed);
}

/** The line above a pasted thread, where it is a subject by its look. */
export function subjectAbove({ text }: Draft): string | undefined {
  return /^\s*((?:re|aw|sv|fwd?|wg|vs) ?: \S[^\r\n]{0,150})\r?\n\s*\n/i.exec(text)?.[1];
}

/** What a subject says without `Re:` and its kin. */
export function topicOf(subject: string | undefined): string | undefined {
  const topic = subject?.replace(/^(?:\s*(?:re|aw|sv|fwd?|wg|vs)\s*:)+\s*/i, '').trim();
  return topic === '' ? undefined : topic;
}

function participantText({ name, addresses: [address] }: Participant): string | undefined {
  if (address === undefined) return nameOf(name);
  return partyText({ name, address });
}

function partyText({ name, address }: { readonly name: string; readonly address?: string }): string | undefined {
  if (address === undefined || address === '') return nameOf(name);
  return name === '' || name === address ? address : `${name} <${address}>`;
}

function nameOf(name: string | undefined): string | undefined {
  return name === undefined || name.trim() === '' || name.includes('@') ? undefined : name.trim();
}

/** “Osei, Martin” is Martin; “Dr. Osei” and “Ms Okafor” stay whole. */
function firstName(name: string | undefined): string | undefined {
  const whole = nameOf(name);
  if (whole === undefined) return undefined;
  if (/^(?:mr|mrs|ms|dr|prof|herr|frau)\b\.?/i.test(whole)) return whole;
  const turned = /^[^,]+,\s*(\p{L}[^,]*)$/u.exec(whole)?.[1] ?? whole;
  return turned.split(/\s+/)[0];
}

function greetingIn(text: string): string {
  return /^(?:> ?)*[ \t]{0,8}(Dear|Hi|Hello|Good (?:morning|afternoon))\b[^\n]{0,50}$/m.exec(text)?.[1] ?? 'Hello';
}
