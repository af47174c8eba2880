import type { ReferenceField } from '#blueprint';
import type { World } from '../several/world.ts';

/** A record as JSON shows it, by JSON name. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** What examples are made for. */
export interface ExampleSetting {
  /** Different serials give different records: unique values do not meet. */
  readonly serial: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The roles of the caller. */
  readonly roles: readonly string[];
  /** Ids that a reference may name, the best first; none where no such record exists. */
  references(field: ReferenceField): readonly string[];
  /** The records that references name; without them rules that read those are unknown. */
  readonly world?: World;
}
