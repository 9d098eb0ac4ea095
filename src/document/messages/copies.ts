import type { Building } from './messageBuilder';

/**
 * Leaves out copies: a quoted message whose words stand in a message of the same text that came by itself, and what a
 * `mailbox` holds twice with the same author and date. Looks at the first and the last words, since quoting breaks lines anew.
 */
export function withoutCopies(text: string, messages: readonly Building[], mailbox: boolean): Building[] {
  if (messages.length < 2) return [...messages];
  const words = messages.map((message) => wordsOf(text, message));
  const whole = new Map<string, number>();
  for (const [at, message] of messages.entries()) {
    // What the writer has not sent yet may say again what they wrote before.
    if (isQuote(message) || message.shape === 'own') continue;
    for (const key of keysIn(words[at]!)) if (!whole.has(key)) whole.set(key, at);
  }
  const seen = new Set<string>();
  const paged = messages.filter(({ shape }) => shape === 'chat').length >= 2;
  return messages.filter((message, at) => {
    const said = words[at]!;
    if (mailbox && message.from !== undefined && message.dateText !== undefined) {
      const same = `${message.from.name}\0${message.dateText}\0${said.join(' ')}`;
      if (seen.has(same)) return false;
      seen.add(same);
    }
    if (!isQuote(message) || said.length === 0) return true;
    // On a page of comments a quote without a name repeats a comment, perhaps in part.
    if (paged && message.from === undefined) return false;
    const first = whole.get(keyOf(said.slice(0, SHINGLE)));
    return first === undefined || first === at || !whole.has(keyOf(said.slice(-SHINGLE)));
  });
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

/** Runs of six words, and the first and the last few for quotes that are shorter. */
function keysIn(words: readonly string[]): string[] {
  const keys: string[] = [];
  for (let at = 0; at + SHINGLE <= words.length; at++) keys.push(keyOf(words.slice(at, at + SHINGLE)));
  for (let few = 1; few < SHINGLE && few <= words.length; few++) keys.push(keyOf(words.slice(0, few)));
  return keys;
}
