/** Set when the suites are bundled. `workspace` is the folder that is open, an absolute path with slashes; `edits` how many are made at random. */
declare const __RUN__: { readonly grep: string; readonly workspace: string; readonly edits: number };

declare module 'suites';

/** Mocha's browser build; it leaves its class as the global `Mocha`. */
declare module 'mocha/mocha.js';
