import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { API, API_ERROR, KafkaTSApiError } from 'kafka-ts';
import type { Cluster } from './kafka-clients.ts';
import { offsetsAt } from './kafka-fetch.ts';

/** A topic of Kafka, and the servers that lead its partitions. */
export interface KafkaTopic {
  readonly name: string;
  readonly id: string;
  /** Node of each partition. */
  readonly leaders: readonly number[];
}

const LEADERS_MS = 10_000;
const LONGEST = 249;

/** Makes a topic unless it is there; resolves when each partition is led. */
export async function declareTopic(
  cluster: Cluster,
  name: string,
  numPartitions: number,
  config: Readonly<Record<string, string>>,
): Promise<KafkaTopic> {
  const configs = Object.entries(config).map(([key, value]) => ({ name: key, value }));
  await cluster.ensureConnected();
  try {
    // As many copies as the cluster makes by default.
    const topics = [{ name, numPartitions, replicationFactor: -1, configs }];
    await cluster.sendRequest(API.CREATE_TOPICS, { topics, timeoutMs: 5000 });
  } catch (error) {
    if (!isCode(error, API_ERROR.TOPIC_ALREADY_EXISTS)) throw error;
  }
  for (const end = performance.now() + LEADERS_MS; ; await delay(20)) {
    try {
      const topic = await findTopic(cluster, name);
      // Who is to lead may not know it yet.
      await offsetsAt(cluster, topic, -2);
      return topic;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
  }
}

/** Who leads now. @throws what the client throws when there is no such topic, or a partition has no leader */
export async function findTopic(cluster: Cluster, name: string): Promise<KafkaTopic> {
  await cluster.ensureConnected();
  const { topics } = await cluster.sendRequest(API.METADATA, { topics: [{ id: null, name }] });
  const [topic] = topics;
  const partitions = [...(topic?.partitions ?? [])].sort(
    (a, b) => a.partitionIndex - b.partitionIndex,
  );
  return { name, id: topic?.topicId ?? '', leaders: partitions.map(({ leaderId }) => leaderId) };
}

/**
 * The name of ours in Kafka. Kafka takes `a.b` and `a_b` for the same in its metrics, and refuses the second:
 * only dots stay as they are.
 */
export function topicName(prefix: string, subject: string): string {
  const name = `${prefix}.${subject.replaceAll('-', '--').replaceAll('_', '-u')}`;
  if (name.length <= LONGEST) return name;
  return `${prefix}.${createHash('sha256').update(subject).digest('hex')}`;
}

/** Whether the server has answered with one of these codes. */
export const isCode = (error: unknown, ...codes: readonly number[]): boolean =>
  error instanceof KafkaTSApiError && codes.includes(error.errorCode);
