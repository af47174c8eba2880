import type { ApiDeclaration, ApiType } from '../../shared/api/api-type.ts';
import { mergedObject } from '../../shared/api/merged-object.ts';
import { literal } from '../emit/code.ts';
import type { Imports } from '../emit/imports.ts';

/** What the types of one file are written with. */
export interface ModelScope {
  readonly imports: Imports;
  /** All declarations of the contract, by name. */
  readonly known: ReadonlyMap<string, ApiDeclaration>;
  /** The names of component schemas: they stand in a file of their own. */
  readonly components: ReadonlySet<string>;
  /** False in that file. */
  readonly isGroup: boolean;
  /** A type name that nothing else has. */
  freshName(wanted: string): string;
}

/** Names that mean something else in files that declare types of an API. */
export const RESERVED_TYPES = [
  'ApiRequest Answer Model Field UploadFile TypeAliasType Database Request',
  'Any Literal Never None True False',
].flatMap((words) => words.split(' '));

/** A type as Python, on one line. */
export function typeCode(type: ApiType, scope: ModelScope): string {
  const { imports } = scope;
  const of = (one: ApiType) => typeCode(one, scope);
  switch (type.kind) {
    case 'named': {
      if (!scope.isGroup || !scope.components.has(type.name)) return type.name;
      return `${imports.use('app.operations', 'schemas')}.${type.name}`;
    }
    case 'text':
      return 'str';
    case 'integer':
      return 'int';
    case 'number':
      return 'float';
    case 'boolean':
      return 'bool';
    case 'null':
      return 'None';
    case 'never':
      return imports.use('typing', 'Never');
    case 'any':
      return imports.use('typing', 'Any');
    case 'bytes':
      return 'bytes';
    case 'file':
      return imports.use('starlette.datastructures', 'UploadFile');
    case 'literal':
      return literalCode([type.value], imports);
    case 'list':
      return `list[${of(type.item)}]`;
    case 'map':
      return `dict[str, ${of(type.value)}]`;
    case 'union':
      return unionCode(type.of, of, imports);
    case 'all':
      return mergedObject(type, scope.known)
        ? `dict[str, ${imports.use('typing', 'Any')}]`
        : imports.use('typing', 'Any');
  }
}

function unionCode(
  types: readonly ApiType[],
  of: (type: ApiType) => string,
  imports: Imports,
): string {
  const texts = types.flatMap((type) =>
    type.kind === 'literal' && typeof type.value === 'string' ? [type.value] : [],
  );
  const others = types.filter(
    (type) => type.kind !== 'null' && !(type.kind === 'literal' && typeof type.value === 'string'),
  );
  const isText = others.some(({ kind }) => kind === 'text');
  const codes = [
    ...(texts.length > 0 && !isText ? [literalCode(texts, imports)] : []),
    ...others.map(of),
    ...(types.some(({ kind }) => kind === 'null') ? ['None'] : []),
  ];
  return [...new Set(codes)].join(' | ');
}

/** Numbers are not told apart: `1` and `1.0` are one in JSON, and two in Python. */
function literalCode(values: readonly (string | number | boolean)[], imports: Imports): string {
  const [first] = values;
  if (typeof first === 'boolean') return 'bool';
  if (typeof first === 'number') return Number.isInteger(first) ? 'int' : 'float';
  return `${imports.use('typing', 'Literal')}[${values.map((value) => literal(String(value))).join(', ')}]`;
}
