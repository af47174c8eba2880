import { setTimeout as delay } from 'node:timers/promises';
import { API, API_ERROR, KafkaTSApiError, KafkaTSError } from 'kafka-ts';
import { type Cluster, REBALANCE_MS } from './kafka-clients.ts';
import { isCode, type KafkaTopic } from './kafka-topic.ts';
import type { ProgressState } from './progress.ts';

/** What the group says to a sign of life. */
export type Pulse = 'fine' | 'rebalance' | 'lost';

/** After so long without a sign of life a member is taken for dead; servers allow no less by default. */
const SESSION_MS = 6000;
const AGAIN_MS = 100;
const PROTOCOL = 'microforge';

/** A member of a consumer group of Kafka (the classic protocol). */
export class KafkaGroup {
  readonly #cluster: Cluster;
  readonly #topic: KafkaTopic;
  readonly #id: string;
  #member = '';
  #generation = -1;
  #coordinator: number | undefined = undefined;
  #left = false;

  constructor(cluster: Cluster, id: string, topic: KafkaTopic) {
    this.#cluster = cluster;
    this.#id = id;
    this.#topic = topic;
  }

  /** Joins, or joins again; gives the partitions that are ours now. Waits until all others have let go. */
  async join(): Promise<readonly number[]> {
    for (;;) {
      try {
        return await this.#join();
      } catch (error) {
        if (isCode(error, API_ERROR.MEMBER_ID_REQUIRED)) {
          this.#member = (error as { response: { memberId: string } }).response.memberId;
        } else if (isLost(error)) this.#member = '';
        else if (!isCode(error, API_ERROR.REBALANCE_IN_PROGRESS)) throw error;
      }
    }
  }

  async heartbeat(): Promise<Pulse> {
    try {
      await this.#ask(() => this.#cluster.sendRequest(API.HEARTBEAT, this.#self));
      return 'fine';
    } catch (error) {
      if (isCode(error, API_ERROR.REBALANCE_IN_PROGRESS)) return 'rebalance';
      if (isLost(error)) return 'lost';
      throw error;
    }
  }

  /** What the group has done with partitions; undefined of those of which nothing is known. */
  async read(partitions: readonly number[]): Promise<ReadonlyMap<number, ProgressState>> {
    const { name, id: topicId } = this.#topic;
    const topics = [{ name, topicId, partitionIndexes: [...partitions] }];
    const { groups } = await this.#ask(() =>
      this.#cluster.sendRequest(API.OFFSET_FETCH, {
        groups: [{ groupId: this.#id, topics }],
        requireStable: true,
      }),
    );
    const found = groups.flatMap((group) => group.topics.flatMap((topic) => topic.partitions));
    return new Map(
      found
        .filter(({ committedOffset }) => committedOffset >= 0n)
        .map(({ partitionIndex, committedOffset, committedMetadata }) => [
          partitionIndex,
          { offset: Number(committedOffset), marks: committedMetadata ?? '' },
        ]),
    );
  }

  /** Stores it. @throws KafkaTSApiError when we are no member any more */
  async write(states: ReadonlyMap<number, ProgressState>): Promise<void> {
    const { generationId, ...self } = this.#self;
    const partitions = Array.from(states, ([partitionIndex, { offset, marks }]) => ({
      partitionIndex,
      committedOffset: BigInt(offset),
      committedLeaderEpoch: -1,
      committedMetadata: marks,
    }));
    const topics = [{ name: this.#topic.name, topicId: this.#topic.id, partitions }];
    await this.#ask(() =>
      this.#cluster.sendRequest(API.OFFSET_COMMIT, {
        ...self,
        generationIdOrMemberEpoch: generationId,
        topics,
      }),
    );
  }

  /** From now on a server that is away is not waited for. */
  giveUp(): void {
    this.#left = true;
  }

  /** Says farewell: others need not wait until we are taken for dead. */
  async leave(): Promise<void> {
    this.#left = true;
    if (this.#member === '') return;
    const members = [{ memberId: this.#member, groupInstanceId: null, reason: null }];
    await this.#cluster
      .sendRequest(API.LEAVE_GROUP, { groupId: this.#id, members })
      .catch(() => undefined);
  }

  get #self() {
    return {
      groupId: this.#id,
      generationId: this.#generation,
      memberId: this.#member,
      groupInstanceId: null,
    };
  }

  async #join(): Promise<readonly number[]> {
    const { generationId, memberId, leader, members } = await this.#ask(() =>
      this.#cluster.sendRequest(API.JOIN_GROUP, {
        groupId: this.#id,
        groupInstanceId: null,
        memberId: this.#member,
        sessionTimeoutMs: SESSION_MS,
        rebalanceTimeoutMs: REBALANCE_MS,
        protocolType: 'consumer',
        protocols: [{ name: PROTOCOL, metadata: { version: 0, topics: [this.#topic.name] } }],
        reason: null,
      }),
    );
    this.#generation = generationId;
    this.#member = memberId;
    const all = members.map((member) => member.memberId).sort();
    const { assignment } = await this.#ask(() =>
      this.#cluster.sendRequest(API.SYNC_GROUP, {
        ...this.#self,
        protocolType: 'consumer',
        protocolName: PROTOCOL,
        assignments: leader === memberId ? this.#shares(all) : [],
      }),
    );
    return assignment[this.#topic.name] ?? [];
  }

  /** By turns. */
  #shares(members: readonly string[]) {
    return members.map((memberId, index) => ({
      memberId,
      assignment: {
        [this.#topic.name]: [...this.#topic.leaders.keys()].filter(
          (partition) => partition % members.length === index,
        ),
      },
    }));
  }

  /** Asks the server that keeps the group, as long as that takes. */
  async #ask<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        await this.#cluster.ensureConnected();
        await this.#find();
        return await work();
      } catch (error) {
        if (this.#left || !isPassing(error)) throw error;
        this.#coordinator = undefined;
        // By chance: what lost its server together must not come back in step.
        await delay(AGAIN_MS * (0.5 + Math.random()));
      }
    }
  }

  async #find(): Promise<void> {
    if (this.#coordinator !== undefined) return;
    const { coordinators } = await this.#cluster.sendRequest(API.FIND_COORDINATOR, {
      keyType: 0,
      keys: [this.#id],
    });
    const node = coordinators[0]?.nodeId ?? -1;
    await this.#cluster.setSeedBroker(node);
    this.#coordinator = node;
  }
}

const isLost = (error: unknown) =>
  isCode(error, API_ERROR.UNKNOWN_MEMBER_ID, API_ERROR.ILLEGAL_GENERATION);

/** The server is away, or looks for who keeps the group. */
const isPassing = (error: unknown) =>
  error instanceof KafkaTSApiError
    ? isCode(
        error,
        API_ERROR.REQUEST_TIMED_OUT,
        API_ERROR.COORDINATOR_LOAD_IN_PROGRESS,
        API_ERROR.COORDINATOR_NOT_AVAILABLE,
        API_ERROR.NOT_COORDINATOR,
      )
    : error instanceof KafkaTSError;
