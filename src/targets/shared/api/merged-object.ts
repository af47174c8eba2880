import { unionOf } from './api-type.ts';
import type { ApiDeclaration, ApiProperty, ApiType } from './api-type.ts';

type ObjectType = Extract<ApiDeclaration['type'], { kind: 'object' }>;
type Declarations = ReadonlyMap<string, ApiDeclaration>;

const DEEPEST = 16;

/**
 * All of several types as one object, for languages whose types can't be added up; undefined where some of
 * them is no object. Of a choice between objects every property may be there.
 */
export function mergedObject(type: ApiType, known: Declarations): ObjectType | undefined {
  return shapeOf(type, known, DEEPEST);
}

function shapeOf(
  type: ApiDeclaration['type'],
  known: Declarations,
  depth: number,
): ObjectType | undefined {
  if (depth === 0) return undefined;
  if (type.kind === 'object') return type;
  if (type.kind === 'map') return { kind: 'object', properties: [], open: true };
  if (type.kind === 'named') {
    const declared = known.get(type.name)?.type;
    return declared && shapeOf(declared, known, depth - 1);
  }
  if (type.kind !== 'all' && type.kind !== 'union') return undefined;
  const shapes = type.of
    .filter(({ kind }) => kind !== 'null')
    .map((one) => shapeOf(one, known, depth - 1));
  const objects = shapes.filter((shape) => shape !== undefined);
  if (objects.length < shapes.length || objects.length === 0) return undefined;
  const isAll = type.kind === 'all';
  const names = new Set(objects.flatMap(({ properties }) => properties.map(({ name }) => name)));
  return {
    kind: 'object',
    open: objects.some(({ open }) => open),
    properties: [...names].map((name) => merged(name, objects, isAll)),
  };
}

function merged(name: string, shapes: readonly ObjectType[], isAll: boolean): ApiProperty {
  const own = shapes.flatMap(({ properties }) => properties.filter((one) => one.name === name));
  const required = isAll
    ? own.some((one) => one.required)
    : own.length === shapes.length && own.every((one) => one.required);
  const types = own.map(({ type }) => type);
  return { name, required, type: isAll ? narrowest(types) : unionOf(types) };
}

/** What is one of a few values is narrower than any text; else types that differ say nothing. */
function narrowest(types: readonly ApiType[]): ApiType {
  const telling = types.filter(({ kind }) => kind !== 'any');
  const literal = telling.find(({ kind }) => kind === 'literal');
  if (literal) return literal;
  const different = new Set(telling.map((type) => JSON.stringify(type)));
  const [first] = telling;
  return first && different.size === 1 ? first : { kind: 'any' };
}
