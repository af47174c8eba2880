import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** What to start: a program with its arguments, and in which folder. */
export interface Startable {
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
}

/** A server under load, and what it costs. */
export interface ServerProcess {
  readonly url: string;
  /** From the start of the process to the first answer. */
  readonly readySeconds: number;
  /** Processor time of all its threads since it started. */
  cpuSeconds(): number;
  residentMegabytes(): number;
  stop(): Promise<void>;
}

/**
 * Starts a server with `PORT` and waits until `/health/ready` answers 200. Its output goes nowhere, so that
 * no reader competes with it.
 */
export async function startServer(
  { command, cwd }: Startable,
  env: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const port = await freePort();
  const [program, ...args] = command;
  const started = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said = (said + String(chunk)).slice(-2000)));
  const ended = once(child, 'close');
  const kill = () => void child.kill('SIGKILL');
  process.on('exit', kill);
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(kill, 5000);
    await ended;
    clearTimeout(timer);
    process.off('exit', kill);
  };
  const url = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + 20_000;
  while (!(await answers(`${url}/health/ready`))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await stop();
      throw new Error(`${command.join(' ')} did not get ready: ${said}`);
    }
    await delay(5);
  }
  const readySeconds = (performance.now() - started) / 1000;
  const { pid } = child;
  return {
    url,
    readySeconds,
    cpuSeconds: () => {
      // proc(5): fields 14 and 15 are user and system time in ticks of 10 ms; field 2 may hold spaces.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    residentMegabytes: () => {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
    },
    stop,
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

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
