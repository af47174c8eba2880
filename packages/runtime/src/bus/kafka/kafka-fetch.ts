import { API } from 'kafka-ts';
import type { Cluster } from './kafka-clients.ts';
import type { KafkaTopic } from './kafka-topic.ts';

/** One record, as far as we use it. */
export interface KafkaRecord {
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly value: string;
  /** Milliseconds of the sender's clock, and the number that the sender gave it: the order over partitions, about. */
  readonly at: number;
  readonly n: number;
}

/** What one request has brought. */
export interface Fetched {
  /** About in the order in which they were sent; exactly, within a partition. */
  readonly records: readonly KafkaRecord[];
  /** Where to go on, of partitions that had anything. */
  readonly next: ReadonlyMap<number, number>;
}

/** How long the server waits for something to come. */
const WAIT_MS = 250;
const MOST_BYTES = 8_000_000;
const MOST_BYTES_OF_PARTITION = 1_100_000;

/** Asks a server for what comes next in partitions that it leads. @throws what the client throws */
export async function fetchRecords(
  cluster: Cluster,
  node: number,
  { id, name }: KafkaTopic,
  from: ReadonlyMap<number, number>,
): Promise<Fetched> {
  const partitions = Array.from(from, ([partition, offset]) => ({
    partition,
    currentLeaderEpoch: -1,
    fetchOffset: BigInt(offset),
    lastFetchedEpoch: -1,
    logStartOffset: -1n,
    partitionMaxBytes: MOST_BYTES_OF_PARTITION,
  }));
  const { responses } = await cluster.sendRequestToNode(node)(API.FETCH, {
    maxWaitMs: WAIT_MS,
    minBytes: 1,
    maxBytes: MOST_BYTES,
    isolationLevel: 0,
    // Without a session: each request says all that it wants.
    sessionId: 0,
    sessionEpoch: -1,
    topics: [{ topicId: id, topicName: name, partitions }],
    forgottenTopicsData: [],
    rackId: '',
  });
  const records: KafkaRecord[] = [];
  const next = new Map<number, number>();
  for (const { partitionIndex: partition, records: batches } of responses.flatMap(
    (response) => response.partitions,
  )) {
    for (const batch of batches) {
      const base = Number(batch.baseOffset);
      next.set(partition, base + batch.lastOffsetDelta + 1);
      if (batch.isControlBatch) continue;
      for (const { offsetDelta, timestampDelta, key, value, headers } of batch.records) {
        const offset = base + offsetDelta;
        // A batch is given whole, even if what was asked for begins within it.
        if (offset < (from.get(partition) ?? 0)) continue;
        const at = Number(batch.baseTimestamp + timestampDelta);
        const n = Number(headers[0]?.value ?? 0);
        records.push({ partition, offset, key: key ?? '', value: value ?? '', at, n });
      }
    }
  }
  return { records: merge(records), next };
}

/** Each partition in its order, and of those that come next in theirs the earliest. */
function merge(records: readonly KafkaRecord[]): KafkaRecord[] {
  const lanes = [...Map.groupBy(records, ({ partition }) => partition).values()];
  const merged: KafkaRecord[] = [];
  while (merged.length < records.length) {
    const heads = lanes.flatMap((lane) => lane.slice(0, 1));
    const [first] = heads.sort((a, b) => a.at - b.at || a.n - b.n);
    if (first === undefined) break;
    merged.push(first);
    lanes.find((lane) => lane[0] === first)?.shift();
  }
  return merged;
}

/** The offsets of partitions at a time: in milliseconds, or -1 for the end, -2 for the beginning, -3 for the latest record. */
export async function offsetsAt(
  cluster: Cluster,
  { name, leaders }: KafkaTopic,
  timestamp: number,
): Promise<readonly { readonly offset: number; readonly timestamp: number }[]> {
  return Promise.all(
    leaders.map(async (node, partitionIndex) => {
      const wanted = { partitionIndex, currentLeaderEpoch: -1, timestamp: BigInt(timestamp) };
      const { topics } = await cluster.sendRequestToNode(node)(API.LIST_OFFSETS, {
        replicaId: -1,
        isolationLevel: 0,
        topics: [{ name, partitions: [wanted] }],
      });
      const found = topics[0]?.partitions[0];
      return { offset: Number(found?.offset ?? -1), timestamp: Number(found?.timestamp ?? -1) };
    }),
  );
}
