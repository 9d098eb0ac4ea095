import { createMatcher } from '../../language/matcher';
import { compilePattern } from '../../language/pattern';
import { tokenise } from '../../language/tokens';
import acts from './stateActs.yaml';

/** What a line does to the state of the talks, as `stateActs.yaml` names it. */
export type StateAct =
  | 'accept'
  | 'done'
  | 'farewell'
  | 'decline'
  | 'accept-no'
  | 'close'
  | 'wait'
  | 'progress'
  | 'propose'
  | 'nudge'
  | 'put-off'
  | 'impasse'
  | 'automatic';

/** The acts of one sentence. */
export function stateActsOf(text: string): ReadonlySet<StateAct> {
  const { matcher, owners } = ready();
  const found = new Set<StateAct>();
  matcher.find(tokenise(text, 0, text.length), noTags, (pattern) => found.add(owners[pattern]!));
  return found;
}

const noTags = () => [];

interface ActFile {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly acts: readonly { readonly id: StateAct; readonly says: readonly string[] }[];
}

let compiled: { matcher: ReturnType<typeof createMatcher>; owners: readonly StateAct[] } | undefined;

function ready() {
  if (compiled === undefined) {
    const { lists, acts: entries } = acts as ActFile;
    const patterns = entries.flatMap(({ id, says }) =>
      says.map((source) => ({ id, pattern: compilePattern(source, lists) })),
    );
    compiled = {
      matcher: createMatcher(patterns.map(({ pattern }) => pattern)),
      owners: patterns.map(({ id }) => id),
    };
  }
  return compiled;
}
