import { asRecord } from '../checks/answer.ts';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';
import { receive } from './receive.ts';
import type { Received } from './receive.ts';
import { traces } from './traces.ts';
import { withClient, withService } from './with-service.ts';

/** What configuration does: these checks start services of their own (SP-11.3, 12.1, 12.2, 13.4, 13.5). */
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
  check('SP-13.4', 'spans are sent to OTEL_EXPORTER_OTLP_ENDPOINT', (t) => traces(t, list));
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

async function sink(t: Tester): Promise<void> {
  let refusals = 1;
  // The first attempt fails: it must come again.
  const receiver = await receive(() => ((refusals -= 1) >= 0 ? 503 : 204));
  const [entity] = t.session.subject.resources;
  try {
    await withService(t, { EVENT_SINK_URL: `${receiver.url}/sink` }, async (inner) => {
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
      const types = taken().map(({ headers }) => headers['content-type'] ?? '');
      const isRight = types.every((type) => type.startsWith('application/cloudevents+json'));
      t.that(isRight, `media types: ${[...new Set(types)].join(', ')}`);
    });
  } finally {
    receiver.stop();
  }
  function taken(): readonly Received[] {
    return receiver.received.filter(({ status }) => status < 300);
  }
  function subjects(): readonly string[] {
    return taken().map(({ body }) => String(asRecord(body)['subject']));
  }
  function missing(ids: readonly string[]): readonly string[] {
    const known = subjects();
    return ids.filter((id) => !known.includes(id));
  }
}
