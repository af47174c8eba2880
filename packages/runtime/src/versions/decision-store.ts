import { DatabaseSync } from 'node:sqlite';
import type { Decision } from './decision.ts';

/** Keeps every decision of rollouts, with its numbers; what is recorded outlives a crash. */
export class DecisionStore {
  readonly #database: DatabaseSync;

  /** @param file default: in memory. @throws when it is no database */
  constructor(file = ':memory:') {
    this.#database = new DatabaseSync(file);
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      CREATE TABLE IF NOT EXISTS decision (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        service TEXT NOT NULL,
        candidate TEXT NOT NULL,
        verdict TEXT NOT NULL,
        decision TEXT NOT NULL
      ) STRICT;
      CREATE INDEX IF NOT EXISTS decision_of_service ON decision (service, id);`);
  }

  record(decision: Decision): void {
    const { at, service, candidate, verdict } = decision;
    this.#database
      .prepare(
        'INSERT INTO decision (at, service, candidate, verdict, decision) VALUES (?, ?, ?, ?, ?)',
      )
      .run(at, service, candidate, verdict, JSON.stringify(decision));
  }

  /** The latest decisions of a service, the newest first. */
  list(service: string, most = 100): readonly Decision[] {
    return this.#database
      .prepare('SELECT decision FROM decision WHERE service = ? ORDER BY id DESC LIMIT ?')
      .all(service, most)
      .map(({ decision }) => JSON.parse(String(decision)) as Decision);
  }

  close(): void {
    this.#database.close();
  }
}
