/** Why there is no value. */
export type UnknownCode =
  /** It is null: written so, or in the data. */
  | 'null'
  /** Nobody gave it. */
  | 'missing'
  /** The operands do not fit each other or the operation. */
  | 'type'
  | 'division-by-zero'
  /** A text that cannot be read as a number, date or duration; an argument outside of what is allowed. */
  | 'argument'
  /** Not in the record that was given. */
  | 'outside'
  /** A regular expression that is not in the language. */
  | 'pattern'
  /** No row of a decision table matches; or several do that may not. */
  | 'no-row'
  | 'conflict'
  /** A decision that depends on itself. */
  | 'cycle'
  /** The work or the result would be too large. */
  | 'limit';

/** A value that is not known, with the reason: what three-valued logic calculates with. FEEL writes `null`. */
export class Unknown {
  readonly code: UnknownCode;
  /** A name, an operation, or what was found instead. */
  readonly about: string;

  constructor(code: UnknownCode, about = '') {
    this.code = code;
    this.about = about;
  }
}

const sentences: Readonly<Record<UnknownCode, (about: string) => string>> = {
  null: (about) => (about ? `${about} is null` : 'null'),
  missing: (about) => `${about} is not given`,
  type: (about) => about,
  'division-by-zero': () => 'division by zero',
  argument: (about) => about,
  outside: (about) => `${about} is outside of the record`,
  pattern: (about) => `the pattern ${about} is not supported`,
  'no-row': () => 'no row matches',
  conflict: (about) => about,
  cycle: (about) => `${about} depends on itself`,
  limit: (about) => `${about} is too large`,
};

/** The reason as a person reads it. */
export function reasonOf({ code, about }: Unknown): string {
  return sentences[code](about);
}
