/** Who does or is what a clause says. `thing` covers all that is no person; `nobody` is "there is", "nothing" and a clause without a subject. */
export type Subject = 'writer' | 'reader' | 'third' | 'thing' | 'nobody';

/** `order` has no subject ("Send it"); `wish` and `offer` are the writer's own ("I would like", "we can"). */
export type Mood = 'statement' | 'question' | 'order' | 'wish' | 'offer';

export type Tense = 'past' | 'present' | 'future' | 'none';

export type Modal = 'must' | 'should' | 'can' | 'will' | 'would' | 'may';

/** Whose word a clause is: `claimed` somebody's ("you claim that"), `supposed` an opinion ("I thought you"). */
export type Report = 'claimed' | 'supposed' | 'none';

/** One clause of a sentence as it was read. Token indices, ends exclusive. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly subject: Subject;
  /** The first verb of the verb group, or -1 where none was seen. */
  readonly verb: number;
  /** "you" stands in the clause, or the clause is an order. */
  readonly addressed: boolean;
  /** "your" stands in the clause. */
  readonly possessed: boolean;
  /** The writer stands in the clause: "I", "us", "our". */
  readonly writer: boolean;
  readonly negated: boolean;
  readonly tense: Tense;
  readonly modal?: Modal;
  readonly mood: Mood;
  readonly passive: boolean;
  readonly reported: Report;
  /** "if you don't", "unless". */
  readonly conditional: boolean;
  /** The clause gives a reason itself: "because …". */
  readonly reason: boolean;
  /** "which …", "who …". */
  readonly relative: boolean;
  readonly polite: boolean;
  readonly intensified: boolean;
  readonly hedged: boolean;
}

/** What stands beside the clauses of a sentence, and the clauses, in order and without gaps. */
export interface SentenceReading {
  readonly clauses: readonly Clause[];
  readonly question: boolean;
  readonly exclaims: boolean;
  /** A reason is given somewhere in the sentence. */
  readonly reason: boolean;
  readonly apology: boolean;
  readonly thanks: boolean;
  readonly agreement: boolean;
  /** Laughter, a smile or a joke that is owned up to. */
  readonly play: boolean;
  /** The writer owns up: "my mistake", "I messed up". */
  readonly ownFault: boolean;
}
