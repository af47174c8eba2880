import { type CallHolder, type UpstreamCall, UpstreamError } from './upstream-call.ts';
import {
  type ConnectionLimits,
  type ConnectionOwner,
  UpstreamConnection,
} from './upstream-connection.ts';

/** Connections to one origin. More calls than connections wait, first come, first served. */
export class UpstreamPool implements ConnectionOwner, CallHolder {
  readonly #url: URL;
  readonly #most: number;
  readonly #limits: ConnectionLimits;
  readonly #all = new Set<UpstreamConnection>();
  /** The last one used is used next: the others are closed in time. */
  #idle: UpstreamConnection[] = [];
  #resting: UpstreamConnection[] = [];
  /** Call → the tick after which it has waited too long. */
  readonly #waiting = new Map<UpstreamCall, number>();
  #tick = 0;
  #closing = false;

  constructor(url: URL, most: number, limits: ConnectionLimits) {
    this.#url = url;
    this.#most = most;
    this.#limits = limits;
  }

  /** Nothing is under way and nothing open. */
  get isEmpty(): boolean {
    return this.#all.size === 0 && this.#waiting.size === 0;
  }

  send(call: UpstreamCall): void {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (!idle.usable) continue;
      idle.send(call);
      return;
    }
    if (this.#all.size < this.#most) this.#connect(call);
    else {
      call.holder = this;
      const ticks = Math.ceil(call.request.timeoutMs / this.#limits.tickMs) + 1;
      this.#waiting.set(call, this.#tick + ticks);
    }
  }

  now(): number {
    return this.#tick;
  }

  tick(): void {
    this.#tick += 1;
    for (const connection of this.#all) connection.tick(this.#tick);
    for (const [call, until] of this.#waiting) {
      if (until <= this.#tick) {
        this.abandon(call, new UpstreamError('timeout', 'No connection became free in time.'));
      }
    }
  }

  onIdle(connection: UpstreamConnection): void {
    // Not before the next turn: the end of a connection may have arrived along with the answer.
    if (this.#resting.length === 0) setImmediate(() => this.#rested());
    this.#resting.push(connection);
  }

  onClosed(connection: UpstreamConnection): void {
    this.#all.delete(connection);
    this.#idle = this.#idle.filter((idle) => idle !== connection);
    const next = this.#next();
    if (next !== undefined) this.#connect(next);
  }

  /** A call that waits is given up. */
  abandon(call: UpstreamCall, error: Error): void {
    if (!this.#waiting.delete(call)) return;
    call.holder = undefined;
    queueMicrotask(() => call.listener.onError(error));
  }

  /** A call that waits has nothing to hold back. */
  pause(): void {}

  resume(): void {}

  /** Calls under way are answered first. */
  close(): void {
    this.#closing = true;
    for (const idle of this.#idle) idle.destroy();
  }

  /** Ends everything. */
  destroy(): void {
    this.#closing = true;
    const error = new UpstreamError('broken', 'The gateway has stopped.');
    for (const call of this.#waiting.keys()) this.abandon(call, error);
    for (const connection of this.#all) connection.destroy(error);
  }

  #connect(call: UpstreamCall): void {
    this.#all.add(new UpstreamConnection(this.#url, call, this, this.#limits));
  }

  #rested(): void {
    const rested = this.#resting;
    this.#resting = [];
    for (const connection of rested) {
      if (!connection.usable) {
        connection.destroy();
        continue;
      }
      const next = this.#next();
      if (next !== undefined) connection.send(next);
      else if (this.#closing) connection.destroy();
      else this.#idle.push(connection);
    }
  }

  #next(): UpstreamCall | undefined {
    const [call] = this.#waiting.keys();
    if (call !== undefined) this.#waiting.delete(call);
    return call;
  }
}
