import * as vscode from 'vscode';

/** Turns offsets in a text that is not open in an editor into the positions that it would have there. */
export function positionsIn(text: string): (offset: number) => vscode.Position {
  const starts = [0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + lineBreak.length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return new vscode.Position(low, offset - starts[low]!);
  };
}
