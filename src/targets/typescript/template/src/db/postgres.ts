import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import { Client, Pool, types } from 'pg';
import type { ClientConfig } from 'pg';
import { property } from './database.ts';
import type { Database, Violation } from './database.ts';
import type { RecordTables, ServiceTables } from './tables.ts';

const ATTEMPTS = 10;
const MOST_STATEMENTS = 500;
/** Serialization failure, deadlock. */
const RETRYABLE = new Set(['40001', '40P01']);
/** No connection, too many, shutting down; and what the network says. */
const UNAVAILABLE =
  /^(08|53|57P|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)/;
const LOCK_KEY = 5_016_820_411;
/** Services in other schemas of the database are none of our business. */
const SCHEMA_KEY = `hashtext('service in ' || current_schema())`;

export function openPostgres(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    statement_timeout: 30_000,
    Client: PreparingClient,
    types: { getTypeParser },
    options: '-c timezone=UTC -c datestyle=ISO',
  });
  pool.on('error', () => {});
  const db = new Kysely<ServiceTables>({ dialect: new PostgresDialect({ pool }) });
  return {
    dialect: 'postgres',
    db,
    records: db.$extendTables<RecordTables>(),
    reader: db,
    write: (work) => retried(() => db.transaction().execute(work)),
    async migrate(work) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query(`select pg_advisory_xact_lock(${LOCK_KEY})`);
        await work({
          script: async (sql) => void (await client.query(sql)),
          query: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
        });
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },
    async exclusively(work) {
      const client = await pool.connect();
      let mine = false;
      try {
        const { rows } = await client.query<{ mine: boolean }>(
          `select pg_try_advisory_lock(${SCHEMA_KEY}) as mine`,
        );
        mine = rows[0]?.mine ?? false;
        return mine ? await work() : undefined;
      } finally {
        // A connection that broke in between has given the lock up by that.
        if (mine) await client.query(`select pg_advisory_unlock(${SCHEMA_KEY})`).catch(() => {});
        client.release();
      }
    },
    async deferForeignKeys(tx) {
      await tx.executeQuery(CompiledQuery.raw('set constraints all deferred'));
    },
    async takeTurns(tx, what) {
      const query = sql`select pg_advisory_xact_lock(hashtextextended(${what}, ${LOCK_KEY}))`;
      await tx.executeQuery(query.compile(db));
    },
    violation,
    unavailable: (error) =>
      UNAVAILABLE.test(String(property(error, 'code'))) ||
      /^(Connection terminated|timeout exceeded)/.test(String(property(error, 'message'))),
    close: () => db.destroy(),
  };
}

/** Gives statements with parameters a name, so that PostgreSQL parses each once per connection. */
class PreparingClient extends Client {
  readonly #names = new Map<string, string>();

  constructor(config?: string | ClientConfig) {
    super(config);
    // A connection that breaks fails its queries, and is replaced: no reason to end the process.
    this.on('error', () => {});
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- pg's own signature has seven overloads
  override query(...given: [any, any?, any?]): any {
    const [text, values, callback] = given;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) {
      return super.query(text, values, callback);
    }
    const name = this.#name(text);
    return super.query(name === undefined ? { text, values } : { name, text, values }, callback);
  }

  #name(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= MOST_STATEMENTS) return known;
    const name = `s${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}

/** Two transactions that got in each other's way: the one that was chosen to give up starts again. */
async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !RETRYABLE.has(String(property(error, 'code')))) throw error;
      await sleep(Math.random() * 2 ** attempt * 5);
    }
  }
}

function violation(error: unknown): Violation | undefined {
  const code = property(error, 'code');
  if (code !== '23505' && code !== '23503') return undefined;
  return {
    kind: code === '23505' ? 'unique' : 'foreign-key',
    constraint: String(property(error, 'constraint')),
  };
}

/** Values arrive in the form that answers have: safe integers, ISO times, dates and JSON as text. */
function getTypeParser(oid: number): (text: string) => unknown {
  return parsers.get(oid) ?? types.getTypeParser(oid);
}

const asText = (text: string) => text;
const parsers = new Map<number, (text: string) => unknown>([
  [20, Number],
  [114, asText],
  [1082, asText],
  [1184, isoTime],
]);

/** `2026-01-31 09:30:00.5+00` → `2026-01-31T09:30:00.500Z` */
function isoTime(text: string): string {
  const [, day = '', time = '', fraction = ''] = /^(\S+) ([\d:]+)\.?(\d*)/.exec(text) ?? [];
  return `${day}T${time}.${fraction.padEnd(3, '0')}Z`;
}
