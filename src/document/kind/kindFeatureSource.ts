import source from './kindFeatures.yaml';

interface FamilySource {
  readonly says: string;
  readonly words: readonly string[];
}

/** What `kindFeatures.yaml` holds. */
export const kindFeatureSource = source as {
  readonly reasons: Readonly<Record<string, string>>;
  readonly likeness: Readonly<Record<string, string>>;
  readonly titles: Readonly<Record<string, FamilySource>>;
  readonly words: Readonly<Record<string, FamilySource>>;
  readonly greetings: readonly string[];
  readonly farewells: readonly string[];
  /** What a question to the reader begins with. */
  readonly asking: readonly string[];
  /** What is said to a reader without “you”. */
  readonly courtesies: readonly string[];
  /** Who speaks to whom in other languages than English. */
  readonly elsewhere: {
    readonly reader: readonly string[];
    readonly self: readonly string[];
    readonly courtesies: readonly string[];
    /** Found inside words, for languages that write without blanks between them. */
    readonly marks: readonly string[];
  };
  readonly structure: Readonly<Record<string, string | null>>;
};

export const titleFamilies: readonly string[] = Object.keys(kindFeatureSource.titles);
/** Families of titles that proposals have come first; those after them are other documents'. */
export const OFFER_FAMILIES = titleFamilies.indexOf('team') + 1;
export const wordFamilies: readonly string[] = Object.keys(kindFeatureSource.words);
