import type { Language } from '../../words/language.ts';

/** What a phrase of any language does in a sentence. */
export type Cue =
  // How binding it is.
  | 'must' | 'cannot' | 'can' | 'not' | 'only'
  // Clauses; `if-after` marks a condition at its end, as Japanese and Korean do.
  | 'if' | 'if-after' | 'then' | 'unless' | 'until' | 'once' | 'and' | 'or'
  // Comparisons.
  | 'gt' | 'ge' | 'lt' | 'le' | 'eq' | 'ne' | 'after' | 'before' | 'between' | 'to'
  // What is said of a value.
  | 'positive' | 'negative' | 'non-negative' | 'empty' | 'future' | 'past' | 'today' | 'now'
  | 'required' | 'optional' | 'unique' | 'duplicate' | 'immutable' | 'one-of' | 'true' | 'false'
  | 'plus' | 'minus' | 'times'
  // What is measured.
  | 'characters' | 'digits' | 'length' | 'count' | 'sum'
  // Whose, and together with what.
  | 'own' | 'per' | 'combination' | 'same' | 'overlap' | 'have' | 'belong' | 'without'
  // What is done.
  | 'create' | 'read' | 'update' | 'delete' | 'manage' | 'cascade' | 'refuse' | 'exists' | 'start' | 'terminal' | 'creation'
  /** An actor that no role tells apart from the others. */
  | 'someone'
  /** Words that add nothing to a rule. */
  | 'filler';

/** The phrases of one language, folded, separated by ` | `. */
export type Lexicon = Readonly<Partial<Record<Cue, string>>>;

/** The languages whose statements are understood. */
export type LexiconLanguage = Extract<Language, 'en' | 'es' | 'pt' | 'de' | 'fr' | 'it' | 'ru' | 'zh' | 'ja' | 'ko'>;
