import pageWords from './pageWords.yaml';

/** Whether a line is what a page or a notification puts around the words of a person, wherever it stands. */
export function isInterfaceLine(line: string): boolean {
  return line.length <= 160 && INTERFACE.test(line.trim());
}

/** How many of the lines belong to the message, of a page on which each message ends in links and counts ("Reply", "3 likes"). */
export function withoutPageEnd(lines: readonly string[]): number {
  let first = lines.length;
  for (let at = lines.length - 1; at > 0; at--) {
    const line = lines[at]!.trim();
    if (isLinks(line)) first = at;
    else if (line !== '' && !/^\d{1,6}$/.test(line)) break;
  }
  return first;
}

function isLinks(line: string): boolean {
  if (line === '' || line.length > 90) return false;
  if (REACTIONS.test(line)) return true;
  const words = line.toLowerCase().split(/[\s·•|]+/);
  return words.every((word) => LINKS.has(word)) || /^show (?:more|less)$/i.test(line);
}

const REACTIONS = /^\d{1,6} (?:\p{L}{2,12} )?(?:reactions?|likes?|replies|reply|upvotes?)\.?$/iu;
const LINKS = new Set((pageWords as { readonly links: readonly string[] }).links);

const INTERFACE = new RegExp(
  [
    '^(?:Previous|Next) message(?: \\([^()]{1,30}\\))?:',
    '^(?:Messages )?sorted by: ?\\[',
    '^\\S{1,60} (?:left a comment|created an issue|opened an issue|created a pull request|approved these changes|requested changes|commented|reopened|closed) \\([\\w./-]{1,100}[#!]\\d+\\)',
    '^Reply to this email directly',
    '^View (?:it )?on (?:GitHub|GitLab)',
    '^You are receiving this (?:e-?mail )?because',
    '^Message ID: <',
    '^(?:Exported|Printed|Downloaded) (?:from|by|on|at) .{0,80}\\d{4}',
    "^View \\S.{0,60}[’']s profile",
    '^##- Please type your reply above this line -##',
    '^(?:Click|Tap) to (?:show|hide) quoted text',
    '^Show (?:quoted text|trimmed content)$',
    '^\\[?(?:Quoted text hidden|Zitierter Text ausgeblendet|Texte des messages précédents masqué|El texto citado está oculto|Testo citato nascosto)\\]?$',
  ].join('|'),
  'i',
);
