export function copyWorkspace(name: string, to: string): Promise<string>;
export function copyForWeb(extension: string, to: string): Promise<string>;
