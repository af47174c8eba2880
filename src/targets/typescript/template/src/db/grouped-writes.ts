import type { Database, Tx } from './database.ts';

/** What a write does, and what becomes of it once it is certain. */
interface Job {
  /** Gives what to do after the commit. */
  readonly work: (tx: Tx) => Promise<() => void>;
  readonly reject: (error: unknown) => void;
}

interface Connection {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  exec(sql: string): void;
  /** True if the error speaks of a constraint: then it is that of one write, not of all. */
  isViolation(error: unknown): boolean;
}

/** So many writes share a commit at most. */
const MOST = 64;

/**
 * Writes that come in at the same time share a transaction, each in a savepoint of its own: a commit costs
 * more than most of them. They run one after the other, and nobody gets an answer before the commit.
 */
export function groupedWrites(connection: Connection): Database['write'] {
  let waiting: Job[] = [];
  let isScheduled = false;

  async function commitAll(): Promise<void> {
    while (waiting.length > 0) {
      const jobs = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      await commit(jobs);
    }
    isScheduled = false;
  }

  async function commit(jobs: readonly Job[]): Promise<void> {
    try {
      const settled = await connection.transaction(async (tx) => {
        const all: (() => void)[] = [];
        for (const job of jobs) all.push(await attempt(job, tx));
        return all;
      });
      for (const settle of settled) settle();
    } catch (error) {
      // Foreign keys may be checked as late as at the commit: whose write it was shows when each has its own.
      const isShared = jobs.length > 1 && connection.isViolation(error);
      if (isShared) for (const job of jobs) await commit([job]);
      else for (const { reject } of jobs) reject(error);
    }
  }

  async function attempt({ work, reject }: Job, tx: Tx): Promise<() => void> {
    connection.exec('savepoint job');
    try {
      return await work(tx);
    } catch (error) {
      connection.exec('rollback to job');
      return () => reject(error);
    } finally {
      connection.exec('release job');
    }
  }

  return <T>(work: (tx: Tx) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({
        reject,
        work: async (tx) => {
          const value = await work(tx);
          return () => resolve(value);
        },
      });
      if (isScheduled) return;
      isScheduled = true;
      // After all requests that have arrived by now.
      setImmediate(() => void commitAll());
    });
}
