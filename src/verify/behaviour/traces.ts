import { asRecord } from '../checks/answer.ts';
import type { Tester } from '../checks/tester.ts';
import { receive } from './receive.ts';
import { withService } from './with-service.ts';

type Json = Readonly<Record<string, unknown>>;

const PARENT = '00f067aa0ba902b7';
const SAMPLED = '4bf92f3577b34da6a3ce929d0e0e4736';
const UNSAMPLED = '4bf92f3577b34da6a3ce929d0e0e4737';

/** A collector gets a span for each request that is sampled: OTLP over HTTP as JSON (SP-13.4). */
export async function traces(t: Tester, list: string): Promise<void> {
  const collector = await receive(() => 200);
  const environment = {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20b',
    OTEL_SERVICE_NAME: 'checked',
  };
  try {
    await withService(t, environment, async (inner) => {
      const caller = await inner.owner();
      const traced = (id: string, flags: string) =>
        inner.get(caller, list, { traceparent: `00-${id}-${PARENT}-${flags}` });
      t.expect(await traced(UNSAMPLED, '00'), 200);
      t.expect(await traced(SAMPLED, '01'), 200);
      for (let wait = 0; wait < 100 && spansOf(SAMPLED).length === 0; wait += 1)
        await new Promise((resolve) => setTimeout(resolve, 100));
      const [span] = spansOf(SAMPLED);
      if (!span) return t.fail('no span of the request was sent within 10 s');
      t.same(spansOf(SAMPLED).length, 1, 'spans of one request');
      t.same(spansOf(UNSAMPLED), [], 'spans of a request that is not sampled');
      t.same(span['parentSpanId'], PARENT, 'parentSpanId');
      const spanId = String(span['spanId']);
      t.that(/^[0-9a-f]{16}$/.test(spanId) && spanId !== PARENT, `the spanId is ${spanId}`);
      t.same(span['kind'], 2, 'the kind (server)');
      t.same(attributeOf(span, 'http.request.method'), { stringValue: 'GET' }, 'the method');
      t.same(attributeOf(span, 'http.route'), { stringValue: list }, 'the route');
      const status = attributeOf(span, 'http.response.status_code');
      t.same(Number(asRecord(status)['intValue']), 200, 'the status');
      const [start, end] = ['startTimeUnixNano', 'endTimeUnixNano'].map((name) =>
        BigInt(String(span[name])),
      );
      t.that((end ?? 0n) >= (start ?? 0n), 'it ends before it starts');
      const age = Date.now() - Number((end ?? 0n) / 1_000_000n);
      t.that(Math.abs(age) < 60_000, `it ended ${age} ms ago`);
      const [first] = collector.received;
      t.same(first?.path, '/v1/traces', 'the path');
      t.same(first?.headers['x-key'], 'a b', 'a header of OTEL_EXPORTER_OTLP_HEADERS');
      const names = resources().map((one) =>
        attributeOf(asRecord(one['resource']), 'service.name'),
      );
      t.same(names[0], { stringValue: 'checked' }, 'the name of the service');
    });
  } finally {
    collector.stop();
  }
  function resources(): readonly Json[] {
    return collector.received.flatMap(({ body }) => listIn(asRecord(body)['resourceSpans']));
  }
  function spansOf(traceId: string): readonly Json[] {
    return resources()
      .flatMap((one) => listIn(one['scopeSpans']))
      .flatMap((one) => listIn(one['spans']))
      .filter((one) => one['traceId'] === traceId);
  }
}

function attributeOf(part: Json, key: string): unknown {
  return listIn(part['attributes']).find((one) => one['key'] === key)?.['value'];
}

function listIn(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(asRecord) : [];
}
