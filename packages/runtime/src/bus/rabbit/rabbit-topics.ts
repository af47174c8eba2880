import { createHash } from 'node:crypto';
import type { Channel, Connection } from 'rabbitmq-client';
import type { AttemptsOptions } from '../attempts.ts';
import type { BusCounters } from '../bus-counters.ts';
import { BackPressureError } from '../bus-errors.ts';
import { type CloudEvent, encodeEvent } from '../cloud-event.ts';
import { within } from '../../registry/within.ts';
import { partitionOf, partitions } from '../partition.ts';
import { awaken } from './awaken.ts';
import { moveHeld } from './move-held.ts';
import { RabbitChannel } from './rabbit-channel.ts';
import { type GroupQueue, RabbitMember } from './rabbit-member.ts';

/** Nothing is stored for so long: whoever sends may send it again. */
const SEND_MS = 3000;
const WEEK_MS = 7 * 86_400_000;

/**
 * The durable path on RabbitMQ (3.10 or later): a topic is an exchange, a group a quorum queue for each
 * partition of it: of keys with one consumer at a time, and one for events without a key, which all members
 * share. What is sent to a topic before it has a group is held in a queue of its own, and goes to the first
 * one. RabbitMQ knows no repetitions: the consuming side finds those that reach the same process.
 */
export class RabbitTopics {
  readonly #connection: Connection;
  readonly #counters: BusCounters;
  readonly #maxStored: number;
  readonly #channel: RabbitChannel;
  #declared = new Map<string, Promise<void>>();

  private constructor(
    connection: Connection,
    channel: RabbitChannel,
    maxStored: number,
    counters: BusCounters,
  ) {
    this.#connection = connection;
    this.#channel = channel;
    this.#maxStored = maxStored;
    this.#counters = counters;
    // Another server may be there after a while, without our exchanges.
    connection.on('connection', () => (this.#declared = new Map()));
  }

  static async open(
    connection: Connection,
    maxStored: number,
    counters: BusCounters,
  ): Promise<RabbitTopics> {
    const begin = (channel: Channel) => channel.confirmSelect();
    const channel = await RabbitChannel.open(connection, { begin });
    return new RabbitTopics(connection, channel, maxStored, counters);
  }

  async send(topic: string, event: CloudEvent): Promise<void> {
    const text = encodeEvent(event);
    const channel = await this.#channel.get();
    await this.#declare(topic);
    const routingKey = partitionOf(event.partitionkey);
    try {
      const envelope = { ...stored, exchange: exchangeOf(topic), routingKey };
      await within(`Storing an event of "${topic}"`, SEND_MS, () =>
        channel.basicPublish(envelope, Buffer.from(text)),
      );
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'NACK') throw error;
      throw new BackPressureError('Stored events', this.#maxStored);
    }
    this.#counters.stored += 1;
  }

  async consume(topic: string, group: string, options: AttemptsOptions): Promise<RabbitMember> {
    await this.#declare(topic);
    const digest = createHash('sha256').update(`${topic}\n${group}`).digest('hex').slice(0, 24);
    const name = `microforge.group.${digest}`;
    const queues = partitions.map((partition) => ({
      partition,
      single: partition !== 'any',
      name: `${name}.${partition}`,
    }));
    await this.#claim(topic, queues);
    return RabbitMember.open(this.#connection, name, queues, options);
  }

  async close(): Promise<void> {
    await this.#channel.close();
  }

  /** The topic, and where events wait for its first group. Once for each connection. */
  #declare(topic: string): Promise<void> {
    const known = this.#declared.get(topic);
    if (known !== undefined) return known;
    const declaring = this.#withChannel(async (channel) => {
      const held = heldOf(topic);
      await channel.exchangeDeclare({ exchange: held, type: 'fanout', durable: true });
      await this.#queue(channel, held);
      await channel.queueBind({ exchange: held, queue: held });
      await channel.exchangeDeclare({
        exchange: exchangeOf(topic),
        type: 'direct',
        durable: true,
        arguments: { 'alternate-exchange': held },
      });
    });
    this.#declared.set(topic, declaring);
    declaring.catch(() => this.#declared.delete(topic));
    return declaring;
  }

  /** The queues of a group; what was sent before the first group goes into them. */
  #claim(topic: string, queues: readonly GroupQueue[]): Promise<void> {
    return this.#withChannel(async (channel) => {
      for (const { name, single } of queues) await this.#queue(channel, name, single);
      const move = () => moveHeld(this.#connection, heldOf(topic), queues, stored);
      await awaken(this.#connection, [heldOf(topic)]);
      // Before, so that it stays in order; again, for what came between.
      await move();
      for (const { name: queue, partition: routingKey } of queues) {
        await channel.queueBind({ exchange: exchangeOf(topic), queue, routingKey });
      }
      await move();
    });
  }

  async #queue(channel: Channel, queue: string, single = false): Promise<void> {
    await channel.queueDeclare({
      queue,
      durable: true,
      arguments: {
        'x-queue-type': 'quorum',
        'x-overflow': 'reject-publish',
        'x-max-length': this.#maxStored,
        'x-message-ttl': WEEK_MS,
        ...(single && { 'x-single-active-consumer': true }),
      },
    });
  }

  async #withChannel<T>(work: (channel: Channel) => Promise<T>): Promise<T> {
    const channel = await this.#connection.acquire({ emitErrorsFromChannel: true });
    channel.on('error', () => {});
    try {
      return await work(channel);
    } finally {
      await channel.close();
    }
  }
}

const exchangeOf = (topic: string) => `microforge.topic.${topic}`;
const heldOf = (topic: string) => `microforge.held.${topic}`;
const stored = { durable: true, contentType: 'application/cloudevents+json' } as const;
