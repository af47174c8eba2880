import type { EntityGroup } from './entity-groups.ts';
import type { FieldGroup } from './field-groups.ts';

/** A chosen entity with its final name and what is known of its fields. */
export interface DraftEntity {
  readonly key: string;
  readonly name: string;
  readonly plural: string;
  readonly label: string;
  readonly group: EntityGroup;
  readonly fields: readonly FieldGroup[];
}
