declare module '*.yaml' {
  const content: unknown;
  // biome-ignore lint/style/noDefaultExport: the shape that the bundler gives a data file
  export default content;
}
