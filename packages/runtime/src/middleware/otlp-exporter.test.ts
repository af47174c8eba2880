import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { freePort } from '../process/free-port.ts';
import { ServiceEntrypoint } from '../registry/service-entrypoint.ts';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { codeOfCall, component } from '../test-components.ts';
import { OtlpExporter, type OtlpOptions } from './otlp-exporter.ts';
import { tracing } from './tracing.middleware.ts';

interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
  readonly status: { readonly code?: number };
}

const stops: (() => void)[] = [];
after(() => stops.forEach((stop) => stop()));

/** A real receiver, that answers with statuses in turn, then 200; and an exporter to it. */
async function start(statuses: number[] = [], more: Partial<OtlpOptions> = {}, answer = '{}') {
  const received: { readonly request: IncomingMessage; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      received.push({ request, body });
      response.writeHead(statuses.shift() ?? 200, { 'content-type': 'application/json' });
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const exporter = new OtlpExporter({ endpoint, serviceName: 'shop', intervalMs: 1e6, ...more });
  const registry = new ServiceRegistry({
    healthIntervalMs: 1e6,
    middleware: [tracing({ exporter: exporter.export })],
  });
  await registry.register(
    'inner',
    component(({ data }) => {
      if (data === 'wrong') throw new TypeError('oops');
      return 'done';
    }),
  );
  await registry.register(
    'outer',
    component((context) => context.call('inner', context.data)),
  );
  const entrypoint = new ServiceEntrypoint(registry);
  const call = (data: unknown) =>
    codeOfCall(entrypoint.execute({ service_id: 'outer', data, request_id: 'r1' }));
  const spans = () =>
    received.flatMap(({ body }) => {
      const { resourceSpans } = JSON.parse(body) as {
        resourceSpans: { scopeSpans: { spans: OtlpSpan[] }[] }[];
      };
      return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((each) => each.spans));
    });
  return { exporter, call, received, spans };
}

describe('OTLP', () => {
  it('carries spans to a collector, as the standard writes them in JSON', async () => {
    const { exporter, call, received, spans } = await start([], { headers: { 'x-key': 'secret' } });
    const before = BigInt(Date.now()) * 1_000_000n;
    await call('fine');
    await call('wrong');
    await exporter.flush();
    assert.equal(received.length, 1);
    const { request, body } = received[0]!;
    assert.deepEqual(
      [request.method, request.url, request.headers['content-type'], request.headers['x-key']],
      ['POST', '/v1/traces', 'application/json', 'secret'],
    );
    const [resource] = (JSON.parse(body) as { resourceSpans: { resource: object }[] })
      .resourceSpans;
    assert.deepEqual(resource?.resource, {
      attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }],
    });
    const [inner, outer, broken] = spans();
    assert.deepEqual([inner?.name, outer?.name, spans().length], ['inner', 'outer', 4]);
    assert.match(inner?.traceId ?? '', /^[0-9a-f]{32}$/);
    assert.match(inner?.spanId ?? '', /^[0-9a-f]{16}$/);
    assert.deepEqual(
      [inner?.traceId, inner?.parentSpanId, outer?.parentSpanId],
      [outer?.traceId, outer?.spanId, undefined],
    );
    const [from, to] = [BigInt(outer!.startTimeUnixNano), BigInt(outer!.endTimeUnixNano)];
    assert.ok(from > before - 10n ** 9n && to >= from && to < before + 60n * 10n ** 9n);
    const attributes = new Map(inner?.attributes.map(({ key, value }) => [key, value]));
    assert.deepEqual(attributes.get('microforge.service'), { stringValue: 'inner' });
    assert.deepEqual(attributes.get('microforge.attempts'), { intValue: '1' });
    assert.deepEqual([inner?.status.code, broken?.status.code], [undefined, 2]);
    assert.deepEqual(exporter.stats, { sent: 4, rejected: 0, dropped: 0 });
  });

  it('tries again what failed in passing, and nothing else', async () => {
    const passing = await start([503, 429]);
    await passing.call('fine');
    await passing.exporter.flush();
    assert.deepEqual([passing.received.length, passing.exporter.stats.sent], [3, 2]);
    const wrong = await start([400]);
    await wrong.call('fine');
    await wrong.exporter.flush();
    assert.deepEqual([wrong.received.length, wrong.exporter.stats.dropped], [1, 2]);
  });

  it('counts what the collector does not take, and what there is no room for', async () => {
    const answer = '{"partialSuccess":{"rejectedSpans":"1","errorMessage":"too old"}}';
    const { exporter, call } = await start([], { mostWaiting: 3 }, answer);
    for (let count = 0; count < 4; count += 1) await call('fine');
    await exporter.flush();
    assert.deepEqual(exporter.stats, { sent: 2, rejected: 1, dropped: 5 });
  });

  it('sends what waits when it is closed, also when nobody is there, and ends', async () => {
    const { exporter, call, spans } = await start();
    await call('fine');
    await exporter.close();
    assert.equal(spans().length, 2);
    await call('fine');
    assert.deepEqual(exporter.stats, { sent: 2, rejected: 0, dropped: 2 });
    const away = await start([], { endpoint: `http://127.0.0.1:${await freePort()}` });
    await away.call('fine');
    await away.exporter.close();
    assert.equal(away.exporter.stats.dropped, 2);
    assert.throws(() => new OtlpExporter({ endpoint: 'nowhere', serviceName: 'x' }), TypeError);
  });
});
