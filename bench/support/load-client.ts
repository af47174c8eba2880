import { connect } from 'node:net';
import type { LoadPlan, LoadRequest, LoadResult } from './load.ts';

// A process of its own: reads a LoadPlan from stdin, prints a LoadResult. It writes requests that were made
// before and reads no more of an answer than it must: a client that needs as much time as the server would
// make all servers look alike.

interface Prepared {
  readonly bytes: Buffer;
  readonly status: number;
}

const plan = JSON.parse(await readInput()) as LoadPlan;
const { hostname, port, host } = new URL(plan.url);
const prepared = plan.requests.map(prepare);
const times: number[] = [];
let sent = 0;
let failed = 0;
let failure: string | undefined;
const started = performance.now();
const deadline = started + plan.seconds * 1000;
await Promise.all(Array.from({ length: plan.connections }, lane));
const seconds = (performance.now() - started) / 1000;
times.sort((a, b) => a - b);
const result: LoadResult = {
  sent,
  ok: times.length,
  failed,
  perSecond: times.length / seconds,
  p50Ms: percentile(0.5),
  p99Ms: percentile(0.99),
  ...(failure !== undefined && { failure }),
};
console.log(JSON.stringify(result));

/** One connection: sends the next request when the answer to the last one is complete. */
function lane(): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    let received: Buffer = Buffer.alloc(0);
    let begun = 0;
    let expected = 0;
    const next = () => {
      if (performance.now() >= deadline) {
        socket.destroy();
        resolve();
        return;
      }
      const request = prepared[sent % prepared.length];
      if (!request) return;
      sent += 1;
      expected = request.status;
      begun = performance.now();
      socket.write(request.bytes);
    };
    const fail = (reason: string) => {
      failed += 1;
      failure ??= reason;
      socket.destroy();
      resolve();
    };
    socket.on('connect', next);
    socket.on('error', (error) => fail(error.message));
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const length = lengthOf(received);
      if (length === undefined || received.length < length) return;
      const status = Number(received.toString('latin1', 9, 12));
      if (status !== expected) {
        fail(received.toString('utf8', 0, 1000));
        return;
      }
      times.push(performance.now() - begun);
      received = received.subarray(length);
      next();
    });
  });
}

/** How long a whole answer is; undefined before its head is there. Both services say `Content-Length`. */
function lengthOf(received: Buffer): number | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const head = received.toString('latin1', 0, end);
  const body = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (body === undefined) throw new Error(`No Content-Length: ${head}`);
  return end + 4 + Number(body);
}

function prepare({ method, path, body, status }: LoadRequest): Prepared {
  const text = body === undefined ? '' : JSON.stringify(body);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `host: ${host}`,
    'accept: application/json',
    `authorization: Bearer ${plan.token}`,
    ...(text === ''
      ? []
      : ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`]),
  ];
  return { bytes: Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text}`), status };
}

function percentile(share: number): number {
  return times[Math.ceil(times.length * share) - 1] ?? 0;
}

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
