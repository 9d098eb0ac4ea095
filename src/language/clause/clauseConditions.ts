import type { Clause, SentenceReading } from './clause';

/** What a rule or a pattern asks of the clause that its words stand in, and of the sentence around it. What is left out may be as it likes. */
export interface ClauseConditions {
  /** Who does or is what the clause says: one of them, or one of several. */
  readonly subject?: OneOrMore<Clause['subject']>;
  readonly mood?: OneOrMore<Clause['mood']>;
  readonly tense?: OneOrMore<Clause['tense']>;
  readonly modal?: OneOrMore<NonNullable<Clause['modal']> | 'none'>;
  /** "you" stands in the clause, or it is an order. */
  readonly addressed?: boolean;
  /** "your" stands in the clause. */
  readonly possessed?: boolean;
  /** "you" or "your" stands in the clause, or it is an order. */
  readonly target?: 'reader' | 'other';
  /** "not", "never", "nobody" in the verb group. */
  readonly negation?: boolean;
  readonly passive?: boolean;
  /** Somebody's claim or opinion: "you claim that", "I thought". */
  readonly reported?: boolean;
  /** "if", "unless". */
  readonly conditional?: boolean;
  /** "which", "who". */
  readonly relative?: boolean;
  readonly polite?: boolean;
  readonly intensified?: boolean;
  readonly hedged?: boolean;
  readonly apology?: boolean;
  readonly thanks?: boolean;
  readonly agreement?: boolean;
  readonly play?: boolean;
  /** "my mistake", "I forgot". */
  readonly 'own-fault'?: boolean;
}

type OneOrMore<Value extends string> = Value | readonly Value[];

type Name = keyof ClauseConditions;

const choices: Readonly<Partial<Record<Name, readonly string[]>>> = {
  subject: ['writer', 'reader', 'third', 'thing', 'nobody'],
  mood: ['statement', 'question', 'order', 'wish', 'offer'],
  tense: ['past', 'present', 'future', 'none'],
  modal: ['must', 'should', 'can', 'will', 'would', 'may', 'none'] as const,
  target: ['reader', 'other'],
};

const flags: Readonly<Partial<Record<Name, (clause: Clause, sentence: SentenceReading) => boolean>>> = {
  addressed: ({ addressed }) => addressed,
  possessed: ({ possessed }) => possessed,
  negation: ({ negated }) => negated,
  passive: ({ passive }) => passive,
  reported: ({ reported }) => reported !== 'none',
  conditional: ({ conditional }) => conditional,
  relative: ({ relative }) => relative,
  polite: ({ polite }) => polite,
  intensified: ({ intensified }) => intensified,
  hedged: ({ hedged }) => hedged,
  apology: (_, { apology }) => apology,
  thanks: (_, { thanks }) => thanks,
  agreement: (_, { agreement }) => agreement,
  play: (_, { play }) => play,
  'own-fault': (_, { ownFault }) => ownFault,
};

/** Names that ask about a clause, in a rule's `when` and after `@` in a pattern. */
export const clauseConditionNames = [...Object.keys(choices), ...Object.keys(flags)] as readonly Name[];

/** Does the clause answer all that is asked? */
export function holdsOfClause(asked: ClauseConditions, clause: Clause, sentence: SentenceReading): boolean {
  for (const name of clauseConditionNames) {
    const wanted = asked[name];
    if (wanted === undefined) continue;
    if (typeof wanted === 'boolean') {
      if (flags[name]!(clause, sentence) !== wanted) return false;
    } else if (!asList(wanted).includes(answerOf(name, clause))) return false;
  }
  return true;
}

function answerOf(name: Name, clause: Clause): string {
  switch (name) {
    case 'subject':
      return clause.subject;
    case 'mood':
      return clause.mood;
    case 'tense':
      return clause.tense;
    case 'modal':
      return clause.modal ?? 'none';
    default:
      return clause.addressed || clause.possessed ? 'reader' : 'other';
  }
}

function asList(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/**
 * Reads what stands after the words of a pattern: `@subject=reader|third @tense=past @!reported`.
 *
 * @returns the conditions, or in words what is wrong with them
 */
export function readClauseConditions(written: string): ClauseConditions | string {
  const asked: Record<string, boolean | readonly string[]> = {};
  for (const part of written.split(/\s+/)) {
    if (part === '') continue;
    const read = /^@(!?)([a-z-]+)(?:=([a-z|-]+))?$/.exec(part);
    const name = read?.[2] as Name | undefined;
    const values = read?.[3]?.split('|');
    if (read === null || name === undefined || !clauseConditionNames.includes(name))
      return `“${part}”, which asks nothing`;
    const known = choices[name];
    if (known === undefined) {
      if (values !== undefined) return `“${part}”: “${name}” takes no value`;
      asked[name] = read[1] === '';
      continue;
    }
    const chosen = values ?? [];
    const wrong = chosen.find((value) => !known.includes(value));
    if (chosen.length === 0 || wrong !== undefined) return `“${part}”: “${name}” is one of ${known.join(', ')}`;
    asked[name] = read[1] === '' ? chosen : known.filter((value) => !chosen.includes(value));
  }
  return asked as ClauseConditions;
}
