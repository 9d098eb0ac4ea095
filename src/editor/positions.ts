import * as vscode from 'vscode';
import { createPositionAt } from '../engine/text';

/** Turns offsets in a text that is not open in an editor into the positions that it would have there. */
export function positionsIn(text: string): (offset: number) => vscode.Position {
  const positionAt = createPositionAt(text);
  return (offset) => {
    const { line, character } = positionAt(offset);
    return new vscode.Position(line, character);
  };
}
