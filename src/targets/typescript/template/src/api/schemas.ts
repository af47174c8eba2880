import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isDistinct } from './distinct.ts';
import { normalSchema } from './normal-schema.ts';
import type { Direction, SchemaContext } from './normal-schema.ts';
import { follow, isPart, lookUp } from './part.ts';
import type { Part } from './part.ts';

/** Checks values by the schemas of the contract. A schema is compiled when it is first needed. */
export class Schemas {
  readonly #document: Part;
  readonly #unchecked: ReadonlySet<string>;
  readonly #ajv: Ajv2020;
  readonly #compiled = { request: new Map(), answer: new Map() } as Readonly<
    Record<Direction, Map<unknown, ValidateFunction>>
  >;
  readonly #names = new Map<string, string>();

  /** @param unchecked patterns that would take too long to check */
  constructor(document: Part, unchecked: readonly string[]) {
    this.#document = document;
    this.#unchecked = new Set(unchecked);
    this.#ajv = new Ajv2020({
      strict: false,
      logger: false,
      validateSchema: false,
      multipleOfPrecision: 9,
      // `uniqueItems` of the library compares all with all.
      keywords: [{ keyword: 'distinctItems', type: 'array', validate: isDistinct }],
    });
    addFormats.default(this.#ajv);
  }

  /** What is wrong with a value; nothing if it is as its schema says. */
  check(schema: unknown, direction: Direction, value: unknown): readonly ErrorObject[] {
    const validate = this.#compiled[direction].get(schema) ?? this.#compile(schema, direction);
    return validate(value) ? [] : (validate.errors ?? []);
  }

  /** The JSON types that a schema admits, as far as it says; null aside. */
  typesOf(schema: unknown): ReadonlySet<string> {
    const types = new Set<string>();
    this.#collectTypes(schema, types, new Set());
    types.delete('null');
    return types;
  }

  /** What `properties` says in a schema or in what it is made of. */
  propertiesOf(schema: unknown): ReadonlyMap<string, unknown> {
    const properties = new Map<string, unknown>();
    for (const part of this.#partsOf(schema)) {
      const { properties: own } = part;
      if (isPart(own)) for (const [name, value] of Object.entries(own)) properties.set(name, value);
    }
    return properties;
  }

  /** The schema of the items of a list. */
  itemsOf(schema: unknown): unknown {
    return this.#partsOf(schema).find((part) => part['items'] !== undefined)?.['items'];
  }

  #compile(schema: unknown, direction: Direction): ValidateFunction {
    const missing: string[] = [];
    const context: SchemaContext = {
      direction,
      isOld: String(this.#document['openapi']).startsWith('3.0'),
      unchecked: this.#unchecked,
      follow: (given) => follow(this.#document, given),
      nameOf: (pointer) => {
        const key = `${direction} ${pointer}`;
        const known = this.#names.get(key);
        if (known !== undefined) return known;
        const name = `schema${this.#names.size}`;
        this.#names.set(key, name);
        missing.push(pointer);
        return name;
      },
    };
    const normal = normalSchema(schema, context);
    for (let pointer = missing.pop(); pointer !== undefined; pointer = missing.pop()) {
      const found = normalSchema(lookUp(this.#document, pointer), context);
      this.#ajv.addSchema(
        found === true ? {} : found === false ? { not: {} } : found,
        context.nameOf(pointer),
      );
    }
    const validate = this.#ajv.compile(normal);
    this.#compiled[direction].set(schema, validate);
    return validate;
  }

  #collectTypes(schema: unknown, types: Set<string>, seen: Set<unknown>): void {
    for (const part of this.#partsOf(schema)) {
      if (seen.has(part)) continue;
      seen.add(part);
      for (const type of [part['type']].flat()) if (typeof type === 'string') types.add(type);
      const values = Array.isArray(part['enum']) ? part['enum'] : [];
      for (const value of 'const' in part ? [part['const']] : values) types.add(jsonType(value));
      for (const branches of [part['anyOf'], part['oneOf']]) {
        if (!Array.isArray(branches)) continue;
        for (const branch of branches) this.#collectTypes(branch, types, seen);
      }
      if (part['properties'] !== undefined && part['type'] === undefined) types.add('object');
    }
  }

  /** A schema and all that `allOf` adds to it. */
  #partsOf(schema: unknown): readonly Part[] {
    const parts = new Set([follow(this.#document, schema)]);
    for (const part of parts) {
      const { allOf } = part;
      if (!Array.isArray(allOf)) continue;
      for (const member of allOf) parts.add(follow(this.#document, member));
    }
    return [...parts];
  }
}

function jsonType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
