export function bundleFaults(code: string, allowed: readonly string[]): Promise<string[]>;
export function styleFaults(css: string): string[];
