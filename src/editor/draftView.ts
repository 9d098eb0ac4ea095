import * as vscode from 'vscode';
import type { CaseReading } from '../case/caseReading';
import { content } from '../engine/playbook';
import { type Strings, say } from '../sidebar/stringKeys';
import type { DraftView } from '../sidebar/view';
import type { Family } from '../wording/rule';
import type { OpenDraft } from './drafts';
import { familyName } from './familyNames';
import { kindName } from './status';

/** What the sidebar says of the draft itself. */
export function draftView(
  open: OpenDraft,
  reading: CaseReading | undefined,
  strings: Strings,
  name: string,
): DraftView {
  const { findings, draft, analyzer, active, tooLong } = open;
  const score = analyzer.score(draft);
  const families = new Map<Family, number>();
  for (const { family } of findings) families.set(family, (families.get(family) ?? 0) + 1);
  const note = noteOf(open);
  return {
    name: name.slice(0, 300),
    kind: kindName(open),
    reason: '',
    checked: active && !tooLong,
    ...(note === undefined ? {} : { note }),
    findings: findings.length,
    families: [...families]
      .sort(([, one], [, other]) => other - one)
      .map(([family, count]) => ({ id: family, title: familyName(family), count })),
    receptiveness: score.receptiveness,
    receptivenessWords: say(strings, levelOf(score.receptiveness), Math.round(score.receptiveness * 100)),
    parts: content.toneParts
      .map(({ id, title, says }) => ({ id, title, says, value: score.parts[id] ?? 0 }))
      .filter(({ value }) => Math.abs(value) >= 0.01),
    counts: [
      { id: 'asks', title: strings.countAsks, count: reading?.own.asks ?? 0 },
      { id: 'questions', title: strings.countQuestions, count: score.questions },
      { id: 'offers', title: strings.countOffers, count: reading?.own.gives ?? 0 },
      { id: 'thanks', title: strings.countThanks, count: reading?.own.thanks ?? 0 },
      { id: 'threats', title: strings.countThreats, count: families.get('ultimatum') ?? 0 },
    ],
  };
}

function levelOf(receptiveness: number): 'receptivenessLow' | 'receptivenessMiddle' | 'receptivenessHigh' {
  if (receptiveness < 0.4) return 'receptivenessLow';
  return receptiveness > 0.6 ? 'receptivenessHigh' : 'receptivenessMiddle';
}

function noteOf({ active, tooLong, draft }: OpenDraft): string | undefined {
  if (tooLong) return vscode.l10n.t('This document is too long to be checked.');
  if (!active) return vscode.l10n.t('The wording of this document is not checked.');
  if (draft.formalNotice) return vscode.l10n.t('This reads as a formal notice, so its wording is left alone.');
  return undefined;
}
