import * as vscode from 'vscode';
import { provideContent } from './content';

/** Entry in the web extension host. A file comes later there, so this reads all content before it loads the rest. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.Uri.joinPath(context.extensionUri, 'dist', 'content');
  const read = async (name: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
  const names = JSON.parse(await read('index.json')) as string[];
  const texts = new Map(await Promise.all(names.map(async (name) => [name, await read(name)] as const)));
  activateWith(context, (name) => texts.get(name) ?? '');
}

/** Starts the extension; the Node.js entry takes it from this bundle, so that the package holds the code once. */
export function activateWith(context: vscode.ExtensionContext, read: (name: string) => string): void {
  provideContent(read);
  const { activateShared } = require('./editor/activate') as typeof import('./editor/activate');
  activateShared(context);
}
