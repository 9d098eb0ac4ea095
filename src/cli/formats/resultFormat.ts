import type { FileResult, UnreadFile } from '../result';

/** A way to print results, file by file. Each gives text in parts, so that the first are out before the last are worked out. */
export interface ResultFormat {
  begin(): string;
  /** @param text the text that offsets and positions are in */
  file(result: FileResult, text: string): Iterable<string>;
  /** What was not read is also said on standard error, whatever the format. */
  unread(file: UnreadFile): Iterable<string>;
  end(): string;
}

/** What is said before the reason why something was not read, or cannot be used. */
export function unreadLabel({ reason }: UnreadFile['error']): string {
  if (reason === 'configuration') return 'Not used';
  return reason === 'cut-short' ? 'Not checked in full' : 'Not read';
}
