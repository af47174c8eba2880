/** A way of writing requirements down, and what it becomes; published in docs/notations.md and tested. */
export interface Notation {
  readonly name: string;
  readonly text: string;
  /** The outline of the blueprint (see `outline.ts`), or `refused`. */
  readonly becomes: readonly string[];
}
