/**
 * The message of a finding: `{text}` in it stands for the words found, `{words}` for those of them that decided.
 *
 * @param deciding an ellipsis stands for them where there are none to name
 */
export function fillMessage(message: string, text: string, deciding: readonly string[] = []): string {
  const words = deciding.length === 0 ? '…' : deciding.map((word) => `“${word}”`).join(', ');
  return message.replace('{text}', () => text.replace(/\s+/g, ' ')).replace('{words}', () => words);
}
