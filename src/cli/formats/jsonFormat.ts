import type { ResultFormat } from './resultFormat';

/** One JSON array of all files. */
export function jsonFormat(): ResultFormat {
  let first = true;
  const item = (value: object) => {
    const text = (first ? '' : ',\n') + JSON.stringify(value, null, 2);
    first = false;
    return [text];
  };
  return { begin: () => '[\n', file: (result) => item(result), unread: item, end: () => '\n]\n' };
}

/** One JSON object a line and file. */
export function jsonlFormat(): ResultFormat {
  const line = (value: object) => [`${JSON.stringify(value)}\n`];
  return { begin: () => '', file: (result) => line(result), unread: line, end: () => '' };
}
