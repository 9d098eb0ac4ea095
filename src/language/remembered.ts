/**
 * Remembers what a function says of the texts that it was asked about last.
 *
 * @param most so many texts; when they are more, all are forgotten
 * @param work gives the same for the same text, and nobody changes what it gives
 */
export function remembered<Value>(most: number, work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.value;
    const value = work(text);
    if (known.size >= most) known.clear();
    known.set(text, { value });
    return value;
  };
}
