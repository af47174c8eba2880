import type { Subscriber } from './bus.ts';
import type { BusCounters } from './bus-counters.ts';
import { decodeEvent } from './cloud-event.ts';
import { InFlight } from './in-flight.ts';

/** One subscription: takes events in order, one at a time, and loses what it has no room for. */
export class Inbox {
  readonly matches: (subject: string) => boolean;
  readonly queue: string | undefined;
  readonly #handler: Subscriber;
  readonly #room: number;
  readonly #counters: BusCounters;
  readonly #inFlight = new InFlight();
  #waiting: { readonly subject: string; readonly text: string }[] = [];
  #working = false;

  constructor(
    matches: (subject: string) => boolean,
    handler: Subscriber,
    room: number,
    queue: string | undefined,
    counters: BusCounters,
  ) {
    this.matches = matches;
    this.queue = queue;
    this.#handler = handler;
    this.#room = room;
    this.#counters = counters;
  }

  put(subject: string, text: string): void {
    if (this.#waiting.length >= this.#room) {
      this.#counters.lost += 1;
      return;
    }
    this.#waiting.push({ subject, text });
    if (this.#working) return;
    this.#working = true;
    void this.#inFlight.track(() => this.#work());
  }

  /** Drops what waits, as lost, and waits for the handler. */
  async stop(): Promise<void> {
    this.#counters.lost += this.#waiting.length;
    this.#waiting = [];
    await this.#inFlight.idle();
  }

  async #work(): Promise<void> {
    // Publishing never runs handlers of others in the middle of itself.
    await Promise.resolve();
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      this.#counters.delivered += 1;
      this.#counters.inFlight += 1;
      try {
        await this.#handler(decodeEvent(next.text), next.subject);
      } catch {
        this.#counters.handlerErrors += 1;
      } finally {
        this.#counters.inFlight -= 1;
      }
    }
    this.#working = false;
  }
}
