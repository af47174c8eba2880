import type { Entity } from '#blueprint';

/** What a target says of the code that it makes. */
export interface CodeMap {
  /** Paths, and what is there. */
  readonly modules: readonly (readonly [path: string, does: string])[];
  /** How a request goes through the code. */
  readonly request: string;
  /** Where the code of an entity is. */
  readonly codeOf: (entity: Entity) => string;
  /** The commands that must be green, in a sentence. */
  readonly checks: string;
}
