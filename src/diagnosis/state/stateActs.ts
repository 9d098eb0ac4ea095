import { type ActFile, type ActMatcher, compileActs } from '../../thread/actMatcher';
import { NODS } from '../../thread/messageSentences';
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

const NOD = new RegExp(`^\\s*[${NODS}]`, 'u');

let compiled: ActMatcher<StateAct> | undefined;
