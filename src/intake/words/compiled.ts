/**
 * Makes Node compile a pattern for the machine at its first use, which this is. Else it would compile it twice:
 * for its interpreter, and at the second use for the machine. Only with texts of a thousand characters it does
 * not wait. For patterns that are used again and again: a run of intake has hundreds, and little else to do.
 */
export function compiled(pattern: RegExp): RegExp {
  const { lastIndex } = pattern;
  pattern.exec(LONG);
  pattern.lastIndex = lastIndex;
  return pattern;
}

/** Of a character that starts nothing: to look through it takes microseconds. */
const LONG = '\u0001'.repeat(1000);
