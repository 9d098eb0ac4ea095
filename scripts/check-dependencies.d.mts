export function dependencyFaults(files: readonly { readonly path: string; readonly text: string }[]): string[];
