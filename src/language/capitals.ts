/** The text with a capital where it begins. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text as it goes on within a sentence; “I”, “A” and abbreviations keep their capitals. */
export function uncapitalised(text: string): string {
  return /^(?:I|A) /.test(text) || /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
