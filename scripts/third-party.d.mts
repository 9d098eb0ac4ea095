export const noticesFile: string;
export function bundledPackages(folder?: string): string[];
export function packageOf(file: string): string | undefined;
export function noticesOf(packages: readonly string[]): string;
