/** Zero-based line and UTF-16 character, as the language server protocol counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Turns offsets into positions; `\n`, `\r\n` and a lone `\r` end a line. */
export function createPositionAt(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - starts[low]! };
  };
}
