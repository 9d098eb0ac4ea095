import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { homepage, version } from '../../../package.json';
import type { Position } from '../../document/draft/position';
import type { Rule } from '../../wording/compile';
import type { Severity } from '../../wording/rule';
import { fingerprints } from '../baseline';
import type { FileResult, PrintedFinding, UnreadFile } from '../result';
import { type ResultFormat, unreadLabel } from './resultFormat';
import { ruleAddress } from './ruleAddress';

const levels: Record<Severity, string> = { warning: 'warning', information: 'note', hint: 'note' };

/** SARIF 2.1.0. Of encoded mail no regions are given: the places are in the decoded text, which no file holds. */
export function sarifFormat(rulesOf: (ids: ReadonlySet<string>) => readonly Rule[]): ResultFormat {
  const results: object[] = [];
  const unread: UnreadFile[] = [];
  const fired = new Set<string>();
  return {
    begin: () => '',
    file(result) {
      for (const { ruleId } of result.findings) fired.add(ruleId);
      results.push(...sarifResults(result));
      return [];
    },
    unread(file) {
      unread.push(file);
      return [];
    },
    end() {
      const driver = { name: 'Common Ground', version, informationUri: homepage, rules: rulesOf(fired).map(ruleOf) };
      const invocations = [
        { executionSuccessful: unread.length === 0, toolExecutionNotifications: unread.map(notice) },
      ];
      const run = { tool: { driver }, columnKind: 'utf16CodeUnits', invocations, results };
      const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
      return `${JSON.stringify(log, null, 2)}\n`;
    },
  };
}

function ruleOf({ id, title, why, severity, grade, family }: Rule): object {
  const helpUri = ruleAddress(id);
  return {
    id,
    shortDescription: { text: withoutLinks(title) },
    fullDescription: { text: withoutLinks(why) },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: levels[severity] },
    properties: { family, grade },
  };
}

function sarifResults({ path: file, findings, decoded }: FileResult): object[] {
  const prints = fingerprints(findings);
  const artifactLocation = { uri: uriOf(file) };
  return findings.map((finding, at) => {
    const region = regionOf(finding.start, finding.end, finding.range);
    return {
      ruleId: finding.ruleId,
      level: levels[finding.severity],
      message: { text: withoutLinks(finding.message) },
      locations: [{ physicalLocation: { artifactLocation, ...(decoded ? {} : { region }) } }],
      partialFingerprints: { 'commonGround/v1': prints[at] },
      ...(decoded ? {} : { fixes: fixesOf(finding, artifactLocation) }),
    };
  });
}

function fixesOf({ start, end, range, suggestions }: PrintedFinding, artifactLocation: object): object[] {
  return suggestions.map((suggestion) => ({
    description: { text: suggestion.text === '' ? 'Leave it out' : `Write “${withoutLinks(suggestion.text)}”` },
    artifactChanges: [
      {
        artifactLocation,
        replacements: [
          {
            deletedRegion: regionOf(suggestion.start ?? start, suggestion.end ?? end, suggestion.range ?? range),
            insertedContent: { text: suggestion.text },
          },
        ],
      },
    ],
  }));
}

function regionOf(start: number, end: number, range: { readonly start: Position; readonly end: Position }): object {
  return {
    startLine: range.start.line + 1,
    startColumn: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    charOffset: start,
    charLength: end - start,
  };
}

function notice({ path: file, error }: UnreadFile): object {
  const { range } = error;
  const region =
    range === undefined ? {} : { region: { startLine: range.start.line + 1, startColumn: range.start.character + 1 } };
  return {
    level: 'error',
    descriptor: { id: error.reason },
    message: { text: withoutLinks(`${file}: ${unreadLabel(error)}: ${error.message}`) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region } }],
  };
}

/** SARIF reads `[text](address)` in a message as a link; a backslash makes it words. */
function withoutLinks(text: string): string {
  return /\]\s?\(/.test(text) ? text.replace(/[\\[\]]/g, '\\$&') : text;
}

/** A relative reference that no reader takes for a scheme, a query or a fragment, or a `file:` address. */
function uriOf(file: string): string {
  if (path.isAbsolute(file)) return pathToFileURL(file).href;
  const encoded = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return encoded.includes('%3A') ? `./${encoded}` : encoded;
}
