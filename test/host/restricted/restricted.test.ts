import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateExtension, closeAll, codeActions, codeOf, openFile, rangeOf, waitForDiagnostics } from '../helpers.js';

describe('a workspace that is not trusted', () => {
  afterEach(closeAll);

  it('is checked like any other', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    await activateExtension();
    const { document } = await openFile('offer.md');
    const [first] = await waitForDiagnostics(document.uri);
    assert.equal(document.getText(first?.range), 'demand');
  });

  it('keeps the team’s own rules, which are data, and its quick fixes', async () => {
    const { document } = await openFile('reply.email');
    const found = await waitForDiagnostics(document.uri, (all) =>
      all.some((one) => codeOf(one) === 'demand/circle-back'),
    );
    assert.ok(found.some((one) => codeOf(one) === 'demand/we-demand'));
    const actions = await codeActions(document, rangeOf(document, 'demand'));
    assert.match(actions[0]!.title, /^We ask for /);
  });
});
