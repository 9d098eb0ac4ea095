import type * as vscode from 'vscode';
import { activateShared } from './editor/activate';

/** Entry in the web extension host. */
export function activate(context: vscode.ExtensionContext): void {
  activateShared(context);
}

/** The Node.js entry takes it from this bundle, so that the package holds rules and code once. */
export { activateShared };
