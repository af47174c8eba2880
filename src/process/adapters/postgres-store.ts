import type { ProcessEvent } from '../engine/events.ts';
import type {
  History,
  Letter,
  LogEntry,
  RemoteEventStore,
  StoredInstance,
  StoredStarts,
} from '../host/event-store.ts';
import { Batch } from './postgres-batch.ts';
import type { Place } from './postgres-batch.ts';

/** One connection to PostgreSQL, such as a `Client` of `pg`: it belongs to the store as long as it is open. */
export interface PostgresConnection {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: unknown[] }>;
}

const schema = `
  CREATE TABLE IF NOT EXISTS process_instances (
    log text NOT NULL, number bigint NOT NULL, id text NOT NULL, process text NOT NULL, version integer NOT NULL,
    running boolean NOT NULL, PRIMARY KEY (log, number), UNIQUE (log, id)
  );
  CREATE INDEX IF NOT EXISTS process_running ON process_instances (log, number) WHERE running;
  CREATE TABLE IF NOT EXISTS process_events (
    log text NOT NULL, instance bigint NOT NULL, position integer NOT NULL, event text NOT NULL,
    PRIMARY KEY (log, instance, position)
  );
  CREATE TABLE IF NOT EXISTS process_letters (
    log text NOT NULL, number bigint NOT NULL, letter text NOT NULL, PRIMARY KEY (log, number)
  );
  CREATE TABLE IF NOT EXISTS process_starts (
    log text NOT NULL, process text NOT NULL, starts text NOT NULL, PRIMARY KEY (log, process)
  );`;

/** Locks of this kind; another program would have to take the same number by chance. */
const LOCK = 770_216_431;

/**
 * Opens an event log in PostgreSQL for this engine alone; undefined while another engine has it. The log belongs to the
 * connection: the server gives it free when the connection ends, however that comes about, and an engine that has lost
 * its connection can no longer write. So any number of engines can stand by for one log, and no instance is advanced
 * twice; several logs in one database are independent of each other.
 * @param log a name, of at most 200 characters
 * @throws what the connection throws
 */
export async function openPostgresStore(
  connection: PostgresConnection,
  log = 'default',
): Promise<RemoteEventStore | undefined> {
  const key = [LOCK, log.slice(0, 200)];
  const { rows } = await connection.query(
    'SELECT pg_try_advisory_lock($1, hashtext($2)) AS mine',
    key,
  );
  if (!(rows as { mine: boolean }[])[0]?.mine) return undefined;
  // Engines of different logs that come at the same time would make the tables twice.
  await connection.query('BEGIN');
  await connection.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  await connection.query(schema);
  await connection.query('COMMIT');
  const store = new PostgresLog(connection, log);
  await store.load();
  return store;
}

class PostgresLog implements RemoteEventStore {
  readonly #connection: PostgresConnection;
  readonly #log: string;
  #running: readonly History[] = [];
  #letters: readonly (readonly [number, Letter])[] = [];
  #starts: readonly StoredStarts[] = [];
  readonly #places = new Map<string, Place>();
  #next = 1;

  constructor(connection: PostgresConnection, log: string) {
    this.#connection = connection;
    this.#log = log;
  }

  /** What is there when the log is opened: nobody else changes it from then on. */
  async load(): Promise<void> {
    const instances = await this.#all<StoredInstance & { number: string }>(
      'SELECT number, id, process, version FROM process_instances WHERE log = $1 AND running ORDER BY number',
    );
    const events = await this.#all<{ instance: string; event: string }>(
      `SELECT e.instance, e.event FROM process_events e
       JOIN process_instances i ON i.log = e.log AND i.number = e.instance AND i.running
       WHERE e.log = $1 ORDER BY e.instance, e.position`,
    );
    const byInstance = Map.groupBy(events, ({ instance }) => instance);
    this.#running = instances.map(({ number, id, process, version }) => {
      const own = (byInstance.get(number) ?? []).map(
        ({ event }) => JSON.parse(event) as ProcessEvent,
      );
      this.#places.set(id, { number: Number(number), position: own.length });
      return { id, process, version, events: own };
    });
    const letters = await this.#all<{ number: string; letter: string }>(
      'SELECT number, letter FROM process_letters WHERE log = $1 ORDER BY number',
    );
    this.#letters = letters.map(({ number, letter }) => [
      Number(number),
      JSON.parse(letter) as Letter,
    ]);
    const starts = await this.#all<{ starts: string }>(
      'SELECT starts FROM process_starts WHERE log = $1 ORDER BY process',
    );
    this.#starts = starts.map((row) => JSON.parse(row.starts) as StoredStarts);
    const [last] = await this.#all<{ most: string }>(
      'SELECT coalesce(max(number), 0) AS most FROM process_instances WHERE log = $1',
    );
    this.#next = Number(last?.most ?? 0) + 1;
  }

  running(): Iterable<History> {
    return this.#running;
  }

  count(): number {
    return this.#next - 1;
  }

  letters(): Iterable<readonly [number, Letter]> {
    return this.#letters;
  }

  starts(): Iterable<StoredStarts> {
    return this.#starts;
  }

  async history(id: string): Promise<History | undefined> {
    const found = await this.#all<StoredInstance & { event: string | null }>(
      `SELECT i.process, i.version, e.event FROM process_instances i
       LEFT JOIN process_events e ON e.log = i.log AND e.instance = i.number
       WHERE i.log = $1 AND i.id = $2 ORDER BY e.position`,
      id,
    );
    const [first] = found;
    if (!first) return undefined;
    const events = found.flatMap(({ event }) =>
      event === null ? [] : [JSON.parse(event) as ProcessEvent],
    );
    return { id, process: first.process, version: first.version, events };
  }

  /** One transaction of a few statements, however many entries there are. */
  async append(entries: readonly LogEntry[]): Promise<void> {
    const batch = new Batch(this.#places, this.#next);
    for (const entry of entries) batch.add(entry);
    await this.#connection.query('BEGIN');
    try {
      for (const [text, values] of batch.statements())
        await this.#connection.query(text, [this.#log, ...values]);
      await this.#connection.query('COMMIT');
    } catch (error) {
      // What is wrong may be the connection: then there is nothing to be taken back.
      await this.#connection.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
    batch.settle(this.#places);
    this.#next = batch.next;
  }

  async #all<T>(text: string, ...values: unknown[]): Promise<T[]> {
    return (await this.#connection.query(text, [this.#log, ...values])).rows as T[];
  }
}
