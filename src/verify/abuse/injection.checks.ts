import { jsonName, writableFields } from '#blueprint';
import type { Entity, Field } from '#blueprint';
import { listFilters, searchableFields } from '#contract';
import { accepts } from '#rules';
import type { CheckGroup } from '../checks/check.ts';
import { Untestable } from '../checks/failure.ts';
import type { Tester } from '../checks/tester.ts';
import { payloads } from './payloads.ts';

/** Hostile text is data wherever it stands (SP-2.4, 2.5, 3.4, 3.6, 4.8). */
export const injectionChecks: CheckGroup = ({ resources, isPublic }, check) => {
  for (const entity of resources) {
    const { label } = entity;
    for (const field of writableFields(entity)) {
      if (field.type.kind !== 'string' && field.type.kind !== 'text') continue;
      if (field.secret || field.pattern !== undefined) continue;
      check('SP-1.9', `${label}: hostile text in ${field.label} stays text`, async (t) => {
        await staysText(t, entity, field);
      });
    }
    check('SP-3.6', `${label}: hostile queries`, async (t) => hostileQueries(t, entity));
    check('SP-4.8', `${label}: hostile ids`, async (t) => {
      const owner = await t.owner();
      for (const payload of payloads) {
        const path = `${t.list(entity)}/${encodeURIComponent(payload)}`;
        t.expect(await t.get(owner, path), [400, 404]);
        t.expect(await t.delete(owner, path), [400, 404]);
        t.expect(await t.patch(owner, path, {}), [400, 404]);
      }
    });
    check('SP-2.5', `${label}: prototypes can't be reached`, async (t) => pollutes(t, entity));
  }
  if (isPublic) return;
  check('SP-6.2', 'logging in with operators and hostile text', async (t) => {
    const { email } = await t.owner();
    const caller = { name: '', email: '', password: '', accountId: '', tenantId: '', roles: [] };
    const bodies = [
      { email: { $gt: '' }, password: { $gt: '' } },
      { email: [email], password: ['x'] },
      { email, password: { $ne: null } },
      { email: `${email}' --`, password: 'x' },
      { email: `' OR 1=1 --`, password: `' OR '1'='1` },
      { email, password: true },
    ];
    for (const body of bodies) {
      // Any text may be an e-mail here; what is no text may break the contract's schema.
      const isText = Object.values(body).every((value) => typeof value === 'string');
      const login = await t.post(caller, '/api/auth/login', body);
      const answer = t.expect(login, isText ? 401 : [401, 422]);
      t.same(answer.headers['set-cookie'], undefined, 'Set-Cookie');
    }
  });
};

async function staysText(t: Tester, entity: Entity, field: Field): Promise<void> {
  const owner = await t.owner();
  const name = jsonName(field);
  const values = payloads.map((text) => (field.unique ? `${text} ${t.serial()}` : text));
  for (const value of values.filter((text) => accepts(field, text))) {
    const body = await t
      .body(owner, entity, { given: { [name]: value } })
      .catch((error: unknown) => {
        if (!(error instanceof Untestable)) throw error;
      });
    if (!body) continue;
    const answer = t.expect(await t.post(owner, t.list(entity), body), 201);
    t.same(answer.record[name], value, name);
    t.same(answer.headers['set-cookie'], undefined, 'Set-Cookie');
    t.that(
      answer.headers['content-type']?.startsWith('application/json') === true,
      'the answer is no JSON',
    );
  }
}

async function hostileQueries(t: Tester, entity: Entity): Promise<void> {
  const owner = await t.owner();
  const created = await t.create(owner, entity);
  const filters = new Set(listFilters(entity).map(({ parameter }) => parameter));
  const names = ['sort', 'cursor', 'limit', 'nosuch', '__proto__[x]', 'constructor'].filter(
    (name) => !filters.has(name),
  );
  for (const payload of payloads) {
    const value = encodeURIComponent(payload);
    for (const name of names) {
      const query = `${encodeURIComponent(name)}=${value}`;
      t.expect(await t.get(owner, `${t.list(entity)}?${query}`), 400);
    }
    t.expect(await t.get(owner, `${t.list(entity)}?${value}=1`), 400);
    if (searchableFields(entity).length > 0) {
      const found = t.expect(await t.get(owner, `${t.list(entity)}?q=${value}`), 200);
      t.that(!found.text.includes(created.id), `q=${payload} finds a record without that text`);
    }
  }
  for (const { parameter, property, operator } of listFilters(entity)) {
    if (operator === 'null') continue;
    for (const payload of payloads.slice(0, 6)) {
      const query = `${encodeURIComponent(parameter)}=${encodeURIComponent(payload)}`;
      const answer = t.expect(await t.get(owner, `${t.list(entity)}?${query}`), [200, 400]);
      const finds = answer.status === 200 && operator !== 'ne' && property.type.kind !== 'json';
      const isText = ['eq', 'in'].includes(operator);
      t.that(!finds || !isText || !answer.text.includes(created.id), `?${query} finds everything`);
    }
  }
}

async function pollutes(t: Tester, entity: Entity): Promise<void> {
  const owner = await t.owner();
  const created = await t.create(owner, entity);
  const headers = { 'Content-Type': 'application/json' };
  const texts = [
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"a":{"__proto__":{"polluted":true}}}',
    '{"__proto__":null}',
  ];
  for (const raw of texts) {
    for (const [method, path] of [
      ['POST', t.list(entity)],
      ['PATCH', created.path],
    ] as const) {
      t.expect(await t.send({ method, path, caller: owner, headers, raw }), [400, 422]);
    }
  }
  t.same(await t.read(owner, created.path), created.record, 'the record afterwards');
  const json = entity.fields.find(({ type, readOnly }) => type.kind === 'json' && !readOnly);
  if (json) {
    const raw = `{"${jsonName(json)}":{"__proto__":{"polluted":true}}}`;
    const request = { method: 'PATCH', path: created.path, caller: owner, headers, raw };
    t.expect(await t.send(request), [400, 422]);
  }
}
