/** Marks of a formal notice, as bits, so that those of several blocks can be put together. */
export function formalMarks(text: string): number {
  if (!HINT.test(text)) return 0;
  let marks = 0;
  for (const [index, pattern] of MARKS.entries()) if (pattern.test(text)) marks |= 1 << index;
  return marks;
}

/** Two different marks make a formal notice. */
export function isFormalNotice(marks: number): boolean {
  return (marks & (marks - 1)) !== 0;
}

const HINT =
  /prejudice|notice|pursuant|letter before|letter of claim|pre-action|reserv|cease and desist|cure period|in accordance with (?:clause|section|article)|hereby/i;
const s = '[\\s>*_]+';
const MARKS: readonly RegExp[] = [
  `without${s}prejudice`,
  `(?:(?:formal|written|statutory)${s})?notice${s}(?:of|to)${s}(?:termination|terminate|breach|default|dispute|claim|intention|intent|demand|arbitration|adjudication|non-?payment|delay|assignment|dilapidations|eviction|quit|cure|remedy)|notice${s}is${s}(?:hereby${s})?given|hereby${s}give[sn]?${s}(?:you${s})?(?:formal${s}|written${s})?notice|formal${s}notice`,
  `(?:pursuant${s}to|in${s}accordance${s}with)${s}(?:sub-?)?(?:clause|section|article|paragraph|schedule|regulation)s?${s}\\d`,
  `letter${s}before${s}(?:action|claim)|letter${s}of${s}claim|pre-action${s}protocol|cease${s}and${s}desist`,
  `(?:reserves?|reserving)${s}(?:all|any|every|its|our|their|his|her)${s}(?:\\w+${s}){0,3}rights?|all${s}rights${s}(?:are${s})?reserved${s}under`,
].map((source) => new RegExp(source, 'i'));
