import {
  type Client,
  type ClientOptions,
  createKafkaClient,
  LogLevel,
  setLogLevel,
} from 'kafka-ts';

/** Connections to all servers of a cluster; each is used for one thing, so that nothing waits behind another. */
export type Cluster = ReturnType<Client['createCluster']>;

/** Waits of a join are long, until all of a group have come; everything else is quick. */
const REQUEST_MS = 10_000;
export const REBALANCE_MS = 40_000;

/** Makes connections, for what is quick and for members of groups. */
export class KafkaClients {
  readonly quick: Client;
  readonly #patient: Client;

  constructor(options: ClientOptions) {
    // The client tells the console of each attempt to reconnect.
    setLogLevel(LogLevel.ERROR);
    this.quick = createKafkaClient({
      connectTimeout: 3000,
      ...options,
      requestTimeout: REQUEST_MS,
    });
    this.#patient = createKafkaClient({
      connectTimeout: 3000,
      ...options,
      requestTimeout: REBALANCE_MS + REQUEST_MS,
    });
  }

  /** @throws what the client throws when no server is there */
  async cluster(): Promise<Cluster> {
    const cluster = this.#patient.createCluster();
    await cluster.connect();
    return cluster;
  }
}
