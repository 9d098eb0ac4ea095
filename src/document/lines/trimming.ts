/**
 * A text without those of its last characters that `loose` holds; a blank in `loose` stands for all white space. Scans from the end:
 * an expression that ends in `$` begins anew at every run of such characters within the text.
 */
export function withoutEnd(text: string, loose: string): string {
  const blanks = loose.includes(' ');
  let end = text.length;
  while (end > 0) {
    const last = text[end - 1] as string;
    if (!loose.includes(last) && !(blanks && /\s/.test(last))) break;
    end--;
  }
  return end === text.length ? text : text.slice(0, end);
}
