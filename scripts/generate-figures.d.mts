interface Tally {
  readonly right: number;
  readonly of: number;
}
export function generateFigures(): Promise<Record<string, string>>;
export function familyFigure(figures: { readonly families: Readonly<Record<string, Tally>> }, family: string): string;
