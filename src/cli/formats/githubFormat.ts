import type { Severity } from '../../wording/rule';
import { type ResultFormat, unreadLabel } from './resultFormat';

const commands: Record<Severity, string> = { warning: 'warning', information: 'notice', hint: 'notice' };

/** Workflow commands that GitHub Actions shows as annotations. Lines and columns count from one. */
export function githubFormat(): ResultFormat {
  return {
    begin: () => '',
    *file({ path, findings, decoded }) {
      for (const { severity, message, ruleId, range, suggestions } of findings) {
        const place = decoded
          ? ''
          : `,line=${range.start.line + 1},col=${range.start.character + 1},endLine=${range.end.line + 1},endColumn=${range.end.character + 1}`;
        const [first] = suggestions;
        const text = first === undefined ? message : `${message}\nTry “${first.text}”`;
        yield `::${commands[severity]} file=${property(path)}${place},title=${property(`Common Ground ${ruleId}`)}::${data(text)}\n`;
      }
    },
    *unread({ path, error }) {
      const line = error.range === undefined ? '' : `,line=${error.range.start.line + 1}`;
      yield `::error file=${property(path)}${line},title=Common Ground::${data(`${unreadLabel(error)}: ${error.message}`)}\n`;
    },
    end: () => '',
  };
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text.replaceAll('\\', '/')).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
