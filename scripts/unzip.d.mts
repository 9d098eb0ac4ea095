export function zipEntries(file: string): Promise<{ name: string; size: number; read(): Buffer }[]>;
