import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient } from '../http/http-client.ts';
import { asRecord } from '../checks/answer.ts';
import type { CheckGroup } from '../checks/check.ts';
import { Session } from '../checks/session.ts';
import type { StartedService } from '../checks/session.ts';
import type { Tester } from '../checks/tester.ts';

/** What configuration does: these checks start services of their own (SP-11.3, 12.1, 12.2, 13.5). */
export const configuredChecks: CheckGroup = ({ resources }, check) => {
  const [entity] = resources;
  if (!entity) return;
  const list = `/api/${entity.plural}`;
  check('SP-12.1', 'requests beyond RATE_LIMIT_PER_MINUTE=30 are 429', async (t) => {
    await withService(t, { RATE_LIMIT_PER_MINUTE: '30' }, async (inner) => {
      const caller = await inner.owner();
      const answers = [];
      for (let count = 0; count < 80; count += 1) answers.push(await inner.get(caller, list));
      const refused = answers.filter(({ status }) => status === 429);
      // A new minute may begin on the way: then 60 of them are within the limit.
      t.that(refused.length >= 15 && refused.length <= 55, `${refused.length} of 80 were refused`);
      const [first] = refused;
      if (first) t.expect(first, 429, { type: 'too-many-requests' });
      t.same((await inner.get(caller, '/health/live')).status, 200, 'the status of /health/live');
      const headers = { Origin: 'https://app.example' };
      const answer = await inner.get(await inner.other(), list, headers);
      t.same(
        answer.headers['access-control-allow-origin'],
        undefined,
        'CORS when nothing is allowed',
      );
      if (caller.token !== undefined) t.expect(answer, 200);
    });
  });
  check('SP-12.2', 'BODY_LIMIT_BYTES=2000 limits bodies', async (t) => {
    await withService(t, { BODY_LIMIT_BYTES: '2000' }, async (inner) => {
      const caller = await inner.owner();
      const filler = 'x'.repeat(2000);
      t.expect(await inner.post(caller, list, { filler }), 413, { type: 'too-large' });
      t.expect(await inner.post(caller, list, { filler: 'x' }), 422);
    });
  });
  check('SP-11.3', 'events are posted to EVENT_SINK_URL, in order', async (t) => sink(t));
  check('SP-13.5', 'SIGTERM lets requests finish and ends with 0', async (t) => {
    const { start } = t.session.options;
    const service = await start?.({});
    if (!service) return;
    await withClient(t, service, async (inner) => {
      const caller = await inner.owner();
      const body = await inner.body(caller, entity);
      const pending = inner.post(caller, list, body);
      await new Promise((resolve) => setTimeout(resolve, 2));
      const stopped = service.stop();
      t.expect(await pending, 201);
      t.same((await stopped).code, 0, 'the exit code');
    });
  });
};

/** Starts a service for one check and stops it afterwards. */
async function withService(
  t: Tester,
  environment: Readonly<Record<string, string>>,
  use: (inner: Tester) => Promise<void>,
): Promise<void> {
  const service = await t.session.options.start?.(environment);
  if (!service) return;
  await withClient(t, service, use).finally(() => service.stop());
}

/** Another tester, for another service. */
async function withClient(
  t: Tester,
  service: StartedService,
  use: (inner: Tester) => Promise<void>,
): Promise<void> {
  const { options } = t.session;
  const client = createHttpClient({ url: service.url, signal: options.signal });
  const { start: _, ...rest } = options;
  const around = { ...rest, url: service.url, client, log: () => service.log() };
  const inner = new Session(around, t.session.journal).tester(1);
  await use(inner).finally(() => {
    t.adopt(inner);
    client.close();
  });
}

async function sink(t: Tester): Promise<void> {
  const received: { type: string; body: unknown }[] = [];
  let refusals = 1;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      // The first attempt fails: it must come again.
      refusals -= 1;
      response.statusCode = refusals >= 0 ? 503 : 204;
      if (refusals < 0) {
        const type = request.headers['content-type'] ?? '';
        received.push({ type, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
      }
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/sink`;
  const [entity] = t.session.subject.resources;
  try {
    await withService(t, { EVENT_SINK_URL: url }, async (inner) => {
      if (!entity) return;
      const caller = await inner.owner();
      const ids: string[] = [];
      for (let count = 0; count < 5; count += 1) ids.push((await inner.create(caller, entity)).id);
      for (let wait = 0; wait < 100 && missing(ids).length > 0; wait += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      t.same(missing(ids), [], 'records of which no event was posted within 10 s');
      const order = subjects().filter((subject) => ids.includes(subject));
      t.same([...new Set(order)], ids, 'the order of the events');
      const types = received.every(({ type }) => type.startsWith('application/cloudevents+json'));
      t.that(types, `media types: ${[...new Set(received.map(({ type }) => type))].join(', ')}`);
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
  function subjects(): readonly string[] {
    return received.map(({ body }) => String(asRecord(body)['subject']));
  }
  function missing(ids: readonly string[]): readonly string[] {
    const known = subjects();
    return ids.filter((id) => !known.includes(id));
  }
}
