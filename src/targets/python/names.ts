import { jsonName, pascalCase, snakeCase } from '#blueprint';
import type { Entity, Field } from '#blueprint';
import { columnName, derivedColumn, tableName } from '../shared/database/sql-names.ts';

/** Words that Python, SQLAlchemy, Pydantic or the service's own base classes have taken. */
const TAKEN = new Set(
  [
    'and as assert async await break class continue def del elif else except finally for from global',
    'if import in is lambda nonlocal not or pass raise return try while with yield none true false',
    'int str float bool list dict set tuple bytes object type property print id',
    'metadata registry mapped_column relationship sa',
    'tenant_id created_by created_at updated_at version',
    'copy json construct schema validate dict fields of whole patch to_json model_config',
  ].flatMap((words) => words.split(' ')),
);
/** Classes that the files of a resource import, and those of Python itself. */
const TAKEN_CLASSES = new Set(
  [
    'None True False Any UUID Base Date DateTime Decimal Json Link Record Mapped Answer Body Field',
    'Identity Time Annotated Check Rule Truth Lifecycle Transition Resource Reference EventTypes',
    'Choice Day Email ExactNumber Flag FreeJson Id IdSet Integer Items Line Moment Money Number',
    'Phone Text Url Literal AssociationProxy Exception',
  ].flatMap((words) => words.split(' ')),
);

/** The Python names of an entity. */
export interface EntityNames {
  /** `Order` */
  readonly type: string;
  /** `order_lines`: its package below `app/resources`, and the name of its resource there. */
  readonly module: string;
  readonly table: string;
}

export function entityNames(entity: Entity): EntityNames {
  const type = pascalCase(entity.name);
  const module = bounded(snakeCase(entity.plural));
  return {
    type: TAKEN_CLASSES.has(type) || /Answer$|Body$/.test(type) ? `${type}Model` : type,
    module: TAKEN.has(module) ? `${module}_` : module,
    table: tableName(entity),
  };
}

/** The attribute of a field, and how its JSON name and its column differ from what follows from it. */
export interface FieldNames {
  readonly attribute: string;
  readonly alias: string | undefined;
  readonly column: string | undefined;
}

export function fieldNames(field: Field): FieldNames {
  const json = jsonName(field);
  const plain = bounded(derivedColumn(json));
  const reserved = TAKEN.has(plain) || plain.startsWith('model_') || /^\d/.test(plain);
  const attribute = reserved ? `${plain}_` : plain;
  const column = columnName(field);
  return {
    attribute,
    alias: derivedJson(attribute) === json ? undefined : json,
    column: column === attribute ? undefined : column,
  };
}

/** What the service takes for the JSON name where none is given: `json_name` of its schemas. */
function derivedJson(attribute: string): string {
  const [first = '', ...rest] = attribute.replace(/^_+|_+$/g, '').split('_');
  return first + rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}

function bounded(name: string): string {
  return name.slice(0, 90).replace(/_+$/, '');
}
