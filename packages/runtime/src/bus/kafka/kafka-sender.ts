import type { Client } from 'kafka-ts';
import { ServiceUnavailableError } from '../../errors/call-errors.ts';

/** A record to be written. */
export interface Outgoing {
  readonly topic: string;
  readonly partition: number;
  readonly key: string | null;
  readonly value: string;
}

interface Waiting {
  readonly message: Outgoing;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A server takes a megabyte for one partition by default. */
const MOST_BYTES = 900_000;
const MOST = 500;

/** Writes records in the order in which they come: one request at a time, with all that wait as far as they fit. */
export class KafkaSender {
  readonly #producer: ReturnType<Client['createProducer']>;
  #waiting: Waiting[] = [];
  #sending = false;
  #last = 0;

  /** @param maxRetries how often the client writes again what the server has not confirmed; it finds repetitions of that */
  constructor(client: Client, maxRetries: number) {
    this.#producer = client.createProducer({ maxRetries, retryDelayMs: 50, maxBatchSize: 1 });
  }

  /** Resolves when it is stored on all servers that are to have it. @throws ServiceUnavailableError when that can't be said */
  send(message: Outgoing): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ message, resolve, reject });
      if (!this.#sending) void this.#run();
    });
  }

  async close(): Promise<void> {
    await this.#producer.close();
  }

  async #run(): Promise<void> {
    this.#sending = true;
    // What is given in the same turn goes together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#take();
      try {
        const headers = () => ({ n: String((this.#last += 1)) });
        await this.#producer.send(batch.map(({ message }) => ({ ...message, headers: headers() })));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const failure = new ServiceUnavailableError('Kafka', `not reachable: ${why}`);
        for (const { reject } of batch) reject(failure);
      }
    }
    this.#sending = false;
  }

  #take(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { message } of this.#waiting) {
      bytes += Buffer.byteLength(message.value) + 300;
      if (count > 0 && (bytes > MOST_BYTES || count >= MOST)) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }
}
