import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../process/free-port.ts';

/** A real RabbitMQ in a temporary folder, beside whatever else runs on the machine. */
export interface TestRabbitServer {
  readonly url: string;
  /** As a crash: no warning. Its files stay. */
  kill(): Promise<void>;
  /** Again on the same port, with the same files. */
  start(): Promise<void>;
  /** The end: stopped, files removed. */
  remove(): Promise<void>;
}

// Debian's program on the PATH insists on its own user and folders; this is what it calls.
const PROGRAM = '/usr/lib/rabbitmq/bin/rabbitmq-server';

/** Starts one. @throws when the program is not there, or not ready within a minute */
export async function rabbitServer(): Promise<TestRabbitServer> {
  const folder = mkdtempSync(join(tmpdir(), 'microforge-rabbit-'));
  const [port, distribution, mapper] = [await freePort(), await freePort(), await freePort()];
  mkdirSync(join(folder, 'home'));
  writeFileSync(join(folder, 'rabbitmq.conf'), `listeners.tcp.1 = 127.0.0.1:${port}\n`);
  writeFileSync(join(folder, 'plugins'), '[].');
  const env = {
    PATH: process.env['PATH'],
    HOME: join(folder, 'home'),
    RABBITMQ_NODENAME: `microforge-${port}@localhost`,
    RABBITMQ_DIST_PORT: String(distribution),
    RABBITMQ_MNESIA_BASE: join(folder, 'data'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'plugins'),
    // A port mapper of its own, which it leaves behind.
    ERL_EPMD_PORT: String(mapper),
    ERL_EPMD_ADDRESS: '127.0.0.1',
  };
  const launch = async () => {
    const child = spawn(PROGRAM, { env, detached: true, stdio: 'ignore' });
    const failed = once(child, 'error').then(([error]) => error as Error);
    const end = performance.now() + 60_000;
    while (!(await accepts(port))) {
      const error = await Promise.race([failed, delay(50, undefined)]);
      if (error !== undefined) throw error;
      if (child.exitCode !== null || performance.now() > end)
        throw new Error(`RabbitMQ did not start; see ${folder}/log`);
    }
    return child;
  };
  let child = await launch();
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await ended;
  };
  return {
    url: `amqp://guest:guest@127.0.0.1:${port}`,
    kill,
    start: async () => {
      child = await launch();
    },
    remove: async () => {
      await kill();
      spawnSync('epmd', ['-kill'], { env, stdio: 'ignore' });
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Whether AMQP is spoken: the port opens before the server is ready to. */
async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write('AMQP\0\0\x09\x01');
    await once(socket, 'data', { signal: AbortSignal.timeout(2000) });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
