import type { Building } from './messageBuilder';

/**
 * Leaves out copies: a quoted message whose words stand in a message of the same text that came by itself, and what a
 * `mailbox` holds twice with the same author and date. Looks at the first and the last words, since quoting breaks lines anew.
 */
export function withoutCopies(text: string, messages: readonly Building[], mailbox: boolean): Building[] {
  if (messages.length < 2) return [...messages];
  const known: string[][] = [];
  const wordsAt = (at: number) => {
    known[at] ??= wordsOf(text, messages[at]!);
    return known[at];
  };
  const whole = placesOf(messages, wordsAt);
  const seen = new Set<string>();
  const paged = messages.filter(({ shape }) => shape === 'chat').length >= 2;
  return messages.filter((message, at) => {
    if (mailbox && message.from !== undefined && message.dateText !== undefined) {
      const same = `${message.from.name}\0${message.dateText}\0${wordsAt(at).join(' ')}`;
      if (seen.has(same)) return false;
      seen.add(same);
    }
    if (!isQuote(message)) return true;
    const said = wordsAt(at);
    if (said.length === 0) return true;
    // On a page of comments a quote without a name repeats a comment, perhaps in part.
    if (paged && message.from === undefined) return false;
    const first = whole.get(keyOf(said.slice(0, SHINGLE)));
    return first === undefined || first === at || !whole.has(keyOf(said.slice(-SHINGLE)));
  });
}

/** In which message that came by itself the first and the last words of the quotes stand first. */
function placesOf(
  messages: readonly Building[],
  wordsAt: (at: number) => readonly string[],
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const asked = new Set<string>();
  const begins = new Set<string>();
  for (const [at, message] of messages.entries()) {
    if (!isQuote(message)) continue;
    const said = wordsAt(at);
    for (const run of [said.slice(0, SHINGLE), said.slice(-SHINGLE)]) {
      asked.add(keyOf(run));
      begins.add(run[0] ?? '');
    }
  }
  if (asked.size === 0) return places;
  for (const [at, message] of messages.entries()) {
    // What the writer has not sent yet may say again what they wrote before.
    if (isQuote(message) || message.shape === 'own') continue;
    for (const key of keysIn(wordsAt(at), begins)) if (asked.has(key) && !places.has(key)) places.set(key, at);
  }
  return places;
}

/** So many words in a row are the same only in a copy. */
const SHINGLE = 6;
const MOST_WORDS = 20_000;

function isQuote({ shape }: Building): boolean {
  return shape === 'quoted' || shape === 'forwarded';
}

function wordsOf(text: string, { body }: Building): string[] {
  const words: string[] = [];
  for (const { start, end } of body) {
    for (const word of text
      .slice(start, Math.min(end, start + 20_000))
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []) {
      words.push(word);
      if (words.length >= MOST_WORDS) return words;
    }
  }
  return words;
}

function keyOf(words: readonly string[]): string {
  return words.join(' ');
}

/** Runs of six words that begin as asked, and the first and the last few for quotes that are shorter. */
function keysIn(words: readonly string[], begins: ReadonlySet<string>): string[] {
  const keys: string[] = [];
  for (let at = 0; at + SHINGLE <= words.length; at++)
    if (begins.has(words[at]!)) keys.push(keyOf(words.slice(at, at + SHINGLE)));
  for (let few = 1; few < SHINGLE && few <= words.length; few++) keys.push(keyOf(words.slice(0, few)));
  return keys;
}
