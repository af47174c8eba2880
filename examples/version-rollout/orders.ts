// One version of a small service: node orders.ts <version> [port]
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const version = process.argv[2] ?? '1.0.0';
const prices: Record<string, number> = { tea: 4.5, mug: 12, pot: 30 };

/** What every version says, but for what is wrong with it. */
function order(id: number) {
  const lines = Object.keys(prices)
    .toSorted(() => Math.random() - 0.5) // in no order: that is no difference
    .map((article) => ({ article, count: (id % 3) + 1 }));
  const total = lines.reduce((sum, { article, count }) => sum + count * (prices[article] ?? 0), 0);
  return {
    id,
    lines,
    // 1.2.0 takes the total for a text.
    total: version === '1.2.0' ? total.toFixed(2) : total,
    readAt: new Date().toISOString(), // never the same: that is no difference either
    traceId: randomUUID(),
  };
}

const server = createServer((request, response) => {
  request.resume();
  // 1.3.0 reads well, and fails one of eight writes.
  if (version === '1.3.0' && request.method === 'POST' && Math.random() < 0.125) {
    response.writeHead(500).end();
    return;
  }
  const id = Number(request.url?.split('/').at(-1) ?? 0);
  response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(order(id)));
});
server.listen(Number(process.argv[3] ?? 0), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`http://127.0.0.1:${port}`);
});
process.on('SIGTERM', () => {
  server.close();
  server.closeIdleConnections();
});
