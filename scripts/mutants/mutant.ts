/** A fault to plant in a generated service: one edit of one file. */
export interface Mutant {
  readonly name: string;
  /** In the service's folder. */
  readonly file: string;
  /** Occurs exactly once in the file: an edit that no longer applies is an error, not a caught mutant. */
  readonly find: string;
  readonly replace: string;
}

/** Makes the mutants of one file from rows of name, text to find, and text to put there. */
export function mutantsOf(
  file: string,
  rows: readonly (readonly [name: string, find: string, replace: string])[],
): readonly Mutant[] {
  return rows.map(([name, find, replace]) => ({ name, file, find, replace }));
}

/** The text with the fault. @throws if the edit does not apply exactly once */
export function applyMutant({ name, file, find, replace }: Mutant, text: string): string {
  const count = text.split(find).length - 1;
  if (count !== 1) throw new Error(`Mutant '${name}': its text occurs ${count} times in ${file}.`);
  return text.replace(find, () => replace);
}
