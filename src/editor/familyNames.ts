import * as vscode from 'vscode';
import type { Family } from '../wording/rule';

/** The name of a family of wording in the user's language. */
export function familyName(family: Family): string {
  const names: Readonly<Record<Family, string>> = {
    accusation: vscode.l10n.t('blame'),
    demand: vscode.l10n.t('demand'),
    ultimatum: vscode.l10n.t('ultimatum'),
    'zero-sum': vscode.l10n.t('win or lose'),
    'negative-frame': vscode.l10n.t('negative words'),
    absolute: vscode.l10n.t('sweeping claim'),
    dismissal: vscode.l10n.t('waved away'),
    condescension: vscode.l10n.t('talking down'),
    heat: vscode.l10n.t('anger'),
    irritator: vscode.l10n.t('self-praise'),
    'weak-position': vscode.l10n.t('pleading'),
    'price-only': vscode.l10n.t('price only'),
    'closed-question': vscode.l10n.t('cornering question'),
    'limit-leak': vscode.l10n.t('own limit'),
    positional: vscode.l10n.t('no reason'),
  };
  return names[family];
}
