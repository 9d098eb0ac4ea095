import path from 'node:path';
import type { ThreadOptions } from '../thread/thread';
import { complain } from './common';
import { createConfigurations, faultText } from './findConfiguration';
import type { Options } from './options';

/**
 * Who the user is in a thread: by `--me`, else by the names in the configuration of the folders that the thread lies in.
 *
 * @returns the exit status too: 2 where a configuration cannot be used as it stands
 */
export function writerIn(file: string, { me }: Options): { readonly writer: ThreadOptions; readonly status: number } {
  if (me !== undefined) return { writer: { me }, status: 0 };
  let status = 0;
  const configurations = createConfigurations((fault) => {
    complain(faultText(fault));
    status = 2;
  });
  const { configuration } = configurations.find(path.dirname(path.resolve(file === '-' ? 'stdin' : file)));
  const mine = configuration.me ?? [];
  return { writer: mine.length === 0 ? {} : { mine }, status };
}
