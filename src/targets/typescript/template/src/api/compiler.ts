import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { isDistinct } from './distinct.ts';
import { checkFormats } from './formats.ts';
import { normalSchema } from './normal-schema.ts';
import type { Direction, SchemaContext } from './normal-schema.ts';
import { follow, lookUp } from './part.ts';
import type { Part } from './part.ts';

/** Makes functions of the schemas of a document, each when it is first needed. */
export class Compiler {
  readonly #document: Part;
  readonly #unchecked: ReadonlySet<string>;
  readonly #ajv: Ajv2020;
  readonly #compiled = { request: new Map(), answer: new Map() } as Readonly<
    Record<Direction, Map<unknown, ValidateFunction>>
  >;
  readonly #names = new Map<string, string>();

  /** @param allErrors whether a function goes on after the first fault */
  constructor(document: Part, unchecked: readonly string[], allErrors: boolean) {
    this.#document = document;
    this.#unchecked = new Set(unchecked);
    this.#ajv = new Ajv2020({
      strict: false,
      logger: false,
      validateSchema: false,
      allErrors,
      // An error knows its schema.
      verbose: true,
      // `constructor` is a name like any other.
      ownProperties: true,
      multipleOfPrecision: 9,
      // `uniqueItems` of the library compares all with all.
      keywords: [{ keyword: 'distinctItems', type: 'array', validate: isDistinct }],
    });
    checkFormats(this.#ajv);
  }

  /** The schema of a name in `$ref`. */
  named(name: string): unknown {
    return this.#ajv.getSchema(name)?.schema;
  }

  compiled(schema: unknown, direction: Direction): ValidateFunction {
    return this.#compiled[direction].get(schema) ?? this.#compile(schema, direction);
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
}
