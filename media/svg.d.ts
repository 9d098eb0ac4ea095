declare module '*.svg' {
  /** The source of the picture. */
  const source: string;
  export default source;
}
