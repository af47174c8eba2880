import { sendRaw } from '../http/send-raw.ts';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';

/** Headers, hosts and connections that are not what they seem (SP-2.7, 6.7, 12.2, 12.4). */
export const requestChecks: CheckGroup = ({ resources, isPublic }, check) => {
  const [entity] = resources;
  if (!entity) return;
  check('SP-2.7', 'no header or parameter changes the method', async (t) => {
    const owner = await t.owner();
    const { path, record } = await t.create(owner, entity);
    for (const name of ['X-HTTP-Method-Override', 'X-Method-Override', 'X-HTTP-Method']) {
      t.expect(await t.get(owner, path, { [name]: 'DELETE' }), 200);
      t.expect(await t.post(owner, path, {}, { [name]: 'DELETE' }), 405);
      t.expect(await t.post(owner, path, {}, { [name]: 'PATCH' }), 405);
    }
    t.expect(await t.get(owner, `${path}?_method=DELETE`), 400);
    t.same(await t.read(owner, path), record, 'the record afterwards');
  });
  check('SP-4.1', 'the Host header is not believed', async (t) => {
    const owner = await t.owner();
    for (const name of [
      'Host',
      'X-Forwarded-Host',
      'Forwarded',
      'X-Original-URL',
      'X-Rewrite-URL',
    ]) {
      const value = name === 'Forwarded' ? 'host=evil.example' : 'evil.example';
      const body = await t.body(owner, entity);
      const answer = await t.post(owner, t.list(entity), body, { [name]: value });
      t.expect(answer, [201, 400, 421]);
      const shown = `${JSON.stringify(answer.headers)}${answer.text}`;
      t.that(!shown.includes('evil.example'), `${name} comes back in the answer`);
    }
  });
  check('SP-12.4', 'foreign origins are allowed nothing', async (t) => {
    const owner = await t.owner();
    for (const origin of ['https://evil.example', 'null', 'http://localhost', 'file://', '*']) {
      const answer = await t.get(owner, t.list(entity), { Origin: origin });
      for (const name of ['access-control-allow-origin', 'access-control-allow-credentials']) {
        t.same(answer.headers[name], undefined, `${name} for ${origin}`);
      }
    }
  });
  if (!isPublic) {
    check('SP-6.7', 'another site can not act with the cookie', async (t) => {
      const owner = await t.owner();
      const { path, record } = await t.removable(owner, entity);
      const cookie = `session=${owner.token}`;
      const foreign = [
        {},
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { Referer: 'https://evil.example/' },
      ];
      for (const extra of foreign) {
        const headers = { Cookie: cookie, ...extra };
        t.expect(await t.send({ method: 'DELETE', path, headers }), 403);
        t.expect(await t.send({ method: 'POST', path: '/api/auth/logout', headers }), 403);
        const form = { ...headers, 'Content-Type': 'text/plain' };
        t.expect(
          await t.send({ method: 'POST', path: t.list(entity), headers: form, raw: '{}' }),
          403,
        );
      }
      t.same(await t.read(owner, path), record, 'the record afterwards');
    });
  }
  check('SP-12.2', 'half a request holds nobody up', (t) => slowRequests(t), { alone: true });
  check('SP-2.5', 'bytes that are no HTTP do no harm', async (t) => garbage(t, t.list(entity)), {
    alone: true,
  });
};

/** Many connections that never finish their request, while others go on. */
async function slowRequests(t: Tester): Promise<void> {
  const { hostname, port } = new URL(t.session.options.url);
  const sockets: Socket[] = [];
  try {
    for (let count = 0; count < 60; count += 1) {
      const socket = connect({ host: hostname, port: Number(port) });
      socket.on('error', () => undefined);
      const head = `POST /api/auth/login HTTP/1.1\r\nHost: ${hostname}\r\n`;
      const half = `${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"email"`;
      socket.write(count % 2 === 0 ? head : half);
      sockets.push(socket);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    const started = performance.now();
    const [entity] = t.session.subject.resources;
    if (entity) t.expect(await t.get(await t.owner(), t.list(entity)), 200);
    const took = performance.now() - started;
    t.that(took < 3000, `an answer took ${Math.round(took)} ms beside 60 half requests`);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

async function garbage(t: Tester, list: string): Promise<void> {
  const { url } = t.session.options;
  const host = new URL(url).host;
  const texts = [
    'GET / HTTP/9.9\r\n\r\n',
    '\u0000\u0001\u0002\r\n\r\n',
    'GET /\r\n\r\n',
    `GET ${'/x'.repeat(40_000)} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    `POST ${list} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n`,
    `POST ${list} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: -5\r\n\r\n`,
    `POST ${list} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef`,
    `POST ${list} HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n`,
    `GET ${list} HTTP/1.1\r\nHost: ${host}\r\nX: a\r\n b\u0000\r\n\r\n`,
  ];
  for (const text of texts) {
    const { response } = await sendRaw(url, Buffer.from(text, 'latin1'), 2000);
    const ok =
      response === undefined ||
      (response.status >= 400 && response.status < 500) ||
      response.status === 505;
    t.that(ok, `${JSON.stringify(text.slice(0, 60))} was answered ${response?.status}`);
  }
  t.that(t.session.options.alive?.() !== false, 'the process has ended');
}
