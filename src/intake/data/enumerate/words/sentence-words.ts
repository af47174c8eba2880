/**
 * The small words around an enumeration in one language: "For **each** lamp **we store the following:** …".
 * Folded, separated by blanks; `_` joins words that belong together, `*` stands for any ending.
 */
export interface SentenceWords {
  /** "each": what follows is a kind of record. */
  readonly each: string;
  readonly article: string;
  /** "of", "for", "about": what follows has the attributes. */
  readonly of: string;
  /** Prepositions that end a noun phrase. */
  readonly at: string;
  /** Its subject has what follows: "has", "consists of". */
  readonly have: string;
  /** What follows is kept: "store", "write down", "recorded". */
  readonly keep: string;
  readonly is: string;
  /** Whoever keeps: "we", "the system". */
  readonly who: string;
  /** "attributes", "following data". */
  readonly info: string;
  readonly with: string;
  /** "which", "when", "whether": a clause that says an attribute. */
  readonly which: string;
  /** Stands for what was spoken of before. */
  readonly it: string;
  /** Says little: "also", "about", "usually". */
  readonly small: string;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  /** Nouns that are attributes of something, beside those that tell a type. */
  readonly attribute: string;
}
