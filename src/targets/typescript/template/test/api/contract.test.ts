import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { contractText } from '../support/contract.ts';
import { app } from '../support/service.ts';

test('serves the contract as the file says it', async () => {
  const answer = await app.inject('/openapi.json');
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.body, contractText);
});

test('is alive, ready and measured', async () => {
  for (const path of ['/health/live', '/health/ready']) {
    const answer = await app.inject(path);
    assert.equal(answer.statusCode, 200);
    assert.deepEqual(answer.json(), { status: 'ok' });
  }
  const metrics = await app.inject('/metrics');
  assert.match(metrics.body, /^http_requests?_/m);
});
