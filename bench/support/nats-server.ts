import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A nats-server for a bench; it ends with `stop`. */
export interface NatsServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts one; undefined where the program is not installed. @throws when it is not ready within ten seconds */
export async function startNats(): Promise<NatsServer | undefined> {
  const port = await freePort();
  const child = spawn('nats-server', ['-a', '127.0.0.1', '-p', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const missing = once(child, 'error').then(() => true);
  const started = once(child, 'spawn').then(() => false);
  if (await Promise.race([missing, started])) return undefined;
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  let said = '';
  for await (const chunk of child.stderr.iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    if (said.includes('Server is ready')) break;
  }
  clearTimeout(timer);
  if (!said.includes('Server is ready')) throw new Error(`nats-server did not start: ${said}`);
  child.stderr.resume();
  const ended = once(child, 'exit');
  const kill = () => void child.kill('SIGKILL');
  process.on('exit', kill);
  return {
    url: `nats://127.0.0.1:${port}`,
    stop: async () => {
      kill();
      await ended;
      process.off('exit', kill);
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
