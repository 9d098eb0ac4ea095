import { type ActFile, type ActMatcher, compileActs } from '../../thread/actMatcher';
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
  | 'object'
  | 'automatic';

/** The acts of one sentence. */
export function stateActsOf(text: string): ReadonlySet<StateAct> {
  compiled ??= compileActs(acts as ActFile<StateAct>);
  const found = compiled.actsOf(text);
  if (NOD.test(text)) found.add('accept');
  return found;
}

/** A thumb up, a tick or a handshake before all words. */
const NOD = /^\s*(?:👍|👌|✅|🤝)/u;

let compiled: ActMatcher<StateAct> | undefined;
