import { version } from '../../package.json';
import type { Rule } from '../wording/compile';
import type { Severity } from '../wording/rule';
import type { FileResult, PrintedFinding } from './result';

/** A way to print results, file by file. */
export interface ResultFormat {
  begin(): string;
  /** In parts, so that the first are out before the last are worked out. */
  file(result: FileResult): Iterable<string>;
  end(): string;
}

export function createFormat(name: 'text' | 'json' | 'jsonl' | 'sarif', rules: () => readonly Rule[]): ResultFormat {
  switch (name) {
    case 'text':
      return textFormat();
    case 'json':
      return listFormat('[\n', '\n]\n', (result) => JSON.stringify(result, null, 2));
    case 'jsonl':
      return { begin: () => '', file: (result) => [`${JSON.stringify(result)}\n`], end: () => '' };
    case 'sarif':
      return sarifFormat(rules());
  }
}

function listFormat(open: string, close: string, item: (result: FileResult) => string): ResultFormat {
  let first = true;
  return {
    begin: () => open,
    file(result) {
      const text = (first ? '' : ',\n') + item(result);
      first = false;
      return [text];
    },
    end: () => close,
  };
}

const colours: Record<Severity | 'quiet' | 'bold', number> = {
  warning: 33,
  information: 36,
  hint: 90,
  quiet: 90,
  bold: 1,
};

function textFormat(): ResultFormat {
  const coloured = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  const paint = (colour: keyof typeof colours, text: string) =>
    coloured ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;
  let findings = 0;
  let files = 0;
  const line = ({ range, severity, ruleId, message, suggestions }: PrintedFinding, path: string) => {
    const place = `${path}:${range.start.line + 1}:${range.start.character + 1}`;
    const tries = suggestions.map(({ text }) => `“${text.replace(/\s+/g, ' ').trim()}”`);
    const hint = tries.length > 0 ? `\n    ${paint('quiet', 'try')} ${tries.join(' or ')}` : '';
    return `${paint('bold', place)} ${paint(severity, severity)} ${message} ${paint('quiet', ruleId)}${hint}\n`;
  };
  return {
    begin: () => '',
    *file(result) {
      files++;
      findings += result.findings.length;
      if (!result.active)
        yield `${result.path}: ${paint('quiet', `not checked (taken for ${result.kind}: ${result.kindReason})`)}\n`;
      yield result.findings.map((finding) => line(finding, result.path)).join('');
      for (const { id, message } of result.checks) yield `${result.path}: ${paint('quiet', `${message} ${id}`)}\n`;
    },
    end: () =>
      paint('quiet', `${findings} finding${findings === 1 ? '' : 's'} in ${files} file${files === 1 ? '' : 's'}\n`),
  };
}

const sarifLevels: Record<Severity, string> = { warning: 'warning', information: 'note', hint: 'note' };

function sarifFormat(rules: readonly Rule[]): ResultFormat {
  const driver = {
    name: 'Common Ground',
    version,
    rules: rules.map(({ id, title, why, severity, grade, family }) => ({
      id,
      shortDescription: { text: title },
      fullDescription: { text: why },
      defaultConfiguration: { level: sarifLevels[severity] },
      properties: { family, grade },
    })),
  };
  const results: object[] = [];
  return {
    begin: () => '',
    file({ path, findings }) {
      for (const finding of findings) results.push(sarifResult(finding, path));
      return [];
    },
    end: () =>
      `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }] }, null, 2)}\n`,
  };
}

function sarifResult(
  { ruleId, severity, message, range, start, end, suggestions }: PrintedFinding,
  path: string,
): object {
  const region = {
    startLine: range.start.line + 1,
    startColumn: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    charOffset: start,
    charLength: end - start,
  };
  const artifactLocation = { uri: encodeURI(path) };
  return {
    ruleId,
    level: sarifLevels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    fixes: suggestions.map(({ text }) => ({
      description: { text: `Write “${text}”` },
      artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text } }] }],
    })),
  };
}
