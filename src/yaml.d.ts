declare module '*.yaml' {
  const content: unknown;
  export default content;
}

/** The build makes it from the rules of all families or from the fitted classifier; `prepareRules` and `prepareTenor` say what the lines are. */
declare module '*.prepared' {
  export function lines(): string[];
}
