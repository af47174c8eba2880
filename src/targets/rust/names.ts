import { jsonName, pascalCase, snakeCase } from '#blueprint';
import type { Entity, Field } from '#blueprint';
import { columnName, derivedColumn, tableName } from '../shared/database/sql-names.ts';
import { boundedName } from '../shared/text/bounded-name.ts';

const words = (...lines: readonly string[]) => new Set(lines.flatMap((line) => line.split(' ')));

/** Words that can be names if `r#` stands before them. */
const KEYWORDS = words(
  'abstract as async await become box break const continue do dyn else enum extern false final fn for',
  'gen if impl in let loop macro match mod move mut override priv pub ref return static struct trait',
  'true try type typeof unsafe unsized use virtual where while yield',
);
/** Words that can't be names at all. */
const FORBIDDEN = words('self super crate');
/** Modules beside those of the resources, and crates. */
const TAKEN_MODULES = words('core std alloc proc_macro test con prn aux nul');
/** Types that the files of a resource use, and those of Rust itself. */
const TAKEN_TYPES = words(
  'Self String Vec Option Some None Ok Err Result Box Arc Default Clone Debug Copy Send Sync Drop Fn',
  'Iterator From Into Entity Field Key Reference OnDelete Grant Grants EventTypes AccountPart Check Rule',
  'Transition Lifecycle Occasion Truth Serialize Uuid NaiveDate Moment Decimal Json List Resource Access',
  'Create Read Update Delete State Response Failure HeaderMap RecordId NoQuery JsonBody QueryParameters',
  'IdempotencyKey OpenApiRouter Shown Page CreateBody ReplaceBody PatchBody ListParameters Line Text',
  'Integer Number Exact Choice ChoiceOf Id Flag FreeJson Items IdSet Day Time Email Url Phone Definition',
  'PatternError Stored Value Operand Resources MigrationFile AnyResource Surroundings ToSchema',
);

/** Can this not be the name of a module or a function? */
export function isReservedWord(name: string): boolean {
  return [KEYWORDS, FORBIDDEN, TAKEN_MODULES].some((taken) => taken.has(name));
}

/** The Rust names of an entity. */
export interface EntityNames {
  /** `Order` */
  readonly type: string;
  /** `order_lines`: its module below `resources`. */
  readonly module: string;
  readonly table: string;
}

export function entityNames(entity: Entity): EntityNames {
  const type = pascalCase(entity.name);
  const module = boundedName(snakeCase(entity.plural), 90, '_');
  return {
    type: TAKEN_TYPES.has(type) ? `${type}Record` : type,
    module: isReservedWord(module) ? `${module}_` : module,
    table: tableName(entity),
  };
}

/** The attribute of a field, and how its column and its JSON name differ from what follows from it. */
export interface FieldNames {
  readonly attribute: string;
  readonly column: string | undefined;
  readonly json: string | undefined;
}

export function fieldNames(field: Field): FieldNames {
  const json = jsonName(field);
  const derived = boundedName(derivedColumn(json), 90, '_');
  const plain = /^\d/.test(derived) ? `field_${derived}` : derived;
  const raw = KEYWORDS.has(plain) ? `r#${plain}` : plain;
  const attribute = FORBIDDEN.has(plain) ? `${plain}_` : raw;
  const column = columnName(field);
  return {
    attribute,
    column: column === attribute ? undefined : column,
    json: derivedJson(plain) === json && attribute === raw ? undefined : json,
  };
}

/** What serde makes of an attribute: camelCase. */
function derivedJson(attribute: string): string {
  const [first = '', ...rest] = attribute.split('_');
  return first + rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}

/** The type of the choices of a field: `OrderStatus`. */
export function choiceType(entity: Entity, field: Field): string {
  return `${entityNames(entity).type}${pascalCase(field.name)}`;
}

/** A name in snake_case, such as that of a handler. */
export function functionName(words: string): string {
  return boundedName(snakeCase(words), 60, '_').replace(/_+/g, '_');
}
