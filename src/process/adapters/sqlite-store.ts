import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import type { ProcessEvent } from '../engine/events.ts';
import type { EventStore, Letter, LogEntry, StoredInstance } from '../host/event-store.ts';

/** How much a written event must outlive: the end of the process, or of the machine's power. */
export type Durability = 'process' | 'power';

const schema = `
  CREATE TABLE IF NOT EXISTS instances (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, process TEXT NOT NULL, version INTEGER NOT NULL,
    running INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS running ON instances (number) WHERE running = 1;
  CREATE TABLE IF NOT EXISTS events (
    instance INTEGER NOT NULL, position INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (instance, position)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS letters (number INTEGER PRIMARY KEY, letter TEXT NOT NULL);
`;

/** An event log in a file, for one process at a time: a second one that opens it is refused. */
export interface SqliteStore extends EventStore {
  close(): void;
}

/**
 * Keeps events in SQLite (WAL). All entries of one `append` are one transaction, so that many events share one
 * wait for the disk.
 * @param file a path, or `:memory:`
 * @throws if the file is no database, or another process has it open
 */
export function sqliteStore(file: string, durability: Durability = 'power'): SqliteStore {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;');
  db.exec(`PRAGMA synchronous = ${durability === 'power' ? 'FULL' : 'NORMAL'};`);
  db.exec(schema);
  return new Log(db);
}

interface Place {
  readonly number: number;
  position: number;
}

class Log implements SqliteStore {
  readonly #db: DatabaseSync;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #event: StatementSync;
  readonly #instance: StatementSync;
  readonly #end: StatementSync;
  /** Where running instances stand; only their events are written. */
  readonly #places = new Map<string, Place>();
  #next: number;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
    this.#event = db.prepare('INSERT INTO events VALUES (?, ?, ?)');
    this.#instance = db.prepare('INSERT INTO instances VALUES (?, ?, ?, ?, 1)');
    this.#end = db.prepare('UPDATE instances SET running = 0 WHERE number = ?');
    this.#next = this.count() + 1;
    this.#findPlaces();
  }

  #findPlaces(): void {
    this.#places.clear();
    const running = this.#db.prepare(
      'SELECT i.number, i.id, count(e.position) AS position FROM instances i LEFT JOIN events e ON e.instance = i.number WHERE i.running = 1 GROUP BY i.number',
    );
    for (const row of running.all() as unknown as (Place & { id: string })[])
      this.#places.set(row.id, { number: row.number, position: row.position });
  }

  append(entries: readonly LogEntry[]): void {
    const next = this.#next;
    this.#begin.run();
    try {
      for (const entry of entries) this.#write(entry);
      this.#commit.run();
    } catch (error) {
      // A full disk has ended the transaction already.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      this.#next = next;
      this.#findPlaces();
      throw error;
    }
  }

  *running(): Iterable<StoredInstance & { readonly events: readonly ProcessEvent[] }> {
    const rows = this.#db
      .prepare('SELECT id FROM instances WHERE running = 1 ORDER BY number')
      .all();
    for (const { id } of rows as unknown as { id: string }[]) {
      const instance = this.history(id);
      if (instance) yield instance;
    }
  }

  history(id: string): (StoredInstance & { readonly events: readonly ProcessEvent[] }) | undefined {
    const row = this.#db
      .prepare('SELECT number, process, version FROM instances WHERE id = ?')
      .get(id);
    if (!row) return undefined;
    const { number, process, version } = row as unknown as StoredInstance & { number: number };
    const events = this.#db
      .prepare('SELECT event FROM events WHERE instance = ? ORDER BY position')
      .all(number) as unknown as { event: string }[];
    return {
      id,
      process,
      version,
      events: events.map(({ event }) => JSON.parse(event) as ProcessEvent),
    };
  }

  count(): number {
    const row = this.#db.prepare('SELECT coalesce(max(number), 0) AS most FROM instances').get();
    return (row as unknown as { most: number }).most;
  }

  letters(): Iterable<readonly [number, Letter]> {
    const rows = this.#db.prepare('SELECT number, letter FROM letters ORDER BY number').all();
    return (rows as unknown as { number: number; letter: string }[]).map(({ number, letter }) => [
      number,
      JSON.parse(letter) as Letter,
    ]);
  }

  close(): void {
    this.#db.close();
  }

  #write(entry: LogEntry): void {
    switch (entry.kind) {
      case 'instance': {
        const { id, process, version } = entry.instance;
        this.#instance.run(this.#next, id, process, version);
        this.#places.set(id, { number: this.#next, position: 0 });
        this.#next += 1;
        return;
      }
      case 'event': {
        const place = this.#places.get(entry.instance);
        if (!place) throw new Error(`no running instance ${entry.instance}`);
        this.#event.run(place.number, place.position, JSON.stringify(entry.event));
        place.position += 1;
        return;
      }
      case 'end': {
        const place = this.#places.get(entry.instance);
        if (place) this.#end.run(place.number);
        this.#places.delete(entry.instance);
        return;
      }
      case 'post':
        this.#db
          .prepare('INSERT INTO letters VALUES (?, ?)')
          .run(entry.number, JSON.stringify(entry.letter));
        return;
      case 'delivered':
        this.#db.prepare('DELETE FROM letters WHERE number = ?').run(entry.number);
    }
  }
}
