import type { Severity } from '../../wording/rule';
import { visible } from '../common';
import type { PrintedFinding } from '../result';
import type { ResultFormat } from './resultFormat';

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
  const line = ({ range, severity, ruleId, message, suggestions }: PrintedFinding, path: string) => {
    const place = `${visible(path)}:${range.start.line + 1}:${range.start.character + 1}`;
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
        yield `${visible(result.path)}: ${paint('quiet', `not checked (taken for ${result.kind}: ${visible(result.kindReason)})`)}\n`;
      yield result.findings.map((finding) => line(finding, result.path)).join('');
      for (const { id, message } of result.checks)
        yield `${visible(result.path)}: ${paint('quiet', `${visible(message)} ${id}`)}\n`;
    },
    *unread({ path, error }) {
      unread++;
      yield `${visible(path)}: ${paint('quiet', `not read: ${visible(error.message)}`)}\n`;
    },
    end: () => {
      const rest = unread > 0 ? `, ${counted(unread, 'file')} not read` : '';
      return paint('quiet', `${counted(findings, 'finding')} in ${counted(files, 'file')}${rest}\n`);
    },
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
