import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { notes, workshop } from '../../test/fixtures/workshop.ts';
import { createContract } from './contract.ts';

// OpenAPI 3.0, AsyncAPI and planted faults: validity.slow.test.ts. To compile an official schema takes longest.
test('the documents are valid OpenAPI 3.1 by the official schema', async () => {
  const validator = new Validator();
  for (const blueprint of [workshop(), notes()]) {
    const [service] = blueprint.system.services;
    assert.ok(service);
    const { openapi } = createContract({ blueprint, service });
    const { valid, errors } = await validator.validate({ ...openapi });
    assert.ok(valid, JSON.stringify(errors ?? '').slice(0, 2000));
  }
});
