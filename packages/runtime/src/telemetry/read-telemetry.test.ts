import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { runServices } from '../run/run-services.ts';
import { readTelemetry } from './read-telemetry.ts';

const endpoint = 'http://collector:4318/base';
const read = (variables: Record<string, string>) =>
  readTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, PATH: '/bin', ...variables }, 'host');
const problems = (variables: Record<string, string>) =>
  read(variables).diagnostics.map(({ code, severity, message, help }) => [
    code,
    severity,
    `${message} ${help}`,
  ]);
const parent = (sampled: boolean) => ({ traceId: '0'.repeat(32), spanId: '1', sampled });
const low = `${'f'.repeat(19)}${'0'.repeat(13)}`;
const high = `${'0'.repeat(19)}${'f'.repeat(13)}`;

describe('the variables of OpenTelemetry', () => {
  it('turn tracing on where they say where, and not otherwise', () => {
    const off = (variables: Record<string, string>) => {
      const { value, diagnostics } = readTelemetry(variables, 'host');
      assert.deepEqual([value, diagnostics], [undefined, []]);
    };
    off({});
    off({ OTEL_EXPORTER_OTLP_ENDPOINT: '' });
    off({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SDK_DISABLED: 'TRUE', OTEL_BSP_X: '1' });
    off({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_EXPORTER: 'none' });
    const { sampler, ...rest } = read({}).value ?? {};
    assert.equal(typeof sampler, 'function');
    assert.deepEqual(rest, {
      tracesUrl: `${endpoint}/v1/traces`,
      headers: {},
      serviceName: 'host',
      resource: {},
      timeoutMs: 10_000,
    });
    const { value } = readTelemetry({ OTEL_TRACES_EXPORTER: 'otlp' }, 'host');
    assert.equal(value?.tracesUrl, 'http://localhost:4318/v1/traces');
  });

  it('for traces win over those for all signals', () => {
    const { value, diagnostics } = read({
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://other/spans?x=1',
      OTEL_EXPORTER_OTLP_HEADERS: 'a=1',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'api-key=two%20words, B = 2 ',
      OTEL_EXPORTER_OTLP_TIMEOUT: '5',
      OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: '7',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'http/json',
      OTEL_SERVICE_NAME: 'shop',
      OTEL_RESOURCE_ATTRIBUTES: 'service.name=other,deployment.environment=test',
      OTEL_METRICS_EXPORTER: 'none',
      OTEL_PROPAGATORS: 'tracecontext',
    });
    assert.deepEqual(diagnostics, []);
    assert.equal(value?.tracesUrl, 'https://other/spans?x=1');
    assert.deepEqual(value?.headers, { 'api-key': 'two words', b: '2' });
    assert.deepEqual([value?.serviceName, value?.timeoutMs], ['shop', 7]);
    assert.deepEqual(value?.resource, { 'deployment.environment': 'test' });
  });

  it('choose who decides which traces are sent', () => {
    const decisions = (name: string, argument = '') => {
      const { value, diagnostics } = read({
        OTEL_TRACES_SAMPLER: name,
        OTEL_TRACES_SAMPLER_ARG: argument,
      });
      assert.deepEqual(diagnostics, []);
      return [low, high, parent(true), parent(false)].map((asked) =>
        typeof asked === 'string' ? value?.sampler(asked, undefined) : value?.sampler(high, asked),
      );
    };
    assert.deepEqual(decisions('always_on'), [true, true, true, true]);
    assert.deepEqual(decisions('always_off'), [false, false, false, false]);
    assert.deepEqual(decisions('traceidratio', '0.5'), [true, false, false, false]);
    assert.deepEqual(decisions('parentbased_always_on'), [true, true, true, false]);
    assert.deepEqual(decisions('parentbased_always_off'), [false, false, true, false]);
    assert.deepEqual(decisions('parentbased_traceidratio', '0.5'), [true, false, true, false]);
    assert.deepEqual(decisions('traceidratio'), [true, true, true, true]);
    assert.deepEqual(decisions(''), [true, true, true, false]);
  });

  it('that are not understood are said, without what could be a secret', () => {
    const off = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4317',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://user:secret@collector',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      OTEL_TRACES_EXPORTER: 'zipkin',
    };
    for (const [name, value] of Object.entries(off)) {
      const { value: on, diagnostics } = read({ [name]: value });
      assert.equal(on, undefined, name);
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ['telemetry/wrong-variable'],
      );
      assert.match(
        `${diagnostics[0]?.message} ${diagnostics[0]?.help}`,
        new RegExp(`${name}.*No spans`),
      );
      assert.doesNotMatch(JSON.stringify(diagnostics), /secret/);
    }
    const defaults = {
      OTEL_SDK_DISABLED: 'yes',
      OTEL_EXPORTER_OTLP_HEADERS: 'secret',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'a b=secret',
      OTEL_EXPORTER_OTLP_TIMEOUT: '1s',
      OTEL_TRACES_SAMPLER: 'sometimes',
      OTEL_RESOURCE_ATTRIBUTES: '%zz=secret',
    };
    for (const [name, value] of Object.entries(defaults)) {
      assert.notEqual(read({ [name]: value }).value, undefined, name);
      const [first, ...more] = problems({ [name]: value });
      assert.deepEqual([first?.slice(0, 2), more], [['telemetry/wrong-variable', 'warning'], []]);
      assert.match(String(first?.[2]), new RegExp(`^${name} .*It counts as`));
      assert.doesNotMatch(String(first?.[2]), /secret/);
    }
    const argument = { OTEL_TRACES_SAMPLER_ARG: '2' };
    assert.match(String(problems(argument)), /takes nothing/);
    assert.match(
      String(problems({ ...argument, OTEL_TRACES_SAMPLER: 'traceidratio' })),
      /no number from 0 to 1/,
    );
    assert.deepEqual(
      problems({ OTEL_BSP_SCHEDULE_DELAY: '1' }).map(([code]) => code),
      ['telemetry/unheeded-variable'],
    );
  });

  it('send spans to a receiver, also those of the last moment', async () => {
    const bodies: { headers: unknown; url: string | undefined; body: string }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        bodies.push({ headers: request.headers['x-key'], url: request.url, body });
        response.end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { value: telemetry } = readTelemetry(
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        OTEL_EXPORTER_OTLP_HEADERS: 'x-key=k',
        OTEL_RESOURCE_ATTRIBUTES: 'service.name=shop,region=eu',
      },
      'host',
    );
    const running = await runServices({ files: [], telemetry });
    try {
      await running.registry.register('echo', {
        metadata: { interface: { name: 'echo', version: '1.0.0', input: true, output: true } },
        execute: ({ data }: { data: unknown }) => data,
      });
      await running.entrypoint.execute({ service_id: 'echo', data: 1 });
    } finally {
      await running.stop();
      server.close();
      server.closeAllConnections();
    }
    assert.deepEqual(
      bodies.map(({ headers, url }) => [headers, url]),
      [['k', '/v1/traces']],
    );
    const { resourceSpans } = JSON.parse(bodies[0]?.body ?? '') as {
      resourceSpans: [
        {
          resource: { attributes: { key: string; value: { stringValue: string } }[] };
          scopeSpans: [{ spans: { name: string; kind: number; traceId: string }[] }];
        },
      ];
    };
    assert.deepEqual(
      resourceSpans[0].resource.attributes.map(({ key, value }) => [key, value.stringValue]),
      [
        ['region', 'eu'],
        ['service.name', 'shop'],
      ],
    );
    const [span] = resourceSpans[0].scopeSpans[0].spans;
    assert.deepEqual([span?.name, span?.kind, span?.traceId.length], ['echo', 2, 32]);
  });
});
