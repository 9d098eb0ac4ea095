export interface PageAddress {
  readonly folder: string;
  readonly extension?: string;
  readonly tests?: string;
  readonly file?: string;
  readonly web?: boolean;
}

export interface RunningServer {
  readonly port: number;
  readonly address: (page: PageAddress) => string;
  readonly remote: (file: string) => string;
  readonly stop: () => Promise<void>;
}

export function startServer(
  vscode: { readonly node: string; readonly server: string },
  options: {
    readonly profile: string;
    readonly port?: number;
    readonly settings?: Readonly<Record<string, unknown>>;
    readonly extensions?: string;
    readonly trust?: boolean;
  },
): Promise<RunningServer>;

export const quietSettings: Readonly<Record<string, unknown>>;
