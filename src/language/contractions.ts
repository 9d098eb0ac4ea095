export interface Contraction {
  readonly first: string;
  readonly second: string;
  /** Where the second part begins in the word as written. */
  readonly at: number;
}

/**
 * The two words in a contraction, or `undefined` for any other word. Forms without their apostrophe ("dont") count, since
 * people in a hurry leave it out; those that are also words of their own ("well", "were", "its") do not.
 *
 * @param word lower case, with a straight or a curly apostrophe
 */
export function splitContraction(word: string): Contraction | undefined {
  const fixed = whole.get(word);
  if (fixed !== undefined) return fixed;
  const at = word.length > 2 ? apostropheIn(word) : -1;
  if (at < 1) return undefined;
  const tail = word.slice(at + 1);
  if (tail === 't' && word[at - 1] === 'n') {
    const stem = word.slice(0, at - 1);
    return { first: irregular.get(stem) ?? stem, second: 'not', at: at - 1 };
  }
  const second = endings.get(tail);
  if (second !== undefined) return { first: word.slice(0, at), second, at };
  if (tail === 's') {
    const head = word.slice(0, at);
    if (head === 'let') return { first: head, second: 'us', at };
    if (beforeIs.has(head)) return { first: head, second: 'is', at };
  }
  return undefined;
}

const irregular = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
  ['ai', 'is'],
]);

const endings = new Map([
  ['re', 'are'],
  ['ve', 'have'],
  ['ll', 'will'],
  ['m', 'am'],
  ['d', 'would'],
]);

const beforeIs = new Set(
  'it that there what who he she here where how this when why everything everyone everybody nobody nothing something one'.split(
    ' ',
  ),
);

const whole = new Map<string, Contraction>([
  ['cannot', { first: 'can', second: 'not', at: 3 }],
  ['gonna', { first: 'going', second: 'to', at: 3 }],
  ['gotta', { first: 'got', second: 'to', at: 3 }],
  ['wanna', { first: 'want', second: 'to', at: 3 }],
  ['youre', { first: 'you', second: 'are', at: 3 }],
  ['youve', { first: 'you', second: 'have', at: 3 }],
  ['youll', { first: 'you', second: 'will', at: 3 }],
  ['theyre', { first: 'they', second: 'are', at: 4 }],
  ['im', { first: 'i', second: 'am', at: 1 }],
  ['ive', { first: 'i', second: 'have', at: 1 }],
  ['thats', { first: 'that', second: 'is', at: 4 }],
  ['whats', { first: 'what', second: 'is', at: 4 }],
  ...'do does did is are was were would could should has have had ca wo'
    .split(' ')
    .map((stem): [string, Contraction] => [
      `${stem}nt`,
      { first: irregular.get(stem) ?? stem, second: 'not', at: stem.length },
    ])
    .filter(([word]) => word !== 'wont'),
]);

function apostropheIn(word: string): number {
  const straight = word.indexOf("'");
  return straight >= 0 ? straight : word.indexOf('\u2019');
}
