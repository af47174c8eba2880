/**
 * How a language says what is kept of something. Every string is a list of alternatives of a regular expression over
 * text in lower case without accents (`plainLetters`).
 */
export interface FrameWords {
  /** A verb may stand behind its object: "den Betrag tragen wir ein". */
  readonly isVerbLast?: true;
  /** Most of its verbs are nouns, too: "record", "note". */
  readonly nounsAreVerbs?: true;
  /** Before what has the attributes: "for each", "von jedem". */
  readonly each: string;
  /** Verbs whose subject has what follows: "contains", "besteht aus". */
  readonly has: string;
  /** Verbs of somebody who writes down, or chooses, what follows: "enters", "wird … notiert". */
  readonly take: string;
  /** Said of attributes that stand before it: "is recorded", "ist Pflicht". */
  readonly done: string;
  /** Words between a verb and its object: "also", "auch", and in German who does it. */
  readonly between: string;
  /** Where an object ends: "because", "so that", "damit". */
  readonly stop: string;
  /** What a sentence may begin with up to its first comma: "when", "beim". */
  readonly lead: string;
  /** Words of which no name is made: pronouns, prepositions, auxiliary verbs. */
  readonly small: string;
  /** Articles, possessives and the like before a noun. */
  readonly article: string;
  /** Words that join the parts of a name: "de", "di". */
  readonly joint: string;
  readonly not: string;
  /** Those of `take` that say other things as often. */
  readonly weak: string;
  /** Those whose object may be looked for and not kept. */
  readonly looking: string;
  /** Those whose object may be another record: "choose the boat". */
  readonly chosen: string;
  /** The attributes of this sentence must be there. */
  readonly needed: string;
  /** They may be missing. */
  readonly free: string;
  /** A verb in a heading or a story to the noun for what it makes: "book a berth" makes a booking. */
  readonly makes: Readonly<Record<string, string>>;
  /** Words in a heading before what it is about: "what we need to know about". */
  readonly about: string;
}
