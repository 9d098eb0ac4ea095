/** Whether a line is what a page or a notification puts around the words of a person, wherever it stands. */
export function isInterfaceLine(line: string): boolean {
  return line.length <= 160 && INTERFACE.test(line.trim());
}

const INTERFACE = new RegExp(
  [
    '^(?:Previous|Next) message(?: \\([^()]{1,30}\\))?:',
    '^(?:Messages )?sorted by: ?\\[',
    '^\\S{1,60} (?:left a comment|created an issue|opened an issue|created a pull request|approved these changes|requested changes|commented|reopened|closed) \\([\\w./-]{1,100}[#!]\\d+\\)',
    '^Reply to this email directly',
    '^View (?:it )?on (?:GitHub|GitLab)',
    '^You are receiving this (?:e-?mail )?because',
    '^Message ID: <',
    "^View \\S.{0,60}[’']s profile",
    '^##- Please type your reply above this line -##',
    '^(?:Click|Tap) to (?:show|hide) quoted text',
    '^Show (?:quoted text|trimmed content)$',
    '^\\[?(?:Quoted text hidden|Zitierter Text ausgeblendet|Texte des messages précédents masqué|El texto citado está oculto|Testo citato nascosto)\\]?$',
  ].join('|'),
  'i',
);
