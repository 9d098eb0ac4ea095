/** The words of a text that carry its matter, cut to their stems, so that "delivered" meets "delivery". */
export function contentWords(text: string): string[] {
  const words: string[] = [];
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)) {
    if (word.length < 3 || functionWords.has(word)) continue;
    words.push(stem(word));
  }
  return words;
}

/** Cuts off the commonest English endings. Two forms of one word mostly meet; it need not be a word that is left. */
export function stem(word: string): string {
  let base = word.replace(/['’]s?$/, '');
  if (base.length > 5) base = base.replace(/(?:ations?|ments?|ingly|edly|ings?|ies|ied|ers?|ed|es|ly|y|e|s)$/, '');
  else if (base.length > 3) base = base.replace(/(?:s|e|y)$/, '');
  return base;
}

/** Share of the words of `few` that are also in `many`, 0 for none. */
export function shareIn(few: readonly string[], many: ReadonlySet<string>): number {
  const distinct = new Set(few);
  if (distinct.size === 0) return 0;
  let shared = 0;
  for (const word of distinct) if (many.has(word)) shared++;
  return shared / distinct.size;
}

const functionWords = new Set(
  (
    'the and you that was for are with his they this have from had not but what all were when your can said there each which she ' +
    'how their will other about out many then them these some her would make like him into has look more see could been its who now ' +
    'did get come made may our just any only over also after back use two work first well even want because give most very much ' +
    "too than here where why does don’t i’m it’s we’re i’ll we’ll that’s you’re can’t it's i'm we're i'll we'll that's you're don't can't " +
    'got let know think thing things really still should might must shall being having doing going been before again once such own same ' +
    'dear regards thanks thank please sorry hello yes yet one way say put take told tell need sure quite rather though while until'
  ).split(' '),
);
