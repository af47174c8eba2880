import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatTraceparent, parseTraceparent, TraceIds } from './trace-context.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const spanId = '00f067aa0ba902b7';

describe('W3C trace context', () => {
  it('reads and writes traceparent', () => {
    const header = `00-${traceId}-${spanId}-01`;
    assert.deepEqual(parseTraceparent(header), { traceId, spanId, sampled: true });
    assert.equal(formatTraceparent({ traceId, spanId, sampled: true }), header);
    assert.equal(parseTraceparent(`00-${traceId}-${spanId}-00`)?.sampled, false);
  });

  it('reads the versions to come, and nothing malformed', () => {
    assert.equal(
      parseTraceparent(`cc-${traceId}-${spanId}-01-what-the-future-holds`)?.sampled,
      true,
    );
    const malformed = [
      undefined,
      '',
      `ff-${traceId}-${spanId}-01`,
      `00-${traceId}-${spanId}-01-more`,
      `00-${traceId.toUpperCase()}-${spanId}-01`,
      `00-${'0'.repeat(32)}-${spanId}-01`,
      `00-${traceId}-${'0'.repeat(16)}-01`,
      `00-${traceId}-${spanId}-1`,
      `cc-${traceId}-${spanId}-01-${'x'.repeat(1000)}`,
    ];
    for (const header of malformed) assert.equal(parseTraceparent(header), undefined, header);
  });

  it('makes ids that do not repeat, over block ends too', () => {
    const ids = new TraceIds();
    const made = Array.from({ length: 2000 }, () => [ids.traceId(), ids.spanId()]);
    assert.equal(new Set(made.map(([trace]) => trace)).size, 2000);
    assert.ok(made.every(([trace = '', span = '']) => trace.length === 32 && span.length === 16));
  });
});
