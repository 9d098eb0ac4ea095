import type { Directive, Draft } from '../document/draft/draft';
import { currentRuleId } from './builtIn';
import type { Finding } from './rule';

/** Findings that no ignore comment of the document covers. */
export function withoutIgnored(findings: readonly Finding[], draft: Draft): Finding[] {
  if (draft.directives.length === 0) return [...findings];
  const ranges = draft.directives.flatMap((directive, index) => rangeOf(directive, index, draft));
  return findings.filter(
    (finding) =>
      !ranges.some(
        ({ start, end, rules }) =>
          finding.start >= start &&
          finding.start < end &&
          (rules.length === 0 || rules.some((name) => covers(name, finding))),
      ),
  );
}

function covers(name: string, finding: Finding): boolean {
  return name === finding.family || currentRuleId(name) === currentRuleId(finding.ruleId);
}

interface Ignored {
  readonly start: number;
  readonly end: number;
  readonly rules: readonly string[];
}

function rangeOf(directive: Directive, index: number, { text, directives }: Draft): Ignored[] {
  const { type, rules } = directive;
  switch (type) {
    case 'disable-file':
      return [{ start: 0, end: text.length, rules }];
    case 'disable-line':
      return [{ start: text.lastIndexOf('\n', directive.start - 1) + 1, end: lineEnd(text, directive.end), rules }];
    case 'disable-next-line': {
      let start = lineEnd(text, directive.end);
      // A blank line between the comment and what it speaks of is how Markdown is often laid out.
      while (start < text.length && text.slice(start, lineEnd(text, start)).trim() === '') start = lineEnd(text, start);
      return [{ start, end: lineEnd(text, start), rules }];
    }
    case 'disable': {
      const enabled = directives
        .slice(index + 1)
        .find((other) => other.type === 'enable' && sameRules(other, directive));
      return [{ start: directive.end, end: enabled?.start ?? text.length, rules }];
    }
    case 'enable':
      return [];
  }
}

function sameRules(enable: Directive, disable: Directive): boolean {
  return enable.rules.length === 0 || disable.rules.every((rule) => enable.rules.includes(rule));
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
