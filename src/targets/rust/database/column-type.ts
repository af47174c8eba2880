import type { FieldType } from '#blueprint';

export type Dialect = 'sqlite' | 'postgres';

/** The type of a column that holds values of a field type, as the service stores them. */
export function columnType(type: FieldType, dialect: Dialect): string {
  const [sqlite, postgres] = types(type);
  return dialect === 'sqlite' ? sqlite : postgres;
}

function types(type: FieldType): readonly [string, string] {
  switch (type.kind) {
    case 'integer':
      return ['integer', 'bigint'];
    case 'number':
      return ['real', 'double precision'];
    case 'boolean':
      return ['integer', 'boolean'];
    case 'date':
      return ['text', 'date'];
    case 'datetime':
      return ['text', 'timestamptz(3)'];
    case 'uuid':
    case 'reference':
      return ['text', 'uuid'];
    case 'decimal':
      return decimalTypes(type.precision, type.scale);
    case 'money':
      return decimalTypes(15, 2);
    case 'json':
    case 'list':
      return ['text', 'json'];
    default:
      return ['text', 'text collate "C"'];
  }
}

/** SQLite has no decimals: they are whole numbers of units, or from 19 digits on text that sorts as they do. */
function decimalTypes(precision: number, scale: number): readonly [string, string] {
  return [precision <= 18 ? 'integer' : 'text', `numeric(${precision}, ${scale})`];
}
