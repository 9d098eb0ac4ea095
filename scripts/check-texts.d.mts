export function textFaults(files: readonly { readonly path: string; readonly text: string }[]): string[];
