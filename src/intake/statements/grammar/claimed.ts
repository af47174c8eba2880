import type { Expression, Field } from '#blueprint';

/** What a clause claims of a record. */
export interface Predicate {
  readonly expression: Expression;
  /** Names of the fields of the record that it speaks of, the one to blame first. */
  readonly fields: readonly string[];
  /** Said without more, the claim is this constraint of one field. */
  readonly constraint?: { readonly field: Field; readonly change: Change };
  /** More constraints of the same claim: "name and price are required". */
  readonly constraints?: readonly { readonly field: Field; readonly change: Change }[];
}

export type Change = Partial<
  Pick<
    Field,
    'required' | 'unique' | 'readOnly' | 'min' | 'max' | 'minLength' | 'maxLength' | 'pattern'
  >
>;

/** All constraints of a claim; empty if it is none. */
export function constraintsOf({
  constraint,
  constraints = [],
}: Predicate): readonly { readonly field: Field; readonly change: Change }[] {
  return constraint ? [constraint, ...constraints] : constraints;
}
