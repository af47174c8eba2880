// A service for tests, as a user could write one in any language.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

let ready = true;
// What a service starts has to end with it.
const helper = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
const server = createServer((request, response) => {
  const answer = (body) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  };
  if (request.url === '/health/ready') return response.writeHead(ready ? 200 : 503).end();
  if (request.url === '/ready/no') ready = false;
  if (request.url === '/exit') process.exit(3);
  if (request.url === '/hang') for (;;);
  if (request.url === '/slow') return setTimeout(answer, 300, 'slow');
  answer({ pid: process.pid, helper: helper.pid, env: process.env });
});
server.listen(Number(process.env.PORT), process.env.HOST, () => console.log('listening'));
process.on('SIGTERM', () => {
  console.error('stopping');
  helper.kill();
  server.close(() => process.exit(0));
});
