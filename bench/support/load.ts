import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Requests to send in turn, over and over. */
export interface LoadPlan {
  readonly url: string;
  readonly token: string;
  readonly requests: readonly LoadRequest[];
  /** Each with one request under way. */
  readonly connections: number;
  readonly seconds: number;
}

/** One request; anything but `status` counts as failed. */
export interface LoadRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
}

/** What came back: sent = ok + failed. */
export interface LoadResult {
  readonly sent: number;
  readonly ok: number;
  readonly failed: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The first answer that was not as expected. */
  readonly failure?: string;
}

const client = fileURLToPath(new URL('load-client.ts', import.meta.url));

/** Puts load on a server from a process of its own. @throws when the client breaks or a request fails */
export async function putLoad(plan: LoadPlan): Promise<LoadResult> {
  const child = spawn(process.execPath, [client], { stdio: ['pipe', 'pipe', 'inherit'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), plan.seconds * 1000 + 20_000);
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stdin.end(JSON.stringify(plan));
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  if (code !== 0) throw new Error(`The load client ended with ${code}.`);
  const result = JSON.parse(output) as LoadResult;
  if (result.failed > 0 || result.sent !== result.ok)
    throw new Error(`${result.failed} of ${result.sent} requests failed: ${result.failure}`);
  return result;
}
