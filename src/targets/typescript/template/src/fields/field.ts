import type { Issues } from './issues.ts';

/** How a value is kept in a column. */
export interface Codec {
  encode(value: unknown): unknown;
  decode(stored: unknown): unknown;
}

/** What a reference points to, and what happens to its record when that is deleted. */
export interface Reference {
  /** Name of the resource. */
  readonly to: string;
  readonly many: boolean;
  readonly onDelete: 'restrict' | 'cascade' | 'clear';
  /** Its name in paths, where that can't be told from its name in JSON. */
  readonly as: string | undefined;
}

/** References to many records: a set, which is empty rather than null. */
export interface ToMany {
  readonly reference: Reference & { readonly many: true };
}

/** What a kind of field knows about its values. */
export interface Kind<Value> {
  /** Checks a value of a JSON body and brings it into the form that is stored and answered. */
  read(value: unknown, pointer: string, issues: Issues): Value | undefined;
  /** Reads a filter of a query; undefined if it is no such value. Kinds without it can't be filtered or sorted by. */
  parse?(text: string): Value | undefined;
  /** True if greater and smaller mean something. */
  readonly ordered?: boolean;
  /** True if `q` looks into it. */
  readonly searchable?: boolean;
  /** True if values that differ in ASCII case only are the same to `unique`. */
  readonly caseless?: boolean;
  /** Where the stored form differs from the JSON form: on both databases, or on SQLite alone. */
  readonly codec?: Codec;
  readonly sqliteCodec?: Codec;
  readonly reference?: Reference;
}

export interface FieldOptions<Value, Required extends boolean> {
  readonly required?: Required;
  /** Unique within a tenant. */
  readonly unique?: boolean;
  /** Set by the service, refused in requests. */
  readonly readOnly?: boolean;
  /** Accepted in requests, never shown. */
  readonly secret?: boolean;
  /** What a field that was not given holds. */
  readonly default?: Value | ((now: Date) => Value);
  /** Its column, where that is not its name in snake_case. */
  readonly column?: string;
  /** In the resource of the accounts: shows the account's e-mail address or role. */
  readonly account?: 'email' | 'role';
}

/** A property of a resource: its values, its limits, its column. */
export interface Field<Value = unknown, Required extends boolean = boolean> extends Kind<Value> {
  readonly required: Required;
  readonly unique: boolean;
  readonly readOnly: boolean;
  readonly secret: boolean;
  readonly default?: Value | ((now: Date) => Value) | undefined;
  readonly column?: string | undefined;
  readonly account?: 'email' | 'role' | undefined;
}

/** The fields of a resource by JSON name, in the order in which answers show them. */
export type Fields = Readonly<Record<string, Field>>;

/** The record that fields describe. */
export type RecordOf<F extends Fields> = {
  readonly id: string;
} & {
  readonly [K in keyof F]: F[K] extends Field<infer Value, infer Required>
    ? Required extends true
      ? Value
      : F[K] extends ToMany
        ? Value
        : Value | null
    : never;
} & {
  readonly createdAt: string;
  readonly updatedAt: string;
};

export function defineField<Value, Required extends boolean>(
  kind: Kind<Value>,
  options: FieldOptions<Value, Required>,
): Field<Value, Required> {
  return {
    ...kind,
    required: (options.required ?? false) as Required,
    unique: options.unique ?? false,
    readOnly: options.readOnly ?? false,
    secret: options.secret ?? false,
    default: options.default,
    column: options.column,
    account: options.account,
  };
}

/** Defaults that depend on the time of the request. */
export const now = (at: Date): string => at.toISOString();
export const today = (at: Date): string => at.toISOString().slice(0, 10);
