/** What a temporal guard hears of. */
export type Letter = { readonly node: number; readonly what: 'begin' | 'complete' };

/** A temporal guard as a deterministic automaton: from state to state by letters, the first state is 0. */
export interface Automaton {
  /** Letters that it hears; others change nothing. */
  readonly letters: readonly Letter[];
  /** By state, then by letter: the next state, or {@link REFUSED}. */
  readonly table: readonly (readonly number[])[];
}

/** The step may not be taken. */
export const REFUSED = -1;

/** The state after something happened; the same for what the guard does not hear of. */
export function nextState(
  { letters, table }: Automaton,
  state: number,
  node: number,
  what: Letter['what'],
): number {
  const letter = letters.findIndex((one) => one.node === node && one.what === what);
  return letter === -1 ? state : (table[state]?.[letter] ?? REFUSED);
}
