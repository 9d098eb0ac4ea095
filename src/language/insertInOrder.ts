/** Puts a number in its place in a list in rising order, once, by moving those behind it: numbers that come nearly in order cost little. */
export function insertInOrder(number: number, into: number[]): void {
  let at = into.length;
  while (at > 0 && into[at - 1]! > number) at--;
  if (at > 0 && into[at - 1] === number) return;
  into.push(number);
  for (let to = into.length - 1; to > at; to--) into[to] = into[to - 1]!;
  into[at] = number;
}
