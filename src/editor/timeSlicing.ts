/** Longest stretch of work before the extension host is given back, in milliseconds. */
const STRETCH = 6;

/** Runs steps to their end and gives way to others in between; `undefined` as soon as they are not wanted any more. */
export async function runInSteps<Result>(
  steps: Generator<undefined, Result>,
  isWanted: () => boolean,
): Promise<Result | undefined> {
  let from = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - from < STRETCH) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!isWanted()) return undefined;
    from = performance.now();
  }
}
