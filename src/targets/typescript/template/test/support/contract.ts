import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** The contract, as the file says it. */
export const contractText = readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8');

// Formats have patterns beside them in this contract.
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(JSON.parse(contractText), 'contract');

/** The value is what a schema of the contract says. */
export function assertConforms(schema: string, value: unknown): void {
  const valid = ajv.validate({ $ref: `contract#/components/schemas/${schema}` }, value);
  assert.ok(valid, `not a ${schema}: ${ajv.errorsText()}`);
}
