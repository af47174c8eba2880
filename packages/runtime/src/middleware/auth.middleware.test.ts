import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ServiceEntrypoint } from '../registry/service-entrypoint.ts';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { codeOfCall, component } from '../test-components.ts';
import { auth } from './auth.middleware.ts';
import { bearerTokens } from './bearer-tokens.ts';

describe('auth', async () => {
  const authenticate = bearerTokens({
    's3cret-of-ada': { id: 'ada', roles: ['admin'] },
    's3cret-of-bob': { id: 'bob', roles: [] },
  });
  const registry = new ServiceRegistry({
    healthIntervalMs: 1e6,
    middleware: [auth({ authenticate, open: ['public'], roles: { admin: ['admin', 'owner'] } })],
  });
  await registry.register(
    'public',
    component(({ principal }) => principal?.id),
  );
  await registry.register(
    'whoami',
    component(({ principal }) => principal?.id),
  );
  await registry.register(
    'admin',
    component(({ principal }) => principal?.id),
  );
  await registry.register(
    'proxy',
    component((context) => context.call('admin', {})),
  );
  const entrypoint = new ServiceEntrypoint(registry);
  const code = (service_id: string, authorization?: string) =>
    codeOfCall(
      entrypoint.execute({
        service_id,
        data: {},
        ...(authorization !== undefined && { headers: { authorization } }),
      }),
    );

  it('asks who calls, unless the service is open', async () => {
    assert.equal(await code('public'), 'ok');
    for (const wrong of [
      undefined,
      '',
      'Bearer ',
      'Bearer s3cret',
      'Basic s3cret-of-ada',
      `Bearer ${'x'.repeat(9999)}`,
    ]) {
      assert.equal(await code('whoami', wrong), 'unauthenticated');
    }
    assert.equal(await code('whoami', 'bearer s3cret-of-bob'), 'ok');
  });

  it('asks for roles, behind another service too', async () => {
    assert.equal(await code('admin', 'Bearer s3cret-of-ada'), 'ok');
    assert.equal(await code('admin', 'Bearer s3cret-of-bob'), 'forbidden');
    assert.equal(await code('proxy', 'Bearer s3cret-of-ada'), 'ok');
    assert.equal(await code('proxy', 'Bearer s3cret-of-bob'), 'forbidden');
  });
});
