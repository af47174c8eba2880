import type { FieldType } from '#blueprint';
import { call, literal } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';

/** The type of a column in a migration, which must not change when the code of the service does. */
export function columnType(type: FieldType): Code {
  switch (type.kind) {
    case 'integer':
      return 'sa.BigInteger()';
    case 'number':
      return 'sa.Double()';
    case 'boolean':
      return 'sa.Boolean()';
    case 'date':
      return 'sa.Date()';
    case 'datetime':
      return 'TIME';
    case 'uuid':
    case 'reference':
      return 'sa.Uuid()';
    case 'decimal':
      return decimalType(type.precision, type.scale);
    case 'money':
      return decimalType(15, 2);
    case 'json':
    case 'list':
      return 'sa.JSON()';
    default:
      return 'TEXT';
  }
}

/** SQLite has no decimals: they are whole numbers of units, or from 19 digits on text. */
function decimalType(precision: number, scale: number): Code {
  const kept = precision <= 18 ? 'sa.BigInteger()' : 'sa.Text()';
  return call(`sa.Numeric(${precision}, ${scale}).with_variant`, [kept, literal('sqlite')]);
}

/** `sa.Column("name", …)` */
export function columnCode(name: string, type: Code, nullable = false): Code {
  return call('sa.Column', [literal(name), type], { nullable: nullable ? 'True' : 'False' });
}
