// What `assert` and mocha's browser build want of `process`, which the web host does not have.
export const process = {
  env: {},
  argv: [],
  version: 'v20',
  platform: 'browser',
  nextTick: (f, ...a) => queueMicrotask(() => f(...a)),
  emitWarning() {},
  cwd: () => '/',
};
