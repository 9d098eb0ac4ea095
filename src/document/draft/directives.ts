import { type Directive, directiveTypes, type Span } from './draft';

/**
 * Reads an ignore comment (`<!-- common-ground-disable-next-line demand/we-demand -->`, or in another format's comment) that
 * stands at `comment` in `text`. Returns nothing for any other comment. What follows ` -- ` inside it is the writer's reason.
 * A comment that begins like one and names nothing that there is has the type `unknown`.
 */
export function readDirective(text: string, comment: Span): Directive | undefined {
  if (comment.end - comment.start > LONGEST) return undefined;
  const match = DIRECTIVE.exec(text.slice(comment.start, comment.end));
  if (match === null) return undefined;
  const written = match[1]!;
  const type = directiveTypes.find((one) => one === written) ?? 'unknown';
  const list = match[2]!.replace(/(?:^|\s)--(?:\s[\s\S]*)?$/, '');
  return {
    start: comment.start,
    end: comment.end,
    type,
    written,
    rules: list.split(/[\s,]+/).filter((rule) => rule !== ''),
  };
}

const LONGEST = 4000;
/** The comment of each format: HTML, MDX, Liquid, Jinja, Obsidian, AsciiDoc, reStructuredText, Org. */
const DIRECTIVE =
  /^(?:<!--|\{\/\*|\{%-?\s*comment\s*-?%\}|\{#|%%|\/\/|\.\.|#)\s*common-ground-([a-z-]+)(?=\s|-->|\*\/|\{%|#\}|%%|$)([\s\S]*?)\s*(?:-->|\*\/\}|\{%-?\s*endcomment\s*-?%\}|#\}|%%)?$/;
