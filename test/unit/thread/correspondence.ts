/** One message of a correspondence made for a test. */
export interface Letter {
  readonly from: string;
  readonly day?: string;
  readonly text: string;
}

const addresses: Readonly<Record<string, string>> = {
  me: 'Nora Quill <nora@quill.example>',
  them: 'Tom Barrow <tom@barrow.example>',
};

/** Messages one after another with header lines, the writer named in the first line. `me` and `them` stand for a name. */
export function correspondence(...letters: readonly Letter[]): string {
  const parts = letters.map(
    ({ from, day, text }) =>
      `From: ${addresses[from] ?? from}\n${day === undefined ? '' : `Date: ${day}\n`}Subject: Our talks\n\n${text}\n`,
  );
  return `Me: ${addresses.me}\n\n${parts.join('\n')}`;
}
