/** Emphasis, code, links and quotation marks that stand in the words replaced would lose their other half. */
export function keepsMarkup(before: string, after: string): boolean {
  return (before.match(markup) ?? []).join('') === (after.match(markup) ?? []).join('');
}

const markup = /[*_`~[\]<>“”"]/g;
