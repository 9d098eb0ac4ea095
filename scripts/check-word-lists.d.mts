export function wordListFaults(file: string, text: string, english: ReadonlySet<string>): string[];
export function englishWords(): ReadonlySet<string>;
export function countWordLists(): Readonly<Record<string, readonly string[]>>;
export const waiting: string;
