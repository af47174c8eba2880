import { setTimeout as delay } from 'node:timers/promises';
import type { AttemptsOptions } from '../attempts.ts';
import type { Cluster } from './kafka-clients.ts';
import { KafkaGroup } from './kafka-group.ts';
import { KafkaShare } from './kafka-share.ts';
import type { KafkaTopic } from './kafka-topic.ts';

/** How often a member gives a sign of life, and hears that others have come or gone. */
const PULSE_MS = 300;
const AGAIN_MS = 500;
/** Who stops waits so long for a server that is away. */
const PATIENCE_MS = 3000;

/** One member of a group: has its share of the partitions, and another share when others come or go. */
export class KafkaMember {
  readonly #cluster: Cluster;
  readonly #group: KafkaGroup;
  readonly #topic: KafkaTopic;
  readonly #options: AttemptsOptions;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  private constructor(
    cluster: Cluster,
    groupId: string,
    topic: KafkaTopic,
    options: AttemptsOptions,
  ) {
    this.#cluster = cluster;
    this.#topic = topic;
    this.#options = options;
    this.#group = new KafkaGroup(cluster, groupId, topic);
  }

  /** Resolves when the group knows of us. @throws what the client throws */
  static async open(
    cluster: Cluster,
    groupId: string,
    topic: KafkaTopic,
    options: AttemptsOptions,
  ): Promise<KafkaMember> {
    const member = new KafkaMember(cluster, groupId, topic, options);
    const share = await member.#join();
    member.#running = member.#run(share);
    return member;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    const timer = setTimeout(() => this.#group.giveUp(), PATIENCE_MS);
    await this.#running;
    clearTimeout(timer);
    await this.#group.leave();
    await this.#cluster.disconnect();
  }

  async #run(first: KafkaShare): Promise<void> {
    const { signal } = this.#stopping;
    let share: KafkaShare | undefined = first;
    while (!signal.aborted) {
      try {
        share ??= await this.#join();
        await this.#stayUntilChange();
        await this.#letGo(share);
        share = undefined;
      } catch {
        await delay(AGAIN_MS, undefined, { signal }).catch(() => {});
      }
    }
    if (share !== undefined) await this.#letGo(share);
  }

  async #join(): Promise<KafkaShare> {
    const partitions = await this.#group.join();
    const share = new KafkaShare(this.#cluster, this.#group, this.#topic, this.#options);
    await share.start(partitions);
    return share;
  }

  async #stayUntilChange(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await delay(PULSE_MS, undefined, { signal }).catch(() => {});
      if (signal.aborted || (await this.#group.heartbeat()) !== 'fine') return;
    }
  }

  /** Others wait for us meanwhile; who gives no sign of life is taken for dead. */
  async #letGo(share: KafkaShare): Promise<void> {
    const timer = setInterval(() => void this.#group.heartbeat().catch(() => {}), 2 * PULSE_MS);
    await share.stop();
    clearInterval(timer);
  }
}
