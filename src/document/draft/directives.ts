import type { Directive, Span } from './draft';

/**
 * Reads an ignore comment (`<!-- common-ground-disable-next-line demand/we-demand -->`, or in another format's comment) that
 * stands at `comment` in `text`. Returns nothing for any other comment. What follows ` -- ` inside it is the writer's reason.
 */
export function readDirective(text: string, comment: Span): Directive | undefined {
  if (comment.end - comment.start > LONGEST) return undefined;
  const match = DIRECTIVE.exec(text.slice(comment.start, comment.end));
  if (match === null) return undefined;
  const list = (match[2] as string).replace(/(?:^|\s)--(?:\s[\s\S]*)?$/, '');
  return {
    start: comment.start,
    end: comment.end,
    type: match[1] as Directive['type'],
    rules: list.split(/[\s,]+/).filter((rule) => rule !== ''),
  };
}

const LONGEST = 4000;
/** The comment of each format: HTML, MDX, Liquid, Jinja, Obsidian, AsciiDoc, reStructuredText, Org. */
const DIRECTIVE =
  /^(?:<!--|\{\/\*|\{%-?\s*comment\s*-?%\}|\{#|%%|\/\/|\.\.|#)\s*common-ground-(disable-next-line|disable-line|disable-file|disable|enable)(?=\s|-->|\*\/|\{%|#\}|%%|$)([\s\S]*?)\s*(?:-->|\*\/\}|\{%-?\s*endcomment\s*-?%\}|#\}|%%)?$/;
