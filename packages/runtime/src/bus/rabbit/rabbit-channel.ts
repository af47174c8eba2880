import type { AsyncMessage, Channel, Connection } from 'rabbitmq-client';
import { ServiceUnavailableError } from '../../errors/call-errors.ts';
import { within } from '../../registry/within.ts';
import { InFlight } from '../in-flight.ts';

/** What a channel is opened for. */
export interface ChannelWork {
  /** Declares what is needed and begins to consume; called again on a new channel after the server was away. */
  readonly begin: (channel: Channel) => Promise<void>;
}

/** What a consumer on a queue asks for. */
export interface ConsumeWork extends Omit<ChannelWork, 'begin'> {
  /** Declares the queue and what leads to it; gives its name. */
  readonly declare: (channel: Channel) => Promise<string>;
  /** Messages without acknowledgement at a time; without it the server wants none. */
  readonly prefetch?: number;
  readonly handle: (message: AsyncMessage, channel: Channel) => void | Promise<void>;
}

const AGAIN_MS = 100;
const BEGIN_MS = 4000;
const LONGEST_WAIT_MS = 2000;

/**
 * A channel that is there again by itself after the server was away, or has closed it, and does again what
 * it was opened for.
 */
export class RabbitChannel {
  readonly #connection: Connection;
  readonly #work: ChannelWork;
  #channel: Channel | undefined = undefined;
  #opened = Promise.withResolvers<Channel>();
  #again: NodeJS.Timeout | undefined = undefined;
  #stopped = false;

  private constructor(connection: Connection, work: ChannelWork) {
    this.#connection = connection;
    this.#work = work;
  }

  /** Resolves when the work has begun. @throws what the server says against it the first time */
  static async open(connection: Connection, work: ChannelWork): Promise<RabbitChannel> {
    const opened = new RabbitChannel(connection, work);
    await opened.#open();
    return opened;
  }

  /** The channel of now; undefined while there is none. */
  get current(): Channel | undefined {
    return this.#channel?.active === true ? this.#channel : undefined;
  }

  /** The channel, if need be after a while. @throws ServiceUnavailableError when the server does not come back meanwhile */
  async get(limitMs = LONGEST_WAIT_MS): Promise<Channel> {
    const { current } = this;
    if (current !== undefined) return current;
    const { promise, reject } = Promise.withResolvers<never>();
    const away = () => reject(new ServiceUnavailableError('RabbitMQ', 'not reachable'));
    const timer = setTimeout(away, limitMs);
    try {
      return await Promise.race([this.#opened.promise, promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#again);
    await this.#channel?.close();
  }

  async #open(): Promise<void> {
    const channel = await this.#connection.acquire({ emitErrorsFromChannel: true });
    // What is wrong comes as a rejection, or as the end of the channel.
    channel.on('error', () => {});
    try {
      await within('A channel of RabbitMQ', BEGIN_MS, () => this.#work.begin(channel));
    } catch (error) {
      // A server that does not answer does not answer this either.
      void channel.close();
      throw error;
    }
    if (this.#stopped) return channel.close();
    this.#channel = channel;
    this.#opened.resolve(channel);
    if (channel.active) channel.once('close', () => this.#reopen());
    else this.#reopen();
  }

  #reopen(): void {
    if (this.#stopped) return;
    this.#opened = Promise.withResolvers();
    // By chance: what lost its server together must not come back in step.
    const wait = AGAIN_MS * (0.5 + Math.random());
    this.#again = setTimeout(() => {
      this.#open().catch(() => this.#reopen());
    }, wait);
  }
}

/** Consumes one queue; gives the way to stop, which waits for handlers that run. */
export async function consumeQueue(
  connection: Connection,
  { declare, prefetch, handle }: ConsumeWork,
): Promise<() => Promise<void>> {
  const running = new InFlight();
  let tag: string | undefined;
  const opened = await RabbitChannel.open(connection, {
    begin: async (channel) => {
      const queue = await declare(channel);
      if (prefetch !== undefined) await channel.basicQos({ prefetchCount: prefetch });
      const consume = { queue, noAck: prefetch === undefined };
      const { consumerTag } = await channel.basicConsume(consume, (message) => {
        void running.track(() => handle(message, channel));
      });
      tag = consumerTag;
      channel.once('basic.cancel', () => void channel.close());
    },
  });
  return async () => {
    const channel = opened.current;
    if (channel !== undefined && tag !== undefined) {
      await channel.basicCancel(tag).catch(() => {});
      // What came with the confirmation is handled in the next turn of the event loop.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await running.idle();
    await opened.close();
  };
}
