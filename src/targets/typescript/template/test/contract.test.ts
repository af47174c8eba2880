import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { contractText } from './support/contract.ts';
import { app } from './support/service.ts';

test('serves the contract as the file says it', async () => {
  const answer = await app.inject('/openapi.json');
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.body, contractText);
});

test('has a route for every operation of the contract, and no others', async () => {
  const { paths } = JSON.parse(contractText) as { paths: Record<string, Record<string, unknown>> };
  for (const [path, operations] of Object.entries(paths)) {
    const url = path.replaceAll(/\{(.*?)\}/g, ':$1');
    for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
      const exists = app.hasRoute({ method: method.toUpperCase(), url });
      assert.equal(exists, method in operations, `${method} ${path}`);
    }
  }
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
