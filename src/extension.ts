import { readFileSync } from 'node:fs';
import path from 'node:path';
import type * as vscode from 'vscode';
import { activateWith } from './extension.browser';

/** Entry in the Node.js extension host, which reads a content file when it needs it. */
export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, (name) => readFileSync(path.join(__dirname, 'content', name), 'latin1'));
}
