// A bare node:http server: the measure of the gateway, and what is behind it.
import { createServer } from 'node:http';

const body = JSON.stringify({ items: [{ id: 1, name: 'a'.repeat(80) }], nextCursor: null });
const server = createServer((_, response) => {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
});
server.listen(0, '127.0.0.1', () =>
  process.send({ url: `http://127.0.0.1:${server.address().port}` }),
);
process.on('message', () => process.send({ cpu: process.cpuUsage() }));
process.on('disconnect', () => process.exit());
