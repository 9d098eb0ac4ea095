export function getVSCode(
  which: 'lowest' | 'newest',
): Promise<{ readonly which: string; readonly version: string; readonly server: string; readonly node: string }>;
