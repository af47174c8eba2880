import type { FieldType } from '#blueprint';
import type { Imports } from '../emit/imports.ts';

/** The Python type of the values of a field. */
export function pythonType(type: FieldType, imports: Imports): string {
  const base = (name: string) => imports.use('app.database.base', name);
  switch (type.kind) {
    case 'integer':
      return 'int';
    case 'number':
      return 'float';
    case 'boolean':
      return 'bool';
    case 'date':
      return base('Date');
    case 'datetime':
      return base('DateTime');
    case 'uuid':
      return base('UUID');
    case 'decimal':
    case 'money':
      return base('Decimal');
    case 'json':
      return base('Json');
    case 'list':
      return `list[${base('Json')}]`;
    case 'reference':
      return type.cardinality === 'many' ? `list[${base('UUID')}]` : base('UUID');
    default:
      return 'str';
  }
}
