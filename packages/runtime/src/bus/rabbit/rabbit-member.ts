import { setTimeout as delay } from 'node:timers/promises';
import type { AsyncMessage, Channel, Connection } from 'rabbitmq-client';
import { Attempts, type AttemptsOptions } from '../attempts.ts';
import { decodeEvent } from '../cloud-event.ts';
import { awaken, isProbe } from './awaken.ts';
import { RabbitChannel } from './rabbit-channel.ts';

/** Time limits of a hand-over: with nothing new for so long, nothing is on its way; in the end we go anyway. */
const QUIET_MS = 300;
const LEAVE_MS = 30_000;

/** How often a member looks whether it has more than its share. */
const SHARE_MS = 3000;

/** A queue of a group. */
export interface GroupQueue {
  readonly partition: string;
  readonly name: string;
  /** It has one consumer at a time, and others in line: the order of its keys needs that. */
  readonly single: boolean;
}

/** A queue of the group that this member consumes, or stands by to consume. */
interface Partition {
  readonly queue: string;
  readonly single: boolean;
  tag: string;
  /** Messages that were given to us and are not settled. */
  held: number;
  /** Whether anything came since the last look. */
  busy: boolean;
  /** While we leave it: acknowledgements that wait until the server knows that we do. */
  withheld: (() => void)[] | undefined;
  /** When the last message came, on the clock of `performance.now()`. */
  cameAt: number;
}

/**
 * One member of a group. A queue of keys has one active consumer at a time, which keeps their order; the
 * server picks the next in line when one goes. A member that sees others hands over what is more than its
 * share. What it was given it handles to the end before it goes, so that nothing counts as tried that was not.
 */
export class RabbitMember {
  readonly #attempts: Attempts;
  readonly #prefetch: number;
  readonly #group: string;
  readonly #partitions: Partition[];
  #channel: RabbitChannel | undefined = undefined;
  #timer: NodeJS.Timeout | undefined = undefined;
  #confirming: { channel: Channel; begun: boolean; done: Promise<void> } | undefined = undefined;
  #sharing: Promise<void> = Promise.resolve();

  private constructor(group: string, queues: readonly GroupQueue[], options: AttemptsOptions) {
    this.#group = group;
    this.#attempts = new Attempts(options);
    this.#prefetch = options.options.maxInFlight;
    this.#partitions = queues.map(({ name, single }) => ({
      queue: name,
      single,
      tag: '',
      held: 0,
      busy: false,
      withheld: undefined,
      cameAt: 0,
    }));
  }

  static async open(
    connection: Connection,
    group: string,
    queues: readonly GroupQueue[],
    options: AttemptsOptions,
  ): Promise<RabbitMember> {
    const member = new RabbitMember(group, queues, options);
    member.#channel = await RabbitChannel.open(connection, {
      begin: async (channel) => {
        await awaken(
          connection,
          queues.map(({ name }) => name),
        );
        await member.#begin(channel);
      },
    });
    const share = () => {
      member.#sharing = member.#share().catch(() => {});
    };
    // By chance, so that members don't all hand over at once.
    member.#timer = setInterval(share, SHARE_MS * (0.75 + Math.random() / 2)).unref();
    return member;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sharing;
    const leaving = Promise.all(this.#partitions.map((partition) => this.#leave(partition)));
    await this.#attempts.stop();
    await leaving;
    await this.#channel?.close();
  }

  async #begin(channel: Channel): Promise<void> {
    await channel.basicQos({ prefetchCount: this.#prefetch });
    channel.once('basic.cancel', () => void channel.close());
    // Nothing is ever sent to it: it has as many consumers as the group has members.
    await channel.queueDeclare(this.#membersQueue());
    await channel.basicConsume({ queue: this.#group, noAck: true }, () => {});
    for (const partition of this.#partitions) {
      partition.withheld = undefined;
      partition.tag = await this.#consume(channel, partition);
    }
  }

  async #consume(channel: Channel, partition: Partition): Promise<string> {
    const { queue } = partition;
    const { consumerTag } = await channel.basicConsume({ queue }, (message) => {
      void this.#take(channel, partition, message);
    });
    return consumerTag;
  }

  async #take(channel: Channel, partition: Partition, message: AsyncMessage): Promise<void> {
    const { deliveryTag } = message;
    if (isProbe(message)) return channel.basicAck({ deliveryTag });
    partition.held += 1;
    partition.busy = true;
    partition.cameAt = performance.now();
    const ack = async () => {
      if (partition.withheld !== undefined) {
        await new Promise<void>((resolve) => partition.withheld?.push(resolve));
      }
      channel.basicAck({ deliveryTag });
      await this.#confirmed(channel);
    };
    const count: unknown = message.headers?.['x-delivery-count'];
    const before = typeof count === 'number' ? count : 0;
    try {
      const event = decodeEvent(String(message.body));
      const outcome = await this.#attempts.handle({ event, before, ack });
      if (outcome === 'released') channel.basicNack({ deliveryTag, requeue: true });
    } catch {
      // The channel is gone, and what it gave comes again; or it is no event, which nobody can handle.
      if (channel.active) channel.basicAck({ deliveryTag });
    } finally {
      partition.held -= 1;
    }
  }

  /**
   * Ends the consumption of a partition. What is on its way to us when we say so, the server gives to the next
   * in line after what came later. So acknowledgements are withheld until it has given all that it may
   * without them, or has nothing to give; when that has been handled, nothing is on its way.
   */
  async #leave(partition: Partition): Promise<void> {
    const withheld: (() => void)[] = [];
    partition.withheld = withheld;
    const end = performance.now() + LEAVE_MS;
    const isQuiet = () =>
      partition.held === 0 &&
      (withheld.length >= this.#prefetch || performance.now() - partition.cameAt > QUIET_MS);
    while (!isQuiet() && performance.now() < end) await delay(10);
    await this.#channel?.current?.basicCancel(partition.tag).catch(() => {});
    // What came before the confirmation is dispatched in the next turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    partition.withheld = undefined;
    for (const acknowledge of withheld) acknowledge();
  }

  /**
   * Resolves when the server has read what was written before. It does not confirm acknowledgements; but it
   * answers in order, so that any answer to what comes after them does: one for all that wait for their turn.
   */
  #confirmed(channel: Channel): Promise<void> {
    const last = this.#confirming;
    if (last?.channel === channel && !last.begun) return last.done;
    const next = { channel, begun: false, done: Promise.resolve() };
    next.done = (last?.done ?? next.done)
      .catch(() => {})
      .then(() => {
        next.begun = true;
        return channel.basicQos({ prefetchCount: this.#prefetch });
      });
    this.#confirming = next;
    return next.done;
  }

  #membersQueue() {
    return { queue: this.#group, autoDelete: true, arguments: { 'x-expires': 60_000 } };
  }

  async #share(): Promise<void> {
    const channel = this.#channel?.current;
    const keyed = this.#partitions.filter(({ single }) => single);
    const busy = keyed.filter((partition) => partition.busy);
    for (const partition of busy) partition.busy = false;
    if (channel === undefined || busy.length < 2) return;
    const { consumerCount } = await channel.queueDeclare(this.#membersQueue());
    const fair = Math.ceil(keyed.length / Math.max(1, consumerCount));
    for (const partition of busy.slice(fair)) {
      await this.#leave(partition);
      partition.tag = await this.#consume(channel, partition);
    }
  }
}
