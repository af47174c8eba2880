import type { Limit } from '#contract';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Api } from './api.ts';
import { formats } from './formats.ts';
import { isAtLeast, isAtMost } from './limits.ts';

/** Judges values by the schemas of a document. */
export interface Validator {
  /** What is wrong with a value, by the schema at `pointer`; undefined when nothing is. */
  problem(pointer: string, value: unknown): string | undefined;
}

/**
 * A validator for the whole document (JSON Schema 2020-12, formats asserted).
 * @throws if the document uses a format that nobody defined: it would silently check nothing.
 */
export function createValidator(api: Api): Validator {
  assertFormatsKnown(api.document);
  const ajv = new Ajv2020({
    strict: false,
    logger: false,
    formats: { ...formats },
    validateSchema: false,
  });
  ajv.addKeyword({
    keyword: 'x-minimum',
    type: 'string',
    validate: (limit: Limit, text: string) => isAtLeast(text, limit),
  });
  ajv.addKeyword({
    keyword: 'x-maximum',
    type: 'string',
    validate: (limit: Limit, text: string) => isAtMost(text, limit),
  });
  ajv.addSchema({ ...(api.document as object), $id: 'contract' });
  const compiled = new Map<string, ValidateFunction>();
  const validator = (pointer: string) => {
    let validate = compiled.get(pointer);
    if (!validate) {
      const fragment = pointer.split('/').map(encodeURIComponent).join('/');
      validate = ajv.compile({ $ref: `contract#${fragment}` });
      compiled.set(pointer, validate);
    }
    return validate;
  };
  return {
    problem(pointer, value) {
      const validate = validator(pointer);
      if (validate(value)) return undefined;
      const [error] = validate.errors ?? [];
      const extra = (error?.params as { additionalProperty?: string } | undefined)
        ?.additionalProperty;
      const what =
        extra === undefined ? (error?.message ?? 'is wrong') : `must not have '${extra}'`;
      return `${error?.instancePath === '' ? 'the value' : error?.instancePath} ${what}`;
    },
  };
}

/** Members of a schema that hold values: a record may well have a property called `format`. */
const VALUES: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'const', 'enum']);

/** Members whose own members bear names that somebody chose. */
const NAMED: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'schemas',
  'responses',
  'parameters',
  'headers',
  'paths',
]);

/** @param isNamed the keys of the node are names, and none of the words of JSON Schema */
function assertFormatsKnown(node: unknown, isNamed = false): void {
  if (Array.isArray(node)) for (const item of node) assertFormatsKnown(item);
  else if (typeof node === 'object' && node !== null) {
    const { format } = node as { format?: unknown };
    if (!isNamed && typeof format === 'string' && !Object.hasOwn(formats, format)) {
      throw new Error(`The contract uses the format '${format}', which the fuzzer does not know.`);
    }
    for (const [key, item] of Object.entries(node))
      if (isNamed || !VALUES.has(key)) assertFormatsKnown(item, !isNamed && NAMED.has(key));
  }
}
