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
  return compiled.actsOf(text);
}

let compiled: ActMatcher<StateAct> | undefined;
