import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedBus } from '../bus/embedded/embedded-bus.ts';
import { newEvent } from '../bus/cloud-event.ts';
import type { ComponentHost } from '../component/component.ts';
import { RuntimeError } from '../errors/runtime-error.ts';
import { auth } from '../middleware/auth.middleware.ts';
import { bearerTokens } from '../middleware/bearer-tokens.ts';
import { timeout } from '../middleware/timeout.middleware.ts';
import { type Span, tracing } from '../middleware/tracing.middleware.ts';
import { ServiceEntrypoint } from '../registry/service-entrypoint.ts';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { codeOfCall, component } from '../test-components.ts';
import { announceChanges, interfaceChangedSubject } from './announce-changes.ts';
import { callOverBus } from './bus-call.ts';
import { serveOnBus } from './serve-on-bus.ts';

const authenticate = bearerTokens({ secret: { id: 'ada', roles: [] } });

/** A process that serves `far`, and one that calls it through `near`. */
async function twoProcesses() {
  const bus = new EmbeddedBus();
  const spans: Span[] = [];
  const middleware = [
    tracing({ exporter: (span) => spans.push(span) }),
    auth({ authenticate }),
    timeout({ timeoutMs: 2000 }),
  ];
  const there = new ServiceRegistry({ middleware, healthIntervalMs: 1e6 });
  await there.register(
    'far',
    component(async ({ data, principal, requestId, deadline }) => {
      if (data === 'wrong') throw new RuntimeError('nonsense', 'No.', { status: 422 });
      if (data === 'slow') await delay(500);
      await delay(2);
      return { who: principal?.id, requestId, limited: deadline - performance.now() < 1500 };
    }),
  );
  const serving = await serveOnBus(there, bus);
  const here = new ServiceRegistry({ middleware, remote: callOverBus(bus), healthIntervalMs: 1e6 });
  await here.register(
    'near',
    component((context) => context.call('far', context.data)),
  );
  const call = (data: unknown, timeout_ms = 1000) =>
    new ServiceEntrypoint(here).execute({
      service_id: 'near',
      request_id: 'r1',
      data,
      headers: { authorization: 'Bearer secret' },
      timeout_ms,
    });
  return { bus, spans, there, serving, here, call };
}

describe('services of another process', () => {
  it('are called as if they were here: caller, request, deadline, trace and errors come through', async () => {
    const { spans, call } = await twoProcesses();
    assert.deepEqual(await call('fine'), { who: 'ada', requestId: 'r1', limited: true });
    assert.equal(await codeOfCall(call('wrong')), 'nonsense');
    assert.equal(await codeOfCall(call('slow', 30)), 'timeout');
    const [far, near] = spans;
    assert.deepEqual([far?.name, near?.name], ['far', 'near']);
    assert.deepEqual([far?.traceId, far?.parentId], [near?.traceId, near?.spanId]);
  });

  it('must exist somewhere, and get nothing but calls', async () => {
    const { bus, here } = await twoProcesses();
    const nowhere = new ServiceEntrypoint(here).execute({ service_id: 'nowhere', data: {} });
    assert.equal(await codeOfCall(nowhere), 'no-responder');
    const noise = newEvent({ source: '/x', type: 'x', data: { request_id: 1 } });
    assert.equal(await codeOfCall(bus.request('service.far', noise)), 'invalid-call');
  });

  it('stop without losing a call: sent = ok + failed', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { call, serving, there } = await twoProcesses();
      const sent = Array.from({ length: 40 }, () => codeOfCall(call('fine')));
      await delay(round % 3);
      await serving.stop();
      assert.equal(await there.stop(), 0);
      sent.push(codeOfCall(call('fine')));
      const codes = await Promise.all(sent);
      assert.deepEqual(new Set(codes.slice(0, 40)), new Set(['ok']));
      assert.equal(codes[40], 'no-responder');
    }
  });
});

describe('services on a bus', () => {
  it('answer while they are healthy, and those that come later too', async () => {
    const bus = new EmbeddedBus();
    const registry = new ServiceRegistry({ healthIntervalMs: 1e6 });
    let status: 'ok' | 'failed' = 'ok';
    let changed = () => {};
    const sick = {
      ...component(({ data }) => data),
      initialize: (_config: unknown, host: ComponentHost) => void (changed = host.healthChanged),
      health: () => ({ status }),
    };
    const serving = await serveOnBus(registry, bus);
    await registry.register('sick', sick);
    await registry.register(
      'fine',
      component(({ data }) => data),
    );
    const caller = new ServiceRegistry({ remote: callOverBus(bus), healthIntervalMs: 1e6 });
    const code = (service_id: string) =>
      codeOfCall(new ServiceEntrypoint(caller).execute({ service_id, data: 1 }));
    for (let round = 0; round < 8; round += 1) {
      status = round % 2 === 0 ? 'failed' : 'ok';
      changed();
      await delay(2);
      assert.equal(await code('sick'), round % 2 === 0 ? 'no-responder' : 'ok');
      assert.equal(await code('fine'), 'ok');
    }
    await registry.unregister('fine');
    assert.equal(await code('fine'), 'no-responder');
    await serving.stop();
    assert.equal(await code('sick'), 'no-responder');
    await Promise.all([registry.stop(), caller.stop()]);
  });
});

describe('a changed interface', () => {
  it('is announced with its verdict, unless nothing has changed', async () => {
    const bus = new EmbeddedBus();
    const heard = Promise.withResolvers<unknown>();
    await bus.subscribe(interfaceChangedSubject, (event) =>
      heard.resolve([event.subject, event.data]),
    );
    const announce = announceChanges(bus);
    const change = { changes: [], wantedVersion: '1.1.0', versionFits: true } as const;
    announce('a', { ...change, verdict: 'identical' });
    announce('b', { ...change, verdict: 'compatible' });
    assert.deepEqual(await heard.promise, [
      'b',
      { service_id: 'b', ...change, verdict: 'compatible' },
    ]);
    await bus.close();
    announce('c', { ...change, verdict: 'breaking' });
  });
});
