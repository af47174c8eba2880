import { setTimeout as delay } from 'node:timers/promises';
import type { Span } from './tracing.middleware.ts';

/** Where spans go, and how many may wait. */
export interface OtlpOptions {
  /** Of a collector, such as `http://127.0.0.1:4318`: what `OTEL_EXPORTER_OTLP_ENDPOINT` says. */
  readonly endpoint: string;
  /** `service.name` of this process. */
  readonly serviceName: string;
  /** The whole address for traces, where it is not `/v1/traces` below the endpoint. */
  readonly tracesUrl?: string;
  /** More attributes of the resource. */
  readonly resource?: Readonly<Record<string, string>>;
  /** Such as an API key. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Spans that wait at most; more are dropped, and counted. */
  readonly mostWaiting?: number;
  readonly intervalMs?: number;
  readonly timeoutMs?: number;
}

/** What became of the spans; sent + rejected + dropped + waiting is what was given. */
export interface OtlpStats {
  readonly sent: number;
  /** The collector took the request, and said that it did not take these. */
  readonly rejected: number;
  readonly dropped: number;
}

const MOST_OF_REQUEST = 512;
/** The statuses after which the standard wants another attempt. */
const PASSING = new Set([429, 502, 503, 504]);
const ATTEMPTS = 3;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5000;

/**
 * Sends spans of `tracing` to a collector of OpenTelemetry, in batches, in the background: OTLP 1 over HTTP in JSON,
 * https://opentelemetry.io/docs/specs/otlp/. A collector that is slow or away costs spans, never calls.
 */
export class OtlpExporter {
  readonly #options: Required<OtlpOptions>;
  readonly #url: URL;
  readonly #closing = new AbortController();
  #waiting: Span[] = [];
  #timer: NodeJS.Timeout | undefined = undefined;
  #sending: Promise<void> = Promise.resolve();
  #stats = { sent: 0, rejected: 0, dropped: 0 };

  /** @throws TypeError when the endpoint is no URL */
  constructor(options: OtlpOptions) {
    const { pathname, origin } = new URL(options.endpoint);
    const tracesUrl = `${origin}${pathname.replace(/\/$/, '')}/v1/traces`;
    this.#options = {
      headers: {},
      resource: {},
      tracesUrl,
      mostWaiting: 4096,
      intervalMs: 1000,
      timeoutMs: 10_000,
      ...options,
    };
    this.#url = new URL(this.#options.tracesUrl);
  }

  /** For `tracing({ exporter })`. */
  readonly export = (span: Span): void => {
    if (this.#closing.signal.aborted || this.#waiting.length >= this.#options.mostWaiting) {
      this.#stats.dropped += 1;
      return;
    }
    this.#waiting.push(span);
    // The process may end in the meantime; `close` sends what waits.
    if (this.#waiting.length >= MOST_OF_REQUEST) void this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), this.#options.intervalMs).unref();
  };

  get stats(): OtlpStats {
    return { ...this.#stats };
  }

  /** Sends what waits now; resolves when that is done, or given up. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sending = this.#sending.then(() => this.#run());
    return this.#sending;
  }

  /** Sends what waits, once and without waits between; later spans are dropped. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.flush();
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const spans = this.#waiting.splice(0, MOST_OF_REQUEST);
      const rejected = await this.#send(JSON.stringify(this.#request(spans)));
      if (rejected === undefined) this.#stats.dropped += spans.length;
      else {
        this.#stats.rejected += rejected;
        this.#stats.sent += spans.length - rejected;
      }
    }
  }

  /** How many the collector did not take; undefined when it took none. */
  async #send(body: string): Promise<number | undefined> {
    const { headers, timeoutMs } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      let waitMs = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
      try {
        const answer = await fetch(this.#url, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body,
          signal: AbortSignal.timeout(timeoutMs),
        });
        const text = await answer.text();
        if (answer.ok) return rejectedIn(text);
        if (!PASSING.has(answer.status)) return undefined;
        waitMs = Math.max(waitMs, 1000 * Number(answer.headers.get('retry-after') ?? 0) || 0);
      } catch {
        // It is away, or does not answer in time.
      }
      const { signal } = this.#closing;
      if (attempt >= ATTEMPTS || signal.aborted) return undefined;
      await delay(Math.min(waitMs, LONGEST_WAIT_MS), undefined, { signal, ref: false }).catch(
        () => {},
      );
    }
  }

  #request(spans: readonly Span[]) {
    const about = { ...this.#options.resource, 'service.name': this.#options.serviceName };
    const resource = { attributes: attributesOf(about) };
    const scopeSpans = [{ scope: { name: '@microforge/runtime' }, spans: spans.map(toOtlp) }];
    return { resourceSpans: [{ resource, scopeSpans }] };
  }
}

/** Numbers of the enumerations, ids in hex and 64-bit numbers as texts: the JSON of OTLP. */
function toOtlp({ name, traceId, spanId, parentId, start, end, code, attributes }: Span) {
  return {
    traceId,
    spanId,
    ...(parentId !== undefined && { parentSpanId: parentId }),
    name,
    // SERVER
    kind: 2,
    startTimeUnixNano: nanos(start),
    endTimeUnixNano: nanos(Math.max(start, end)),
    attributes: attributesOf(code === 'ok' ? attributes : { ...attributes, 'error.type': code }),
    // UNSET or ERROR
    status: code === 'ok' ? {} : { code: 2, message: code },
  };
}

/** Milliseconds as nanoseconds: too many digits for a number. */
function nanos(ms: number): string {
  const whole = Math.floor(ms);
  return String(BigInt(whole) * 1_000_000n + BigInt(Math.round((ms - whole) * 1e6)));
}

const attributesOf = (attributes: Readonly<Record<string, string | number>>) =>
  Object.entries(attributes).map(([key, value]) => ({
    key,
    value:
      typeof value === 'string'
        ? { stringValue: value }
        : Number.isSafeInteger(value)
          ? { intValue: String(value) }
          : { doubleValue: value },
  }));

/** What an answer says of a part that was not taken; one that says nothing, or is not JSON, has taken all. */
function rejectedIn(text: string): number {
  try {
    const { partialSuccess } = JSON.parse(text) as { partialSuccess?: { rejectedSpans?: unknown } };
    return Math.max(0, Number(partialSuccess?.rejectedSpans ?? 0) || 0);
  } catch {
    return 0;
  }
}
