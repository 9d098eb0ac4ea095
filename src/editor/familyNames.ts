import * as vscode from 'vscode';
import type { Family } from '../wording/rule';

/** The name of a family of wording in the user's language. */
export function familyName(family: Family): string {
  const names: Readonly<Record<Family, string>> = {
    accusation: vscode.l10n.t('Accusation'),
    demand: vscode.l10n.t('Demand'),
    ultimatum: vscode.l10n.t('Ultimatum'),
    'zero-sum': vscode.l10n.t('Win or lose'),
    'negative-frame': vscode.l10n.t('Negative frame'),
    absolute: vscode.l10n.t('Sweeping claim'),
    dismissal: vscode.l10n.t('Dismissal'),
    condescension: vscode.l10n.t('Talking down'),
    heat: vscode.l10n.t('Heat'),
    irritator: vscode.l10n.t('Irritator'),
    'weak-position': vscode.l10n.t('Weak position'),
    'price-only': vscode.l10n.t('Price only'),
    'closed-question': vscode.l10n.t('Closed question'),
    'limit-leak': vscode.l10n.t('Own limit given away'),
    positional: vscode.l10n.t('Bare position'),
  };
  return names[family];
}
