import type { ReadableMessage } from '../document/import/composeMessage';

export { createPositionAt, type Position } from '../document/draft/position';
export { splitSentences } from '../document/draft/sentences';
export { isCompoundFile } from '../document/import/compoundFile';
export { looksMimeEncoded } from '../document/import/encodedMail';
export { describeKindReason } from '../document/kind/kindDecision';
export { readMessages } from '../document/messages/messages';
export { ownStretch, placeForText } from '../document/messages/ownStretch';
export { inMarkdown } from '../present/inMarkdown';
export { blanksOf, previewOf, sentenceAround, shortened, WHOLE, withoutBlanks } from '../present/rewritePreview';
export { isForeign } from '../thread/language';
export { composeEdits } from '../wording/composeEdits';
export { applyEdits, safeEdits, type TextEdit } from '../wording/edits';
export { findOwnLimits, type LimitLeak, type OwnLimits } from '../wording/ownLimits';

/** Reads an encoded message. Few messages are encoded, and what decodes them takes its time to load. */
export function readMime(raw: Uint8Array | string): Promise<ReadableMessage> {
  const mime = require('../document/import/mime') as typeof import('../document/import/mime');
  return mime.readMime(raw);
}

/** Reads a message that Outlook has saved (`.msg`). Few people have one, so what reads it is loaded when it is needed. */
export function readOutlookMessage(bytes: Uint8Array): Promise<ReadableMessage> {
  const outlook = require('../document/import/outlookMessage') as typeof import('../document/import/outlookMessage');
  return outlook.readOutlookMessage(bytes);
}
