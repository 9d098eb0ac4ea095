import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateExtension, closeAll, openFile, waitForDiagnostics } from '../helpers.js';

describe('a workspace that is not trusted', () => {
  afterEach(closeAll);

  it('is checked like any other', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    await activateExtension();
    const { document } = await openFile('offer.md');
    const [first] = await waitForDiagnostics(document.uri);
    assert.equal(document.getText(first?.range), 'demand');
  });
});
