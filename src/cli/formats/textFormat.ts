import type { Severity } from '../../wording/rule';
import { inLine, visible } from '../common';
import type { PrintedFinding } from '../result';
import { type ResultFormat, unreadLabel } from './resultFormat';

const colours: Record<Severity | 'quiet' | 'bold', number> = {
  warning: 33,
  information: 36,
  hint: 90,
  quiet: 90,
  bold: 1,
};

/** For people, coloured on a terminal. */
export function textFormat(): ResultFormat {
  const coloured = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  const paint = (colour: keyof typeof colours, text: string) =>
    coloured ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;
  let findings = 0;
  let files = 0;
  let unread = 0;
  let cutShort = 0;
  let faults = 0;
  const line = ({ range, severity, ruleId, message, suggestions }: PrintedFinding, path: string) => {
    const place = `${inLine(path)}:${range.start.line + 1}:${range.start.character + 1}`;
    const tries = suggestions.map(({ text }) => `“${visible(text.replace(/\s+/g, ' ').trim())}”`);
    const hint = tries.length > 0 ? `\n    ${paint('quiet', 'try')} ${tries.join(' or ')}` : '';
    return `${paint('bold', place)} ${paint(severity, severity)} ${visible(message)} ${paint('quiet', ruleId)}${hint}\n`;
  };
  return {
    begin: () => '',
    *file(result) {
      files++;
      findings += result.findings.length;
      if (!result.active)
        yield `${inLine(result.path)}: ${paint('quiet', `not checked (taken for ${result.kind}: ${visible(result.kindReason)})`)}\n`;
      yield result.findings.map((finding) => line(finding, result.path)).join('');
      for (const { id, message } of result.checks)
        yield `${inLine(result.path)}: ${paint('quiet', `${visible(message)} ${id}`)}\n`;
    },
    *unread({ path, error }) {
      if (error.reason === 'configuration') faults++;
      else if (error.reason === 'cut-short') cutShort++;
      else unread++;
      const line = error.range === undefined ? '' : `:${error.range.start.line + 1}`;
      const said = `${unreadLabel(error).toLowerCase()}: ${inLine(error.message)}`;
      yield `${inLine(path)}${line}: ${paint('quiet', said)}\n`;
    },
    end: () => {
      const rest = [
        unread > 0 ? `, ${counted(unread, 'file')} not read` : '',
        cutShort > 0 ? `, ${counted(cutShort, 'file')} not checked in full` : '',
        faults > 0 ? `, ${counted(faults, 'fault')} in the configuration` : '',
      ];
      return paint('quiet', `${counted(findings, 'finding')} in ${counted(files, 'file')}${rest.join('')}\n`);
    },
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
