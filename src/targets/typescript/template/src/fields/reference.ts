import { defineField } from './field.ts';
import type { Field, FieldOptions, Reference, ToMany } from './field.ts';
import { segment } from './issues.ts';
import { uuidKind } from './text.ts';
import { jsonCodec } from './value.ts';

interface ReferenceOptions {
  /** What happens to this record when the other one is deleted. */
  readonly onDelete?: Reference['onDelete'];
  /** Its name in paths, where that can't be told from its name in JSON. */
  readonly as?: string;
}

/** The id of a record of another resource. */
export function reference<R extends boolean = false>(
  to: string,
  options: FieldOptions<string, R> & ReferenceOptions = {},
): Field<string, R> {
  const onDelete = options.onDelete ?? 'restrict';
  return defineField(
    { ...uuidKind, reference: { to, many: false, onDelete, as: options.as } },
    options,
  );
}

/** A set of ids, kept in a table of its own and answered in ascending order. */
export function references<R extends boolean = false>(
  to: string,
  options: FieldOptions<readonly string[], R> & ReferenceOptions = {},
): Field<readonly string[], R> & ToMany {
  const reference = {
    to,
    many: true,
    onDelete: options.onDelete ?? 'restrict',
    as: options.as,
  } as const;
  const field = defineField(
    {
      read(value, pointer, issues) {
        if (!Array.isArray(value)) return issues.add(pointer, 'type', 'must be a list');
        const ids = new Set<string>();
        for (const [index, item] of value.entries()) {
          if (issues.full) return undefined;
          const at = pointer + segment(String(index));
          const id = uuidKind.read(item, at, issues);
          if (id !== undefined && ids.has(id)) issues.add(at, 'duplicate', 'is there already');
          if (id !== undefined) ids.add(id);
        }
        return ids.size === value.length ? [...ids].toSorted() : undefined;
      },
      codec: jsonCodec,
    },
    options,
  );
  return { ...field, reference };
}
