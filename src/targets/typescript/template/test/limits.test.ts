import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startService } from './support/service.ts';

const friend = 'https://app.example.com';

test('one client can send so many requests a minute, and no more', async () => {
  const app = await startService({ RATE_LIMIT_PER_MINUTE: '3' });
  for (let count = 0; count < 3; count += 1) {
    assert.notEqual((await app.inject('/events')).statusCode, 429);
  }
  const answer = await app.inject('/events');
  assert.equal(answer.statusCode, 429);
  assert.ok(Number(answer.headers['retry-after']) > 0);
});

test('web pages of other origins are let in by name', async () => {
  const app = await startService({ CORS_ORIGINS: friend });
  const allowed = async (origin: string) => {
    const headers = { origin, 'access-control-request-method': 'GET' };
    const answer = await app.inject({ method: 'OPTIONS', url: '/events', headers });
    return answer.headers['access-control-allow-origin'];
  };
  assert.equal(await allowed(friend), friend);
  assert.equal(await allowed('https://elsewhere.example'), undefined);
});
