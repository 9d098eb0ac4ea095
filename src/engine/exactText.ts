import type { ReplyCheck } from '../diagnosis/reply/checkReply';

/**
 * The same data with the text of every quote exactly as it stands in its source. Within the product a quote is on one line and without the
 * marks of replies, as people are shown it; other programs look for it in the source.
 *
 * @param value plain data; offsets in it are UTF-16 code units in the source, ends exclusive
 */
export function withExactText<Value>(value: Value, source: string): Value {
  return exact(value, source) as Value;
}

/** The same for a reply: their questions stand in the thread, all else in the reply. */
export function withExactReply(check: ReplyCheck, thread: string, reply: string): ReplyCheck {
  return {
    ...withExactText(check, reply),
    theirQuestions: check.theirQuestions.map(({ by, ...question }) => ({
      ...withExactText(question, thread),
      ...(by === undefined ? {} : { by: withExactText(by, reply) }),
    })),
  };
}

function exact(value: unknown, source: string): unknown {
  if (Array.isArray(value)) return value.map((item) => exact(item, source));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, exact(item, source)]));
  const { text, start, end } = copy;
  // A quote without words stands for a fact of the thread.
  if (typeof text === 'string' && text !== '' && typeof start === 'number' && typeof end === 'number')
    copy.text = source.slice(start, end);
  return copy;
}
