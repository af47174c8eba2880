import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real nats-server with JetStream in a temporary folder. */
export interface TestNatsServer {
  readonly url: string;
  /** As a crash: no warning. Its files stay. */
  kill(): Promise<void>;
  /** Again on the same port, with the same files. */
  start(): Promise<void>;
  /** The end: stopped, files removed. */
  remove(): Promise<void>;
}

/** Starts one. @throws when the program is not there, or not ready within ten seconds */
export async function natsServer(): Promise<TestNatsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'microforge-nats-'));
  const port = await freePort();
  const launch = async () => {
    const args = ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', folder];
    const child = spawn('nats-server', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    let said = '';
    for await (const chunk of child.stderr.iterator({ destroyOnReturn: false })) {
      said += String(chunk);
      if (said.includes('Server is ready')) break;
    }
    clearTimeout(timer);
    if (!said.includes('Server is ready')) throw new Error(`nats-server did not start: ${said}`);
    child.stderr.resume();
    return child;
  };
  let child = await launch();
  const kill = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    url: `nats://127.0.0.1:${port}`,
    kill,
    start: async () => {
      child = await launch();
    },
    remove: async () => {
      await kill();
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
