import type { BlockType, Kind } from '../document/draft/draft';
import type { ClauseConditions } from '../language/clause/clauseConditions';
import type { FormTable } from '../language/inflect';
import type { Placing } from './placing';

export const families = [
  'accusation',
  'demand',
  'ultimatum',
  'zero-sum',
  'negative-frame',
  'absolute',
  'dismissal',
  'condescension',
  'heat',
  'irritator',
  'weak-position',
  'price-only',
  'closed-question',
  'limit-leak',
  'positional',
] as const;

export type Family = (typeof families)[number];

export type Severity = 'hint' | 'information' | 'warning';

/** What the wording does to the writer's case: raises resistance, gives strength away, or only might. */
export type Stance = 'hostile' | 'weak' | 'hint';

/** A experiment or field data · B observed behaviour · C practitioner advice · X studies disagree. */
export type Grade = 'A' | 'B' | 'C' | 'X';

/** A family file as it is written in YAML; `rules.schema.json` says the same for editors. */
export interface RuleFile {
  readonly family: Family;
  readonly title?: string;
  readonly summary?: string;
  /** Named word lists for the patterns of this file, on top of `lists.yaml`. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  readonly rules: Readonly<Record<string, RuleSource>>;
}

export interface RuleSource {
  readonly title: string;
  /** Ids that the rule, or a rule that became part of it, had before; settings and ignore comments may go on naming them. */
  readonly aliases?: readonly string[];
  readonly severity: Severity;
  readonly stance: Stance;
  readonly grade: Grade;
  readonly sources: readonly string[];
  /** One short neutral sentence; `{text}` stands for the words found, `{words}` for those of them that decided. */
  readonly message: string;
  /** Why a reader may resist, and what the evidence is worth. */
  readonly why: string;
  /** The wordings, as patterns. A rule has these or is `judged`. */
  readonly match?: readonly string[];
  /**
   * No list of wordings decides: `charge` weighs words (charge.yaml), `loudness` looks at how the sentence is written, `tenor` weighs
   * the sentence as a whole (tenor.json).
   */
  readonly judged?: 'charge' | 'loudness' | 'tenor';
  /** Silent where one of these touches the words found (overlaps them or stands right beside them). */
  readonly unless?: readonly string[];
  /** Silent where one of these stands anywhere in the sentence. */
  readonly 'unless-sentence'?: readonly string[];
  readonly when?: Conditions;
  /** Capitals count in the words of the patterns. */
  readonly case?: 'exact';
  /** Best first, three at most. An empty text takes the words out. */
  readonly rephrase?: readonly RephrasingSource[];
  /** A sentence to fill in where no swap of words helps; `{name}` is a place to fill in. */
  readonly frame?: string;
  /** `false` where these words mean the same in any text: what is found is shown with the severity of the rule. */
  readonly weighed?: false;
  /** Other ways to say the same, with their own conditions and rephrasings; what is said of them is what is said of the rule. */
  readonly forms?: readonly FormSource[];
  readonly examples: Examples;
}

/** What belongs to the words of a rule, and not to what is said of them. */
export type OfWords = 'match' | 'unless' | 'unless-sentence' | 'when' | 'rephrase' | 'frame' | 'weighed';

/** A form may say in its own message and reason what the rule's would not say rightly of its words. */
export type FormSource = Pick<RuleSource, OfWords> & Partial<Pick<RuleSource, 'message' | 'why'>>;

export interface Examples {
  readonly fires: readonly Example[];
  readonly silent: readonly string[];
}

/** What must hold of the clause that the words found stand in, and of the sentence around them. */
export interface Conditions extends ClauseConditions {
  /** The sentence ends in a question mark (true) or does not (false). */
  readonly question?: boolean;
  /** Somebody is addressed: you, your, yours, yourself. */
  readonly reader?: boolean;
  /** The writer speaks of "I" or "we". */
  readonly writer?: boolean;
  /** A reason is given in the sentence: because, since, so that, due to. */
  readonly reason?: boolean;
  /** The words found open the sentence. */
  readonly start?: boolean;
  /** Fire although "not", "never" or "without" stands just before. */
  readonly negated?: boolean;
  readonly kinds?: readonly Kind[];
  readonly blocks?: readonly BlockType[];
  /** Fewest words that the sentence must have. */
  readonly words?: number;
}

export type RephrasingSource = string | ({ readonly to: string; readonly safe?: boolean } & Placing);

/** The words that must be found stand in square brackets; `becomes` is the text after the first rephrasing. */
export type Example = string | { readonly text: string; readonly becomes?: string };

/** A rule as content preparation leaves it: roots written out, word forms paired. */
export interface PreparedRule extends Omit<RuleSource, 'rephrase' | 'examples' | 'forms'> {
  /** Left out of the bundles that only judge: they come from a file of their own when a page is shown. */
  readonly examples?: Examples;
  readonly rephrase?: readonly PreparedRephrasing[];
  readonly forms?: readonly PreparedForm[];
}

export interface PreparedForm extends Omit<FormSource, 'rephrase'> {
  readonly rephrase?: readonly PreparedRephrasing[];
}

export interface PreparedRephrasing extends Placing {
  readonly to: string;
  readonly safe?: boolean;
  /** For each `{from>to}` in the text, in order, the forms of one with those of the other. */
  readonly forms?: readonly FormTable[];
}

export interface Suggestion {
  /** Replaces `start..end` where they are given, else the finding's range, exactly. */
  readonly text: string;
  /** Offsets in the document, UTF-16 code units, end exclusive: a whole clause or sentence. */
  readonly start?: number;
  readonly end?: number;
  /** The text has blanks for what it does not know, written `[what]`. */
  readonly frame?: boolean;
  /** True when the rephrasing can be applied without being read: same facts, numbers, names, negation and duty. */
  readonly safe: boolean;
  /** What the meaning guard saw change. */
  readonly changes?: readonly MeaningChange[];
}

export type MeaningChange = 'number' | 'name' | 'date' | 'negation' | 'duty';

/** Offsets are UTF-16 code units from the start of the document, ends exclusive. */
export interface Finding {
  readonly ruleId: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly stance: Stance;
  readonly message: string;
  readonly why: string;
  readonly grade: Grade;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
}
