import { type Directive, type Draft, directiveTypes } from '../document/draft/draft';
import { nearest } from '../language/nearest';
import { currentRuleId } from './builtIn';
import { type Finding, families } from './rule';

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

/** A comment that switches nothing off, since what it names is not there. Offsets in the document. */
export interface CommentFault {
  readonly start: number;
  readonly end: number;
  /** A sentence in English that ends with the nearest name there is. */
  readonly message: string;
}

/** The ignore comments of a document that name a rule or a kind of comment that is not there. */
export function faultsInComments({ directives }: Draft, knownIds: () => ReadonlySet<string>): CommentFault[] {
  return directives.flatMap(({ start, end, type, written, rules }) => {
    const fault = (message: string): CommentFault => ({ start, end, message: `${message}.` });
    if (type === 'unknown') {
      const near = nearest(written, directiveTypes).replace('“', '“common-ground-');
      return [
        fault(`There is no comment “common-ground-${written}”${near || '; one is “common-ground-disable-line”'}`),
      ];
    }
    const names = rules.filter((name) => !families.some((family) => family === name));
    if (names.length === 0) return [];
    const known = knownIds();
    return names
      .filter((name) => !known.has(name))
      .map((name) => fault(`There is no rule “${name}”${nearest(name, [...families, ...known])}`));
  });
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
    case 'unknown':
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
