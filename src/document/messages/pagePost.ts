import type { Span } from '../draft/draft';
import type { Building } from './messageBuilder';
import pageWords from './pageWords.yaml';
import { isSpeakerName } from './speakers';
import { stampLine } from './stamps';

/**
 * What stands above the comments of a copied page is a message, too, where a line says who opened it: "Posted by u/ola 3 days
 * ago", "Reporter: Ola Lind". Says whether it is one, and takes its words and its author.
 *
 * @param others names of those who comment below
 */
export function readPost(text: string, post: Building, others: ReadonlySet<string>): boolean {
  const lines = post.body.map(({ start, end }) => text.slice(start, end).trim());
  for (let at = 0; at < Math.min(lines.length, HEAD); at++) {
    const opened = bylineIn(lines[at]!, others);
    if (opened === undefined) continue;
    const words = wordsBelow(lines, at + 1);
    if (words === undefined) continue;
    const kept: readonly Span[] = post.body.slice(words.from, words.to);
    post.body.length = 0;
    post.body.push(...kept);
    post.from = { name: opened.name };
    if (opened.dateText !== undefined) post.dateText = opened.dateText;
    post.start = kept[0]!.start;
    post.end = kept.at(-1)!.end;
    post.shape = 'chat';
    return true;
  }
  return false;
}

/** A page has so many lines at most above the words of its first message. */
const HEAD = 14;

const words = pageWords as { readonly bylines: readonly string[]; readonly by: readonly string[] };
const LABEL = new RegExp(`^(?:${words.bylines.join('|')})[ \\t]*[:：][ \\t]*(\\S.{0,60})$`, 'iu');
const BY = new RegExp(`^.{0,60}?(?<![\\p{L}])(?:${words.by.join('|')})[ \\t]+(\\S.{0,70})$`, 'iu');

function bylineIn(line: string, others: ReadonlySet<string>): { name: string; dateText?: string } | undefined {
  if (line.length > 130) return undefined;
  const labelled = LABEL.exec(line)?.[1];
  if (labelled !== undefined) return isSpeakerName(labelled) ? { name: labelled } : undefined;
  const rest = BY.exec(line)?.[1]?.replace(/^(?:@|u\/)/, '');
  if (rest === undefined) return undefined;
  if (others.has(rest.toLowerCase())) return { name: rest, ...dated(line.slice(0, line.length - rest.length)) };
  const stamp = stampLine(rest);
  return stamp?.name === undefined ? undefined : { name: stamp.name, dateText: stamp.dateText };
}

/** The date before "by": "Issue created 3 weeks ago by Ola". */
function dated(before: string): { dateText?: string } {
  const words = before.trim();
  const stamp = stampLine(words.slice(0, words.search(LAST_WORD)));
  return stamp === undefined ? {} : { dateText: stamp.dateText };
}

const LAST_WORD = /(?<![^ \t])[^ \t]+$/;

/** Where sentences stand below a line, without the labels and buttons around them. */
function wordsBelow(lines: readonly string[], from: number): { from: number; to: number } | undefined {
  let first = from;
  while (first < lines.length && !isSentence(lines[first]!)) first++;
  let last = lines.length;
  while (last > first && !isSentence(lines[last - 1]!)) last--;
  return last > first ? { from: first, to: last } : undefined;
}

function isSentence(line: string): boolean {
  if (/^\p{Lu}[\p{L} ]{1,24}:/u.test(line)) return false;
  return /[.!?。?]["”’)]?$/u.test(line) ? line.length > 8 : (line.match(/\S+/g)?.length ?? 0) > 8;
}
