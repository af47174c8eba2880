import { fork } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Bench, benchRow } from './bench.ts';
import { putLoad } from './support/load.ts';
import { median } from './support/median.ts';

const ROUNDS = 7;
const SECONDS = 2;
const requests = [{ method: 'GET', path: '/api/orders/1', status: 200 }];

/** Processor time of the gateway per request, everything on, against that of a bare node:http server. */
export const bench: Bench = {
  id: 'runtime/gateway',
  area: 'runtime',
  async run() {
    const folder = join(import.meta.dirname, 'rivals/gateway');
    const key = randomBytes(32).toString('hex');
    const token = signed(key);
    const upstream = await start(join(folder, 'bare.mjs'), []);
    const bare = await start(join(folder, 'bare.mjs'), []);
    const gateway = await start(join(folder, 'gateway.ts'), [upstream.url, key]);
    try {
      const micros = async (server: Server) => {
        const before = await server.cpu();
        const plan = { url: server.url, token, requests, connections: 16, seconds: SECONDS };
        const { sent } = await putLoad(plan);
        return ((await server.cpu()) - before) / sent;
      };
      // The first rounds compile.
      await micros(bare);
      await micros(gateway);
      const pairs: (readonly [number, number])[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        pairs.push([await micros(gateway), await micros(bare)]);
      }
      const middle = (which: 0 | 1) => median(pairs.map((pair) => pair[which])).toFixed(1);
      return [
        benchRow({
          id: 'runtime/gateway',
          area: 'runtime',
          value: median(pairs.map(([mine, theirs]) => mine / theirs)),
          unit: '×',
          against: `bare node:http: ${middle(0)} to ${middle(1)} µs of processor time per request`,
          goal: '<= 4',
        }),
      ];
    } finally {
      await Promise.all([gateway.stop(), bare.stop(), upstream.stop()]);
    }
  },
};

type Server = Awaited<ReturnType<typeof start>>;

/** A server in a process of its own, which says its processor time in microseconds. */
async function start(file: string, args: readonly string[]) {
  const child = fork(file, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const answer = async () => {
    const [message] = (await Promise.race([
      once(child, 'message'),
      ended.then(() => [new Error(`${file} ended`)]),
    ])) as [{ url: string; cpu: NodeJS.CpuUsage } | Error];
    if (message instanceof Error) throw message;
    return message;
  };
  const { url } = await answer();
  return {
    url,
    async cpu() {
      child.send({});
      const { user, system } = (await answer()).cpu;
      return user + system;
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}

function signed(key: string): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const claims = { sub: 'ada', roles: ['clerk'], exp: 9e9 };
  const text = `${encode({ alg: 'HS256' })}.${encode(claims)}`;
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}
