import { follow, isRecord, lookUp } from '#blueprint';
import { allOf, unionOf } from './api-type.ts';
import type { ApiDeclaration, ApiProperty, ApiType } from './api-type.ts';
import type { TypeNames } from './type-names.ts';

type Json = Readonly<Record<string, unknown>>;

/** What the types of one file are read with. */
export interface TypeScope {
  /** Where types without a name of their own are declared. */
  readonly declarations: ApiDeclaration[];
  /** Inside of a form, where a text may be a file. */
  readonly form?: boolean;
}

/** Schemas of an OpenAPI document → types with names. Components keep theirs; objects inside get new ones. */
export class ApiTypes {
  readonly #document: Json;
  readonly #names: TypeNames;
  /** By JSON pointer of the schema. */
  readonly #known = new Map<string, string>();

  constructor(document: Json, names: TypeNames) {
    this.#document = document;
    this.#names = names;
    for (const name of Object.keys(this.#components()))
      this.#known.set(`/components/schemas/${escaped(name)}`, names.take(name));
  }

  /** The declarations of all component schemas, and of what is inside of them. */
  components(): readonly ApiDeclaration[] {
    return Object.entries(this.#components()).flatMap(([key, schema]) => {
      const scope: TypeScope = { declarations: [] };
      const name = this.#known.get(`/components/schemas/${escaped(key)}`) ?? '';
      const declaration = this.#declare(name, schema, scope);
      return [declaration, ...scope.declarations];
    });
  }

  /** The type of a schema; `words` name what has to be declared for it. */
  typeOf(schema: unknown, scope: TypeScope, ...words: readonly string[]): ApiType {
    const read = this.#read(schema, scope, words);
    return read.kind === 'all' ? this.#named(read, scope, words) : read;
  }

  #read(schema: unknown, scope: TypeScope, words: readonly string[]): ApiType {
    if (schema === false) return { kind: 'never' };
    if (!isRecord(schema)) return { kind: 'any' };
    if (typeof schema['$ref'] === 'string')
      return this.#reference(schema['$ref'].slice(1), scope, words);
    const { type, enum: values, nullable } = schema;
    const types = [type].flat().filter((one) => typeof one === 'string');
    const parts: ApiType[] = [];
    if ('const' in schema) parts.push(literalOf(schema['const']));
    else if (Array.isArray(values)) parts.push(unionOf(values.map(literalOf)));
    else if (types.length > 0)
      parts.push(unionOf(types.map((one) => this.#typed(one, schema, scope, words))));
    else if (isRecord(schema['properties'])) parts.push(this.#object(schema, scope, words));
    else if (schema['items'] !== undefined) parts.push(this.#list(schema, scope, words));
    for (const branches of [schema['oneOf'], schema['anyOf']]) {
      if (!Array.isArray(branches)) continue;
      const read = branches.map((branch, index) =>
        this.typeOf(branch, scope, ...words, titleOf(branch, `Option${index + 1}`)),
      );
      parts.push(unionOf(read));
    }
    for (const [index, member] of listOf(schema['allOf']).entries()) {
      parts.push(this.typeOf(member, scope, ...words, titleOf(member, `Part${index + 1}`)));
    }
    // Any object at all says nothing beside others that say what they are.
    const telling = parts.filter((part) => part.kind !== 'any' && !isAnyObject(part));
    const counted = telling.length > 0 ? telling : parts;
    const all = allOf(
      counted.length > 1
        ? counted.map((part) =>
            part.kind === 'union' || part.kind === 'map'
              ? this.#named(part, scope, [...words, 'Choice'])
              : part,
          )
        : counted,
    );
    if (nullable !== true) return all;
    const one = all.kind === 'all' ? this.#named(all, scope, words) : all;
    return unionOf([one, { kind: 'null' }]);
  }

  /** An object of parameters, declared under a name. */
  declareObject(scope: TypeScope, words: readonly string[], properties: readonly ApiProperty[]) {
    const name = this.#names.take(...words);
    scope.declarations.push({
      name,
      description: '',
      type: { kind: 'object', properties, open: false },
    });
    return name;
  }

  #reference(pointer: string, scope: TypeScope, words: readonly string[]): ApiType {
    const known = this.#known.get(canonical(pointer));
    if (known !== undefined) return { kind: 'named', name: known };
    const name = this.#names.take(...words);
    this.#known.set(canonical(pointer), name);
    const target = lookUp(this.#document, pointer);
    const place = scope.declarations.length;
    const declaration = this.#declare(name, target, scope);
    scope.declarations.splice(place, 0, declaration);
    return { kind: 'named', name };
  }

  #declare(name: string, schema: unknown, scope: TypeScope): ApiDeclaration {
    const description = isRecord(schema) ? textOf(schema['description'] ?? schema['title']) : '';
    const own: ApiDeclaration[] = [];
    const inner: TypeScope = { ...scope, declarations: own };
    const isPlain = isRecord(schema) && isPlainObject(schema);
    const type = isPlain
      ? this.#objectBody(schema, inner, [name])
      : this.#read(schema, inner, [name]);
    scope.declarations.push(...own);
    return { name, description, type };
  }

  #typed(type: string, schema: Json, scope: TypeScope, words: readonly string[]): ApiType {
    switch (type) {
      case 'string': {
        const isFile =
          scope.form === true &&
          (schema['format'] === 'binary' || schema['contentMediaType'] !== undefined);
        return { kind: isFile ? 'file' : 'text' };
      }
      case 'integer':
      case 'number':
      case 'boolean':
      case 'null':
        return { kind: type };
      case 'array':
        return this.#list(schema, scope, words);
      case 'object':
        return this.#object(schema, scope, words);
      default:
        return { kind: 'any' };
    }
  }

  #list(schema: Json, scope: TypeScope, words: readonly string[]): ApiType {
    // Each of the first items has a schema of its own; what may follow them has another.
    const first = listOf(schema['prefixItems']);
    const items = [...first, schema['items']].map((one) =>
      this.typeOf(one, scope, ...words, 'Item'),
    );
    const item = unionOf(items);
    return { kind: 'list', item: this.#simple(item, scope, [...words, 'Item']) };
  }

  #object(schema: Json, scope: TypeScope, words: readonly string[]): ApiType {
    const { properties, additionalProperties: others } = schema;
    if (!isRecord(properties) || Object.keys(properties).length === 0) {
      const value = isRecord(others)
        ? this.typeOf(others, scope, ...words, 'Value')
        : ({ kind: 'any' } as const);
      const map: ApiType = { kind: 'map', value: this.#simple(value, scope, [...words, 'Value']) };
      const isShort = value.kind !== 'named' && value.kind !== 'list' && value.kind !== 'union';
      return isShort ? map : this.#named(map, scope, words);
    }
    const name = this.#names.take(...words);
    // Before what is inside of it, so that the file reads from top to bottom.
    const place = scope.declarations.length;
    const type = this.#objectBody(schema, scope, [name]);
    scope.declarations.splice(place, 0, { name, description: '', type });
    return { kind: 'named', name };
  }

  #objectBody(
    schema: Json,
    scope: TypeScope,
    words: readonly string[],
  ): Extract<ApiDeclaration['type'], { kind: 'object' }> {
    const required = new Set(listOf(schema['required']));
    const properties = isRecord(schema['properties']) ? schema['properties'] : {};
    const others = schema['additionalProperties'];
    return {
      kind: 'object',
      open: others === true || isRecord(others),
      properties: Object.entries(properties).map(([name, property]) => {
        const part = follow(this.#document, property);
        // Whether it is there depends on who speaks.
        const isOneWay = part['readOnly'] === true || part['writeOnly'] === true;
        return {
          name,
          required: required.has(name) && !isOneWay,
          type: this.typeOf(property, scope, ...words, name),
        };
      }),
    };
  }

  /** A type that can stand inside of others: unions get a name of their own. */
  #simple(type: ApiType, scope: TypeScope, words: readonly string[]): ApiType {
    return type.kind === 'union' ? this.#named(type, scope, words) : type;
  }

  #named(type: ApiType, scope: TypeScope, words: readonly string[]): ApiType {
    const name = this.#names.take(...words);
    scope.declarations.push({ name, description: '', type });
    return { kind: 'named', name };
  }

  #components(): Json {
    const { components } = this.#document;
    const schemas = isRecord(components) ? components['schemas'] : undefined;
    return isRecord(schemas) ? schemas : {};
  }
}

/** It says nothing but what its properties are. */
function isPlainObject(schema: Json): boolean {
  const isObject = schema['type'] === 'object' || schema['type'] === undefined;
  const others = ['$ref', 'allOf', 'anyOf', 'oneOf', 'enum', 'const'];
  return (
    isObject &&
    isRecord(schema['properties']) &&
    Object.keys(schema['properties']).length > 0 &&
    schema['nullable'] !== true &&
    !others.some((key) => key in schema)
  );
}

function isAnyObject(type: ApiType): boolean {
  return type.kind === 'map' && type.value.kind === 'any';
}

function literalOf(value: unknown): ApiType {
  if (value === null) return { kind: 'null' };
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? { kind: 'literal', value }
    : { kind: 'any' };
}

function titleOf(schema: unknown, otherwise: string): string {
  const title = isRecord(schema) ? textOf(schema['title']) : '';
  return title === '' ? otherwise : title;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** References may be percent-encoded. */
function canonical(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
