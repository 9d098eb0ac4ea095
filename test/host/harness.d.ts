/** Set when the suites are bundled. `workspace` is the folder that is open, an absolute path with slashes. */
declare const __RUN__: { grep: string; workspace: string };

declare module 'suites';

/** Mocha's browser build; it leaves its class as the global `Mocha`. */
declare module 'mocha/mocha.js';
