import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { parseTraceparent } from '../component/trace-context.ts';
import { RuntimeError } from '../errors/runtime-error.ts';
import { Metrics } from '../metrics/metrics.ts';
import { ServiceEntrypoint } from '../registry/service-entrypoint.ts';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { codeOfCall, component, host } from '../test-components.ts';
import { type LogRecord, logging } from './logging.middleware.ts';
import { measuring } from './metrics.middleware.ts';
import { rateLimit } from './rate-limit.middleware.ts';
import { type Span, tracing } from './tracing.middleware.ts';

const moody = component(({ data }) => {
  if (data === 'wrong') throw new RuntimeError('nonsense', 'No.', { status: 422 });
  if (data === 'bug') throw new TypeError('oops');
  return Promise.resolve('done');
});

describe('logging', () => {
  it('writes a record per call, at the level of who is to blame', async () => {
    const records: LogRecord[] = [];
    const { call } = await host([logging({ write: (record) => records.push(record) })], moody);
    for (const data of ['fine', 'wrong', 'bug']) await codeOfCall(call(data));
    assert.deepEqual(
      records.map(({ level, code, error, service }) => [level, code, error, service]),
      [
        ['info', 'ok', undefined, 'it'],
        ['warn', 'nonsense', 'RuntimeError: No.', 'it'],
        ['error', 'error', 'TypeError: oops', 'it'],
      ],
    );
    assert.ok(records.every(({ requestId, durationMs }) => requestId !== '' && durationMs >= 0));
  });
});

describe('metrics', () => {
  it('count calls by code, those in flight, and durations', async () => {
    const metrics = new Metrics();
    const { call } = await host([measuring(metrics)], moody);
    for (const data of ['fine', 'fine', 'wrong', 'bug']) await codeOfCall(call(data));
    const text = metrics.render();
    for (const line of [
      '# TYPE microforge_calls_total counter',
      'microforge_calls_total{service="it",code="ok"} 2',
      'microforge_calls_total{service="it",code="nonsense"} 1',
      'microforge_calls_total{service="it",code="error"} 1',
      'microforge_calls_in_flight{service="it"} 0',
      'microforge_call_duration_seconds_bucket{service="it",le="+Inf"} 4',
      'microforge_call_duration_seconds_count{service="it"} 4',
    ]) {
      assert.ok(text.split('\n').includes(line), `${line} is missing in:\n${text}`);
    }
  });

  it('do not grow without end when a component makes up codes', async () => {
    const metrics = new Metrics();
    const inventive = component(({ data }) => {
      throw new RuntimeError(`code-${String(data)}`, '');
    });
    const { call } = await host([measuring(metrics)], inventive);
    for (let index = 0; index < 200; index += 1) await codeOfCall(call(index));
    assert.ok(metrics.render().split('\n').length < 90);
    assert.match(metrics.render(), /code="other"\} 1[45]\d$/m);
  });

  it('escape labels', () => {
    const metrics = new Metrics();
    metrics.counter('x_total', 'a\nb', { name: 'say "hi"\n\\' }).add();
    assert.equal(
      metrics.render(),
      '# HELP x_total a\\nb\n# TYPE x_total counter\nx_total{name="say \\"hi\\"\\n\\\\"} 1\n',
    );
  });
});

describe('tracing', () => {
  it('goes on with the caller’s trace, into calls between services', async () => {
    const spans: Span[] = [];
    const registry = new ServiceRegistry({
      healthIntervalMs: 1e6,
      middleware: [tracing({ exporter: (span) => spans.push(span) })],
    });
    await registry.register('inner', moody);
    await registry.register(
      'proxy',
      component((context) => context.call('inner', 'wrong')),
    );
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const request = { service_id: 'proxy', data: {}, headers: { traceparent } };
    await codeOfCall(new ServiceEntrypoint(registry).execute(request));
    const [inner, proxy] = spans;
    assert.deepEqual([inner?.name, proxy?.name, inner?.code], ['inner', 'proxy', 'nonsense']);
    assert.equal(proxy?.parentId, parseTraceparent(traceparent)?.spanId);
    assert.equal(inner?.parentId, proxy?.spanId);
    assert.ok(spans.every(({ traceId }) => traceId === '4bf92f3577b34da6a3ce929d0e0e4736'));
    assert.ok((inner?.start ?? 0) >= (proxy?.start ?? 1) && (inner?.end ?? 1) <= (proxy?.end ?? 0));
  });

  it('exports the wanted share of new traces, and leaves the decision to the caller of old ones', async () => {
    const spans: Span[] = [];
    const { call } = await host(
      [tracing({ exporter: (span) => spans.push(span), sampleRatio: 0.3 })],
      moody,
    );
    for (let index = 0; index < 2000; index += 1) await call('fine');
    // Six standard deviations of 20 on both sides.
    assert.ok(spans.length > 480 && spans.length < 720, `${spans.length} of 2000`);
    for (const [flags, more] of [
      ['00', 0],
      ['01', 1],
    ] as const) {
      const before = spans.length;
      const traceparent = `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-${flags}`;
      await call('fine', { headers: { traceparent } });
      assert.equal(spans.length, before + more);
    }
  });
});

describe('rate limit', () => {
  const passing = async (call: Awaited<ReturnType<typeof host>>['call'], user: string) => {
    const codes = Array.from({ length: 20 }, () => codeOfCall(call('fine', { headers: { user } })));
    const all = await Promise.all(codes);
    assert.ok(all.every((code) => code === 'ok' || code === 'rate-limited'));
    return all.filter((code) => code === 'ok').length;
  };
  const key = ({ headers }: { headers: Readonly<Record<string, string>> }) => headers['user'] ?? '';

  it('lets a burst of each caller pass', async () => {
    const { call } = await host([rateLimit({ perSecond: 0.001, burst: 5, key })], moody);
    assert.deepEqual(
      [await passing(call, 'ada'), await passing(call, 'bob'), await passing(call, 'ada')],
      [5, 5, 0],
    );
  });

  it('refills with time, up to a burst', async () => {
    const { call } = await host([rateLimit({ perSecond: 100, burst: 1, key })], moody);
    await call('fine');
    for (let round = 0; round < 8; round += 1) {
      await delay(25);
      assert.equal(await codeOfCall(call('fine')), 'ok');
    }
  });

  it('says how long to wait', async () => {
    const { call } = await host([rateLimit({ perSecond: 2, burst: 1 })], moody);
    await call('fine');
    await assert.rejects(call('fine'), ({ status, retryable, data }: RuntimeError) => {
      const wait = Number(data['retryAfterMs']);
      return status === 429 && retryable && wait > 0 && wait <= 500;
    });
  });
});
