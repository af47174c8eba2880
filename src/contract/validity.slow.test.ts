import assert from 'node:assert/strict';
import { test } from 'node:test';
import asyncApiSchema from '@asyncapi/specs/schemas/3.0.0.json' with { type: 'json' };
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import { notes, workshop } from '../../test/fixtures/workshop.ts';
import { createContract } from './contract.ts';
import { openApi30 } from './openapi-30.ts';

const contracts = [workshop(), notes()].map((blueprint) => {
  const [service] = blueprint.system.services;
  assert.ok(service);
  return createContract({ blueprint, service });
});

// It compiles the official schemas once, which takes longer than to use them.
const validator = new Validator();

async function faults(document: object): Promise<string> {
  const result = await validator.validate(structuredClone(document) as Record<string, unknown>);
  return result.valid ? '' : JSON.stringify(result.errors).slice(0, 2000);
}

test('the documents are valid OpenAPI 3.1 and 3.0 by the official schemas', async () => {
  for (const { openapi } of contracts) {
    assert.equal(await faults(openapi), '');
    assert.equal(await faults(openApi30(openapi)), '');
  }
});

test('the validator sees faults that are planted', async () => {
  const { openapi } = contracts[0]!;
  const path = openapi.paths['/api/orders']!;
  const plants: Record<string, object> = {
    'no version': { ...openapi, openapi: undefined },
    'unknown place of a parameter': {
      ...openapi,
      components: {
        ...openapi.components,
        parameters: { id: { ...openapi.components.parameters['id'], in: 'body' } },
      },
    },
    'response without description': {
      ...openapi,
      paths: { '/a': { get: { ...path.get, responses: { 200: { content: {} } } } } },
    },
    'unknown keyword in 3.0': { ...openApi30(openapi), webhooks: {} },
    'types as a list in 3.0': { ...openapi, openapi: '3.0.3' },
  };
  for (const [name, document] of Object.entries(plants)) {
    assert.notEqual(await faults(document), '', name);
  }
});

test('the documents of the events are valid AsyncAPI 3.0 by the official schema', () => {
  const validate = asyncApiValidator();
  for (const { asyncapi } of contracts) {
    assert.ok(validate(structuredClone(asyncapi)), JSON.stringify(validate.errors?.slice(0, 3)));
    assert.ok(!validate({ ...asyncapi, asyncapi: '2.6.0' }));
    const [channel] = Object.keys(asyncapi.channels);
    assert.ok(channel !== undefined);
    assert.ok(!validate({ ...asyncapi, channels: { [channel]: { address: 1 } } }));
  }
});

function asyncApiValidator() {
  const options = { strict: false, logger: false, validateFormats: false } as const;
  const code = { optimize: false } as const;
  // The schema brings its own copy of the draft-07 schema.
  return new Ajv({ ...options, code, meta: false, validateSchema: false }).compile(asyncApiSchema);
}
