import type * as vscode from 'vscode';
import { activateShared } from './editor/activate';

/** Entry in the web extension host. */
export function activate(context: vscode.ExtensionContext): void {
  activateShared(context);
}
