import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Issue } from '../errors/call-errors.ts';
import type { JsonSchema } from './json-schema.ts';

/** Says what is wrong with a value; undefined when it fits. */
export type Validate = (value: unknown) => readonly Issue[] | undefined;

/**
 * Holds schemas against what a schema is. It keeps that alone, compiled when it is first asked: some 20 ms, for each
 * process rather than for each registry and each reading of a configuration.
 */
const schemas = new Ajv2020();

/** Makes checks from schemas. `format` only describes, as JSON Schema 2020-12 says. */
export class SchemaCompiler {
  readonly #ajv = new Ajv2020({
    allErrors: false,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    validateFormats: false,
    validateSchema: false,
    allowUnionTypes: true,
  });

  /** @throws Error with a readable message when the schema itself is wrong */
  compile(schema: JsonSchema): Validate {
    if (schema === true) return () => undefined;
    void schemas.validateSchema(schema, true);
    const check = this.#ajv.compile(schema);
    return (value) => {
      if (check(value)) return undefined;
      // What is wrong with the name of a property is reported twice: without and with the reason.
      const errors = (check.errors ?? []).filter(({ keyword }) => keyword !== 'propertyNames');
      return errors.map(({ instancePath, keyword, message, params, propertyName }) => ({
        pointer: instancePath,
        code: keyword,
        message: `${propertyName === undefined ? '' : `the name "${propertyName}" `}${message ?? keyword}${hint(params)}`,
      }));
    };
  }
}

/** Ajv's messages leave out which property and which values it means. */
function hint(params: Record<string, unknown>): string {
  const { additionalProperty, allowedValues } = params;
  if (typeof additionalProperty === 'string') return ` ("${additionalProperty}")`;
  return Array.isArray(allowedValues) ? ` (${allowedValues.map(String).join(', ')})` : '';
}
