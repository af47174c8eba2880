import { hex } from '../uuid.ts';
import type { Trace } from './trace.ts';

/** A finished request. Times are milliseconds since 1970. */
export interface Span extends Trace {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly method: string;
  readonly route: string;
  readonly status: number;
}

const INTERVAL = 2000;
const MOST = 2048;
const SERVER = 2;
const FAILED = 2;

/** Sends spans to an OpenTelemetry collector: OTLP over HTTP, as JSON. What can't be sent is dropped. */
export class SpanExporter {
  readonly #url: string;
  readonly #service: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #timer: NodeJS.Timeout;
  #spans: Span[] = [];

  constructor(endpoint: string, service: string) {
    this.#url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
    this.#service = process.env['OTEL_SERVICE_NAME'] || service;
    this.#headers = headersOf(process.env['OTEL_EXPORTER_OTLP_HEADERS'] ?? '');
    this.#timer = setInterval(() => void this.flush(), INTERVAL).unref();
  }

  add(span: Span): void {
    if (span.sampled && this.#spans.length < MOST) this.#spans.push(span);
  }

  async flush(): Promise<void> {
    if (this.#spans.length === 0) return;
    const spans = this.#spans;
    this.#spans = [];
    const resource = { attributes: [attribute('service.name', this.#service)] };
    const scopeSpans = [{ scope: { name: this.#service }, spans: spans.map(encode) }];
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        headers: { ...this.#headers, 'content-type': 'application/json' },
        body: JSON.stringify({ resourceSpans: [{ resource, scopeSpans }] }),
        signal: AbortSignal.timeout(5000),
      });
      await response.body?.cancel();
    } catch {
      // A collector that is away must not harm the service.
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }
}

function encode(span: Span): object {
  return {
    traceId: span.traceId,
    spanId: hex(8),
    ...(span.parentId !== undefined && { parentSpanId: span.parentId }),
    name: span.name,
    kind: SERVER,
    startTimeUnixNano: `${Math.trunc(span.start * 1000)}000`,
    endTimeUnixNano: `${Math.trunc(span.end * 1000)}000`,
    attributes: [
      attribute('http.request.method', span.method),
      attribute('http.route', span.route),
      { key: 'http.response.status_code', value: { intValue: span.status } },
    ],
    ...(span.status >= 500 && { status: { code: FAILED } }),
  };
}

function attribute(key: string, value: string): object {
  return { key, value: { stringValue: value } };
}

/** `name=value,…` as the OpenTelemetry environment has it. */
function headersOf(text: string): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals).trim(), decodeURIComponent(pair.slice(equals + 1).trim())];
    }),
  );
}
