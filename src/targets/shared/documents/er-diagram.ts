import { isReference, jsonName } from '#blueprint';
import type { Entity, Field } from '#blueprint';
import { namesOf } from '#contract';
import type { TargetInput } from '../../target.ts';
import { fenced } from '../text/markdown.ts';

/** The entities, their fields and references, as a Mermaid diagram. */
export function erDiagram({ service, contract }: TargetInput): string {
  const nameOf = (entity: Entity) => JSON.stringify(namesOf(contract.names, entity).record);
  const byId = new Map(service.entities.map((entity) => [entity.id, entity]));
  return fenced('mermaid', [
    'erDiagram',
    ...service.entities.flatMap((entity) => [
      `  ${nameOf(entity)} {`,
      '    uuid id PK',
      ...entity.fields.map((field) => `    ${attribute(field)}`),
      '  }',
    ]),
    ...service.entities.flatMap((entity) =>
      entity.fields.filter(isReference).flatMap((field) => {
        const target = byId.get(field.type.entity);
        if (target === undefined) return [];
        return [`  ${nameOf(target)} ${line(field)} ${nameOf(entity)} : ${jsonName(field)}`];
      }),
    ),
  ]);
}

function attribute(field: Field): string {
  const keys = [...(isReference(field) ? ['FK'] : []), ...(field.unique ? ['UK'] : [])].join(', ');
  const facts = [field.required ? 'required' : '', field.secret ? 'secret' : ''].filter(Boolean);
  const comment = facts.length > 0 ? ` "${facts.join(', ')}"` : '';
  return `${typeOf(field)} ${attributeName(jsonName(field))}${keys && ` ${keys}`}${comment}`;
}

function typeOf({ type }: Field): string {
  switch (type.kind) {
    case 'decimal':
      return `decimal(${type.precision}_${type.scale})`;
    case 'list':
      return `${type.items.kind}[]`;
    case 'reference':
      return type.cardinality === 'one' ? 'uuid' : 'uuid[]';
    default:
      return type.kind;
  }
}

/** Mermaid takes some names for keys. */
function attributeName(name: string): string {
  return /^(pk|fk|uk)$/i.test(name) ? `${name}_` : name;
}

/** Crow's feet: how many of the one there are to how many of the other. */
function line({ type, required, unique }: Field): string {
  if (type.kind === 'reference' && type.cardinality === 'many') return '}o--o{';
  return `${required ? '||' : '|o'}--${unique ? 'o|' : 'o{'}`;
}
