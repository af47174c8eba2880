import type { Blueprint, Entity, Field, FieldType } from '#blueprint';

/**
 * The data of a blueprint in a line for each entity, as docs/notations.md shows it:
 * `order: number integer!#, customer → customer!, status enum(open|paid)`; `!` is required, `#` unique, `@` the account.
 */
export function outline(blueprint: Blueprint | undefined): readonly string[] {
  if (blueprint === undefined) return ['refused'];
  return blueprint.system.services.flatMap((service) => service.entities).map(entityLine);
}

function entityLine(entity: Entity): string {
  const fields = entity.fields.map(fieldText).join(', ');
  const keys = entity.keys.map((key) => `unique(${key.fields.join(', ')})`);
  return [`${entity.account ? '@' : ''}${entity.name}: ${fields || '-'}`, ...keys].join('; ');
}

function fieldText(field: Field): string {
  const limits = [
    field.min === undefined ? '' : ` ${field.min.exclusive ? '>' : '>='}${field.min.value}`,
    field.max === undefined ? '' : ` ${field.max.exclusive ? '<' : '<='}${field.max.value}`,
    field.minLength === undefined ? '' : ` min${field.minLength}`,
    field.maxLength === undefined ? '' : ` max${field.maxLength}`,
    field.secret ? ' secret' : '',
    field.default === undefined
      ? ''
      : ` =${'value' in field.default ? String(field.default.value) : field.default.kind}`,
  ];
  const marks = `${field.required ? '!' : ''}${field.unique ? '#' : ''}`;
  return `${field.name} ${typeText(field.type)}${marks}${limits.join('')}`;
}

function typeText(type: FieldType): string {
  switch (type.kind) {
    case 'reference':
      return `→ ${type.entity}${type.cardinality === 'many' ? '[]' : ''}`;
    case 'enum':
      return `enum(${type.values.map(({ value }) => value).join('|')})`;
    case 'list':
      return `${typeText(type.items)}[]`;
    case 'decimal':
      return `decimal(${type.precision},${type.scale})`;
    default:
      return type.kind;
  }
}
