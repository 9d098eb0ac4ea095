export function drawingOf(files: readonly { path: string; text: string }[]): string;
