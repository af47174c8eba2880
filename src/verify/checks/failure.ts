/** What a check found wrong; ends the check. */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';
}

/** A check that can't be made of this blueprint, such as one that needs a record which no rule allows. */
export class Untestable extends Error {
  override readonly name = 'Untestable';
}
