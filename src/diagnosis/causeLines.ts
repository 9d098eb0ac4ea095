import { createMatcher, type Matcher } from '../language/matcher';
import { compilePattern } from '../language/pattern';
import { tokenise } from '../language/tokens';
import lines from '../playbook/causeLines.yaml';
import type { CauseId } from '../playbook/ids';
import families from '../playbook/wordFamilies.yaml';
import type { LabelledSentence } from '../thread/dialogueActs';

/** A line that says why the talks are stuck, and what it says. */
export interface CauseLine {
  readonly cause: CauseId;
  /** Id of the entry in `causeLines.yaml`. */
  readonly id: string;
  readonly why: string;
  readonly weight: number;
  readonly line: LabelledSentence;
}

interface Entry {
  readonly id: string;
  readonly side: 'them' | 'us';
  readonly why: string;
  readonly weight: number;
  readonly says: readonly string[];
}

type OwnedEntry = Entry & { readonly cause: CauseId };

/** Finds the lines that show a cause, in the order of the thread; a line may show several. */
export function findCauseLines(sentences: readonly LabelledSentence[]): CauseLine[] {
  const { matcher, owners } = ready();
  return sentences.flatMap((line) => {
    const found = new Set<OwnedEntry>();
    matcher.find(
      tokenise(line.text, 0, line.text.length),
      () => [],
      (pattern) => {
        const entry = owners[pattern]!;
        if (line.by === 'unknown' || (entry.side === 'us') === (line.by === 'me')) found.add(entry);
      },
    );
    return [...found].map(({ cause, id, why, weight }) => ({ cause, id, why, weight, line }));
  });
}

let compiled: { readonly matcher: Matcher; readonly owners: readonly OwnedEntry[] } | undefined;

function ready() {
  if (compiled === undefined) {
    const { lists } = families as { readonly lists: Readonly<Record<string, readonly string[]>> };
    const entries = Object.entries(lines as Readonly<Record<CauseId, readonly Entry[]>>).flatMap(([cause, list]) =>
      list.flatMap((entry) => entry.says.map((says) => ({ entry: { ...entry, cause: cause as CauseId }, says }))),
    );
    const byKey = new Map<string, OwnedEntry>();
    const owners = entries.map(({ entry }) => {
      const key = `${entry.cause}/${entry.id}`;
      const known = byKey.get(key) ?? entry;
      byKey.set(key, known);
      return known;
    });
    compiled = { matcher: createMatcher(entries.map(({ says }) => compilePattern(says, lists))), owners };
  }
  return compiled;
}
