import type { Field } from '#blueprint';
import type { DataModel } from '../data-model.ts';
import { compare, field, implies, present, previous } from './grammar/expressions.ts';
import type { Said } from './said.ts';

/** Of each field that is declared to stay as it was given, the rule that says so. */
export function fixedFields({ entities }: DataModel): readonly Said[] {
  return entities.flatMap(({ entity, fields }) =>
    fields
      .filter(({ isFixed, field: given }) => isFixed === true && isPlain(given))
      .flatMap(({ field: { name, label, sources } }) => {
        const kept = compare(field(name), 'eq', previous(name));
        const finding = {
          kind: 'rule',
          entity: entity.id,
          on: ['update'],
          expression: implies(present(previous(name)), kept),
          fields: [name],
        } as const;
        return sources
          .slice(0, 1)
          .map((source) => ({ finding, source, text: `${label}: read-only` }));
      }),
  );
}

/** What can be compared with what it was. */
function isPlain({ type, secret, account, readOnly }: Field): boolean {
  const isMany = type.kind === 'reference' && type.cardinality === 'many';
  return !isMany && !['list', 'json'].includes(type.kind) && !secret && !readOnly && !account;
}
