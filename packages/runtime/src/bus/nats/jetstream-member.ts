import type { Consumer as NativeConsumer, JsMsg } from '@nats-io/jetstream';
import type { AttemptsOptions } from '../attempts.ts';
import { retryDelay } from '../bus.ts';
import { type CloudEvent, decodeEvent } from '../cloud-event.ts';
import { InFlight } from '../in-flight.ts';

/** The consumer of a partition. */
export interface Source {
  /** One delivery at a time, on all members together. */
  readonly serial: boolean;
  readonly consumer: NativeConsumer;
}

/**
 * How long the server waits for a word of a delivery: what got lost on its way, or with its member, comes again after
 * that. A handler that needs longer has it extended.
 */
const LOST_MS = 5000;

/** How long the server waits when a group grants so much to its handlers. */
export const serverWaitMs = (ackWaitMs: number): number => Math.min(ackWaitMs, LOST_MS);

/** How long a pull waits at the server; the least that the client allows. A stop takes as long at most. */
const PULL_MS = 1000;

/** One consumer of a group: pulls from each partition, handles, acknowledges. */
export class JetStreamMember {
  readonly #options: AttemptsOptions;
  readonly #running = new InFlight();
  readonly #loops: readonly Promise<void>[];
  /** Deliveries here → when their time is over; Infinity for those that wait for a place. */
  readonly #held = new Map<JsMsg, number>();
  readonly #heartbeat: NodeJS.Timeout;
  #stopped = false;
  #free: number;
  #waiting: (() => void)[] = [];

  constructor(sources: readonly Source[], options: AttemptsOptions) {
    this.#options = options;
    this.#free = options.options.maxInFlight;
    const waitMs = serverWaitMs(options.options.ackWaitMs);
    this.#heartbeat = setInterval(() => this.#extend(waitMs), waitMs / 3).unref();
    this.#loops = sources.map(({ consumer, serial }) => this.#loop(consumer, serial));
  }

  /** What was pulled but not begun goes back at once. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#loops);
    await this.#running.idle();
    clearInterval(this.#heartbeat);
  }

  /** Tells the server of what is not forgotten. */
  #extend(waitMs: number): void {
    const now = performance.now();
    for (const [message, until] of this.#held) if (now + waitMs < until) message.working();
  }

  async #loop(consumer: NativeConsumer, serial: boolean): Promise<void> {
    while (!this.#stopped) {
      const message = await consumer.next({ expires: PULL_MS }).catch(() => undefined);
      if (message === undefined) {
        // The server is away; the client reconnects by itself.
        await new Promise((resolve) => setTimeout(resolve, 100));
        continue;
      }
      if (message === null) continue;
      this.#held.set(message, Infinity);
      await this.#slot();
      if (this.#stopped) {
        message.nak();
        this.#held.delete(message);
        this.#release();
        return;
      }
      this.#held.set(message, performance.now() + this.#options.options.ackWaitMs);
      const handled = this.#running
        .track(() => this.#handle(message))
        .finally(() => {
          this.#held.delete(message);
          this.#release();
        });
      if (serial) await handled;
    }
  }

  async #slot(): Promise<void> {
    while (this.#free === 0) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#free -= 1;
  }

  #release(): void {
    this.#free += 1;
    this.#waiting.shift()?.();
  }

  async #handle(message: JsMsg): Promise<void> {
    const { handler, options, counters } = this.#options;
    const attempt = message.info.deliveryCount;
    if (this.#options.known.get(String(message.seq)) === true) {
      // A server that crashed forgets the latest acknowledgements; we do not.
      await message.ackAck().catch(() => {});
      return;
    }
    const event = decodeEvent(message.string());
    if (attempt > options.maxDeliveries) {
      await this.#fail(message, event, attempt - 1, 'no acknowledgement in time');
      return;
    }
    counters.delivered += 1;
    counters.inFlight += 1;
    if (attempt > 1) counters.redelivered += 1;
    let settled = false;
    const once = (work: () => Promise<void>) => {
      if (settled) return Promise.resolve();
      settled = true;
      return work();
    };
    try {
      await handler({
        event,
        attempt,
        ack: () => once(() => this.#ack(message)),
        retry: (delayMs) => once(() => this.#fail(message, event, attempt, 'refused', delayMs)),
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await once(() => this.#fail(message, event, attempt, reason));
    } finally {
      counters.inFlight -= 1;
    }
  }

  async #ack(message: JsMsg): Promise<void> {
    // Remembered first: should the server die before it confirms, the work has been done all the same.
    this.#options.known.set(String(message.seq), true);
    if (!(await message.ackAck()))
      throw new Error('The server did not confirm the acknowledgement.');
    this.#options.counters.acknowledged += 1;
  }

  /** Another attempt later, or a dead letter; that is stored before the event is let go. */
  async #fail(
    message: JsMsg,
    event: CloudEvent,
    attempt: number,
    reason: string,
    delayMs?: number,
  ): Promise<void> {
    const { options, bury } = this.#options;
    if (attempt < options.maxDeliveries) {
      message.nak(delayMs ?? retryDelay(attempt, options.retryDelayMs));
      return;
    }
    try {
      await bury(event, attempt, reason);
      await message.ackAck();
    } catch {
      message.nak(1000);
    }
  }
}
