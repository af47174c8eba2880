import type {
  Entity,
  Field,
  Integration,
  Key,
  Lifecycle,
  Permission,
  Process,
  Quality,
  Role,
  Rule,
  OpenQuestion,
  Story,
} from '#blueprint';
import type { Diagnostic } from '#diagnostics';
import type { LineNote } from './coverage/line-note.ts';

/** What the sentences of the requirements say about a data model. Every node carries its `sources`. */
export interface StatementClaims {
  readonly roles: readonly Role[];
  /** Fields that only sentences name, such as the state of a lifecycle. */
  readonly fields: readonly { readonly entity: Entity['id']; readonly field: Field }[];
  readonly constraints: readonly FieldConstraint[];
  readonly keys: readonly { readonly entity: Entity['id']; readonly key: Key }[];
  readonly rules: readonly { readonly entity: Entity['id']; readonly rule: Rule }[];
  /** At most one for each entity. */
  readonly lifecycles: readonly { readonly entity: Entity['id']; readonly lifecycle: Lifecycle }[];
  readonly permissions: readonly Permission[];
  readonly processes: readonly Process[];
  readonly stories: readonly Story[];
  readonly integrations: readonly Integration[];
  readonly qualities: readonly Quality[];
  readonly questions: readonly OpenQuestion[];
  readonly diagnostics: readonly Diagnostic[];
  /** Lines that were understood and model nothing, or cannot be modelled yet, each with its reason. */
  readonly notes: readonly LineNote[];
}

/** A sentence about one field that exists: "ISBN must be unique", "the title has at most 80 characters". */
export interface FieldConstraint {
  readonly entity: Entity['id'];
  /** Name of the field. */
  readonly field: string;
  readonly change: Partial<
    Pick<
      Field,
      | 'type'
      | 'required'
      | 'unique'
      | 'readOnly'
      | 'secret'
      | 'default'
      | 'min'
      | 'max'
      | 'minLength'
      | 'maxLength'
      | 'pattern'
    >
  >;
  readonly sources: Field['sources'];
}
