import { readCase } from '../../../src/case/caseReading';
import type { CaseRecord } from '../../../src/case/caseRecord';
import { answersOf } from '../../../src/case/caseRecord';
import { createAnalyzer } from '../../../src/engine/index';
import { content } from '../../../src/engine/playbook';
import { type ModelInput, modelOf } from '../../../src/sidebar/sidebarView';
import { type Strings, stringKeys } from '../../../src/sidebar/stringKeys';
import type { SidebarModel } from '../../../src/sidebar/view';

/** Each text is its own key and its values. */
export const strings = Object.fromEntries(stringKeys.map((key) => [key, `${key} {0} {1} {2} {3}`])) as Strings;

export const threadText = `Me: Nora Lind <nora@fernbakery.example>

From: Nora Lind <nora@fernbakery.example>
To: Sam Otieno <sam@millhouse.example>
Date: Thu, 6 Nov 2025 09:00
Subject: Re: Flour for next year

Hi Sam, just checking in again, sorry to chase. We could take 10 sacks less as well.

Nora

From: Sam Otieno <sam@millhouse.example>
To: Nora Lind <nora@fernbakery.example>
Date: Mon, 20 Oct 2025 15:00
Subject: Re: Flour for next year

Thanks Nora. I have to ask the board before I can say anything. Why do you need it weekly?

Sam

From: Nora Lind <nora@fernbakery.example>
To: Sam Otieno <sam@millhouse.example>
Date: Tue, 14 Oct 2025 11:00
Subject: Flour for next year

Dear Sam, we would like 40 sacks a week at £21 a sack. Can you confirm by Friday?

Nora
`;

const analyzer = createAnalyzer();

export function readingOf(...texts: string[]) {
  return readCase(
    texts.map((text) => {
      const draft = analyzer.read(text, { path: 'thread.email', languageId: 'email' });
      return { draft, thread: analyzer.thread(draft) };
    }),
  );
}

export function modelFor(text: string, record?: CaseRecord, more: Partial<ModelInput> = {}): SidebarModel {
  const reading = readingOf(text);
  return modelOf({
    version: 1,
    strings,
    playbook: content.playbook,
    suggested: content.suggestedAnswers,
    fill: content.fill,
    wording: 'plain',
    draft: undefined,
    kind: 'email',
    reading,
    diagnosis: reading.diagnose(record === undefined ? {} : answersOf(record)),
    record,
    case: { id: 'c1', title: 'Flour', documents: [] },
    places: {
      placeOf: (offset) => ({ line: text.slice(0, offset).split('\n').length }),
      date: String,
      since: String,
      amount: String,
    },
    hasLimits: false,
    ...more,
  });
}
