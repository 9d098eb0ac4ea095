declare module '*.yaml' {
  const content: unknown;
  export default content;
}

/** The build makes it from the rules of all families; `prepareRules` says what the lines are. */
declare module '*.prepared' {
  export function lines(): (place: number) => string;
}
