import { playbook } from '../playbook/read';
import { fill, toSnippet } from '../playbook/snippet';
import { suggestedAnswers } from '../playbook/suggestedAnswers';
import { toneParts } from '../tone/toneFeatures';

export { findDraftCheck } from '../playbook/draftCheckTexts';
export { findCause, findMove, findQuestion, playbook } from '../playbook/read';
export { preparationSheet } from '../playbook/sheet';
export { fill, placeholdersOf, putKnown, toSnippet, type Values } from '../playbook/snippet';

/** What clients show of the playbook and of the tone reading beyond findings and scores. */
export const content = { playbook, suggestedAnswers, toneParts, fill, toSnippet };
