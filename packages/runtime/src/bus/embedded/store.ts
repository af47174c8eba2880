import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** A stored event that a group has not acknowledged. */
export interface PendingRow {
  readonly seq: number;
  readonly key: string | null;
  readonly event: string;
  readonly attempts: number;
  readonly available: number;
}

/** How much an acknowledged write must outlive: the end of the process, or of the machine's power. */
export type Durability = 'process' | 'power';

const schema = `
  CREATE TABLE IF NOT EXISTS messages (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL, key TEXT, event TEXT NOT NULL,
    -- Groups that have not acknowledged it; NULL while no group has claimed it.
    open INTEGER
  );
  CREATE INDEX IF NOT EXISTS unclaimed ON messages (topic) WHERE open IS NULL;
  CREATE TABLE IF NOT EXISTS seen (
    topic TEXT NOT NULL, identity TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (topic, identity)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS seen_at ON seen (at);
  CREATE TABLE IF NOT EXISTS groups (topic TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (topic, name)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pending (
    topic TEXT NOT NULL, name TEXT NOT NULL, seq INTEGER NOT NULL, attempts INTEGER NOT NULL, available INTEGER NOT NULL,
    PRIMARY KEY (topic, name, seq)
  ) WITHOUT ROWID;
`;

/** The tables behind the durable path; every method is one step of a transaction that the caller holds. */
export class Store {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** @param file a path, or `:memory:` */
  constructor(file: string, durability: Durability) {
    this.#db = new DatabaseSync(file);
    // One process owns the file; a second one is refused instead of interleaved.
    this.#db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;');
    this.#db.exec(`PRAGMA synchronous = ${durability === 'power' ? 'FULL' : 'NORMAL'};`);
    this.#db.exec(schema);
  }

  /** All or nothing. @throws what the work or the disk throws, with nothing written */
  transaction(work: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  groups(): { topic: string; name: string }[] {
    return this.#run('SELECT topic, name FROM groups').all() as { topic: string; name: string }[];
  }

  count(): number {
    return (this.#run('SELECT count(*) AS n FROM messages').get() as { n: number }).n;
  }

  /** A group and, when it is the first of its topic, what was sent before it. */
  addGroup(topic: string, name: string): void {
    const { changes } = this.#run('INSERT OR IGNORE INTO groups VALUES (?, ?)').run(topic, name);
    if (changes === 0) return;
    this.#run(
      'INSERT INTO pending SELECT topic, ?, seq, 0, 0 FROM messages WHERE topic = ? AND open IS NULL',
    ).run(name, topic);
    this.#run('UPDATE messages SET open = 1 WHERE topic = ? AND open IS NULL').run(topic);
  }

  /** False when the identity is known already. */
  remember(topic: string, identity: string, now: number): boolean {
    return (
      this.#run('INSERT OR IGNORE INTO seen VALUES (?, ?, ?)').run(topic, identity, now).changes > 0
    );
  }

  forget(before: number): void {
    this.#run('DELETE FROM seen WHERE at < ?').run(before);
  }

  add(topic: string, key: string | null, event: string, groups: readonly string[]): number {
    const open = groups.length === 0 ? null : groups.length;
    const { lastInsertRowid } = this.#run(
      'INSERT INTO messages (topic, key, event, open) VALUES (?, ?, ?, ?)',
    ).run(topic, key, event, open);
    const seq = Number(lastInsertRowid);
    for (const name of groups) {
      this.#run('INSERT INTO pending VALUES (?, ?, ?, 0, 0)').run(topic, name, seq);
    }
    return seq;
  }

  pendingAfter(topic: string, name: string, seq: number, limit: number): PendingRow[] {
    return this.#run(
      `SELECT p.seq, m.key, m.event, p.attempts, p.available FROM pending p JOIN messages m ON m.seq = p.seq
       WHERE p.topic = ? AND p.name = ? AND p.seq > ? ORDER BY p.seq LIMIT ?`,
    ).all(topic, name, seq, limit) as unknown as PendingRow[];
  }

  attempted(topic: string, name: string, seq: number, attempts: number): void {
    this.#run('UPDATE pending SET attempts = ? WHERE topic = ? AND name = ? AND seq = ?').run(
      attempts,
      topic,
      name,
      seq,
    );
  }

  postpone(topic: string, name: string, seq: number, available: number): void {
    this.#run('UPDATE pending SET available = ? WHERE topic = ? AND name = ? AND seq = ?').run(
      available,
      topic,
      name,
      seq,
    );
  }

  /** True when the message is gone: no other group waits for it. */
  done(topic: string, name: string, seq: number): boolean {
    const { changes } = this.#run(
      'DELETE FROM pending WHERE topic = ? AND name = ? AND seq = ?',
    ).run(topic, name, seq);
    if (changes === 0) return false;
    this.#run('UPDATE messages SET open = open - 1 WHERE seq = ?').run(seq);
    return this.#run('DELETE FROM messages WHERE seq = ? AND open = 0').run(seq).changes > 0;
  }

  close(): void {
    this.#db.close();
  }

  #run(sql: string): StatementSync {
    const known = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }
}
