import { playbook } from '../playbook/read';
import { fill, toSnippet } from '../playbook/snippet';
import { suggestedAnswers } from '../playbook/suggestedAnswers';
import { toneParts } from '../tone/tone';

/** What the faces show of the playbook and of the tone reading beyond findings and scores. */
export const content = { playbook, suggestedAnswers, toneParts, fill, toSnippet };
