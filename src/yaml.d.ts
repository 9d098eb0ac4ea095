declare module '*.yaml' {
  const content: unknown;
  export default content;
}

/** Made by the build from the rules of all families or from the tenor; `prepareRules` and `prepareTenor` say what the lines are. */
declare module '*.prepared' {
  export function lines(): string[];
}
