import assert from 'node:assert/strict';
import { activateExtension, closeAll, openText, waitForDiagnostics } from './helpers.js';

describe('the extension in a real editor', () => {
  afterEach(closeAll);

  it('is activated by opening an e-mail', async () => {
    const extension = await activateExtension();
    assert.equal(extension.isActive, true);
  });

  it('underlines a demand in a draft', async () => {
    const content = 'Hi Ana,\n\nWe demand a reply by Friday.\n\nBest,\nTom\n';
    const editor = await openText({ content, language: 'email' });
    const [first] = await waitForDiagnostics(editor.document.uri);
    assert.match(editor.document.getText(first?.range), /demand/);
  });
});
