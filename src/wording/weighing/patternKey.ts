import type { Pattern } from '../../language/pattern';

const known = new WeakMap<Pattern, string>();

/** A short name of a pattern that stays while its words stay: a hash of them. */
export function patternKey(pattern: Pattern): string {
  let key = known.get(pattern);
  if (key === undefined) {
    key = hashOf(pattern.source);
    known.set(pattern, key);
  }
  return key;
}

/** FNV-1a of 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
