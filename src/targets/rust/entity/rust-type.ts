import type { Entity, Field } from '#blueprint';
import type { Uses } from '../emit/uses.ts';
import { choiceType } from '../names.ts';

/** The Rust type of the values of a field. */
export function rustType(entity: Entity, field: Field, uses: Uses): string {
  const { type } = field;
  switch (type.kind) {
    case 'integer':
      return 'i64';
    case 'number':
      return 'f64';
    case 'boolean':
      return 'bool';
    case 'date':
      return uses.use('chrono', 'NaiveDate');
    case 'datetime':
      return uses.use('crate::clock', 'Moment');
    case 'uuid':
      return uses.use('uuid', 'Uuid');
    case 'decimal':
    case 'money':
      return uses.use('crate::database', 'Decimal');
    case 'json':
      return uses.use('crate::fields', 'Json');
    case 'list':
      return uses.use('crate::fields', 'List');
    case 'enum':
      return choiceType(entity, field);
    case 'reference':
      uses.use('uuid', 'Uuid');
      return type.cardinality === 'many' ? 'Vec<Uuid>' : 'Uuid';
    default:
      return 'String';
  }
}
