import { nobody } from '../checks/caller.ts';
import type { CheckGroup } from '../checks/check.ts';
import type { Tester } from '../checks/tester.ts';
import { asRecord } from '../checks/answer.ts';

/** Health, metrics, documentation and logs (SP-13.1 to 13.4). */
export const operationChecks: CheckGroup = ({ resources, isPublic, service }, check) => {
  check('SP-13.1', 'it is alive and ready', async (t) => {
    for (const path of ['/health/live', '/health/ready']) {
      t.same(t.expect(await t.get(nobody, path), 200).json, { status: 'ok' }, path);
    }
  });
  check('SP-13.2', 'metrics count by method, route and status', async (t) => {
    const [entity] = resources;
    if (!entity) return;
    const caller = await t.owner();
    const { id, path } = await t.create(caller, entity);
    t.expect(await t.get(caller, path), 200);
    t.expect(await t.get(caller, `${path}x`), 404);
    const answer = t.expect(await t.get(nobody, '/metrics'), 200);
    t.that(
      answer.headers['content-type']?.startsWith('text/plain') === true,
      'metrics are no plain text',
    );
    const lines = answer.text.split('\n').filter((line) => line.includes(`/api/${entity.plural}`));
    for (const [name, pattern] of [
      ['the method', /="GET"/],
      ['the status 200', /="200"/],
      ['the status 404', /="404"/],
      ['a duration', /_(bucket|sum|count)\{/],
    ] as const) {
      t.that(
        lines.some((line) => pattern.test(line)),
        `no line of the route has ${name}`,
      );
    }
    t.that(!answer.text.includes(id), 'an id is part of a route: metrics grow without bound');
    t.that(!/no-such-things/.test(answer.text), 'an unknown path is part of a route');
  });
  check('SP-13.3', 'the contract is served', async (t) => {
    const answer = t.expect(await t.get(nobody, '/openapi.json'), 200);
    const version = service.document ? '3.' : '3.1';
    t.that(String(answer.record['openapi']).startsWith(version), `it is no OpenAPI ${version}`);
    const paths = Object.keys(asRecord(answer.record['paths']));
    const missing = service.entities
      .map(({ plural }) => `/api/${plural}`)
      .filter((path) => !paths.includes(path));
    t.same(missing, [], 'paths that the contract lacks');
  });
  check('SP-13.3', 'the documentation needs no other host', async (t) => {
    const answer = t.expect(
      await t.get(nobody, '/docs', { Accept: 'text/html' }),
      [200, 301, 302, 308],
    );
    const page =
      answer.status === 200 ? answer : await t.get(nobody, '/docs/', { Accept: 'text/html' });
    t.that(page.headers['content-type']?.startsWith('text/html') === true, 'it is no HTML');
    const outside = /(?:src|href)=["']?(?:https?:)?\/\/[^"'\s>]+/.exec(page.text)?.[0];
    t.same(outside, undefined, 'a reference to another host');
    const policy = page.headers['content-security-policy'] ?? '';
    t.that(!/https?:|\*/.test(policy), `the policy allows other hosts: ${policy}`);
  });
  // Alone: only the tail of the log is kept.
  const alone = { alone: true };
  check('SP-13.4', 'logs follow the trace and keep secrets', (t) => logs(t, isPublic), alone);
};

async function logs(t: Tester, isPublic: boolean): Promise<void> {
  const { log } = t.session.options;
  if (!log) return;
  const traceId = `4bf92f3577b34da6a3ce929d0e0e${String(t.serial()).padStart(4, '0').slice(-4)}`;
  const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
  const secret = `secret-${t.serial()}`;
  const answer = await t.get(nobody, `/api/no-such-things/${secret}`, { traceparent });
  t.expect(answer, isPublic ? 404 : 401);
  if (!isPublic) {
    const body = { email: 'trace@example.com', password: secret };
    t.expect(await t.post(nobody, '/api/auth/login', body, { traceparent }), 401);
  }
  const caller = await t.owner();
  t.expect(
    await t.get(caller, '/api/no-such-things', { traceparent, Cookie: `session=${secret}` }),
    404,
  );
  const traced = () =>
    log()
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.includes(traceId));
  // A busy machine brings us the log when it can.
  for (let wait = 0; wait < 50 && traced().length < (isPublic ? 2 : 3); wait += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const lines = traced();
  t.that(lines.length > 0, 'no log line has the trace id of traceparent');
  for (const line of lines) {
    const entry = asRecord(JSON.parse(line));
    t.same(entry['traceId'], traceId, 'traceId');
    t.that(
      typeof entry['requestId'] === 'string',
      `a line without requestId: ${line.slice(0, 200)}`,
    );
    const kept = line.replace(`/api/no-such-things/${secret}`, '');
    t.that(!kept.includes(secret), 'a password or cookie is logged');
    t.that(caller.token === undefined || !line.includes(caller.token), 'a token is logged');
  }
}
