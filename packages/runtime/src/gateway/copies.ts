import type { Exchange } from './exchange.ts';
import type { VersionTarget } from './gateway-config.ts';
import type { Received } from './receive.ts';
import type { RecordedRequest, Tap } from './recorded.ts';
import { Recording } from './recording.ts';
import type { BodyKind } from './request-body.ts';
import { forwardedHeaders } from './request-headers.ts';

/** Copies under way; more requests than that are not copied: copies must not slow anything down. */
const MOST = 64;

/** What copies are made with. */
export interface CopiesOptions {
  readonly random: () => number;
  readonly mayCopy: (target: VersionTarget, method: string) => boolean;
  readonly replay: (service: string, version: string, request: RecordedRequest) => Promise<unknown>;
}

/** Makes copies of requests: for a mirror, and for those who compare versions. */
export class Copies {
  readonly #taps = new Map<string, Tap>();
  readonly #options: CopiesOptions;
  #underWay = 0;

  constructor(options: CopiesOptions) {
    this.#options = options;
  }

  /** @throws TypeError when there is one already */
  tap(service: string, tap: Tap): () => void {
    if (this.#taps.has(service)) throw new TypeError(`"${service}" is watched already.`);
    this.#taps.set(service, tap);
    return () => void (this.#taps.get(service) === tap && this.#taps.delete(service));
  }

  /** Something to keep the answer in, when somebody wants to see it. What is streamed cannot be sent again. */
  recording({ match, version }: Received, method: string, body: BodyKind): Recording | undefined {
    if (this.#taps.size === 0 || body === 'streamed') return undefined;
    return this.#taps.get(match.route.service)?.wants(method, version.name) === true
      ? new Recording()
      : undefined;
  }

  /** After an exchange: gives it to whoever watches, and to the mirror. */
  copy(exchange: Exchange, latencyMs: number | undefined): void {
    const { recording, match, version } = exchange;
    const { service, definition } = match.route;
    if (recording !== undefined && latencyMs !== undefined) {
      const request = requestOf(exchange);
      const answer = recording.answer();
      this.#taps.get(service)?.take({ request, version: version.name, answer, latencyMs });
    }
    const { mirror } = definition;
    if (mirror === undefined || exchange.streams || this.#underWay >= MOST) return;
    const target = match.route.versions.get(mirror.version);
    if (target === undefined || target === version || this.#options.random() >= (mirror.share ?? 1))
      return;
    if (!this.#options.mayCopy(target.target, exchange.request.method ?? '')) return;
    this.#underWay += 1;
    void this.#options
      .replay(service, mirror.version, requestOf(exchange))
      .catch(() => {})
      .finally(() => (this.#underWay -= 1));
  }
}

const requestOf = (exchange: Exchange): RecordedRequest => ({
  method: exchange.request.method ?? '',
  path: exchange.path.raw,
  headers: forwardedHeaders(exchange.request, exchange),
  body: exchange.body,
  requestId: exchange.requestId,
  traceparent: exchange.traceparent,
  principal: exchange.principal,
});
