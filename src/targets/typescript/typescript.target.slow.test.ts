import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../../scripts/root.ts';
import { notes, workshop } from '../../../test/fixtures/workshop.ts';
import { startPostgres } from '../../../test/support/postgres.ts';
import type { PostgresServer } from '../../../test/support/postgres.ts';
import { allEvents, make, register, send } from '../../../test/support/service-caller.ts';
import type { Caller, Json } from '../../../test/support/service-caller.ts';
import { randomBlueprint } from '../../../test/support/random-blueprint.ts';
import {
  installPackages,
  mainFile,
  run,
  startService,
} from '../../../test/support/typescript-service.ts';
import type { StartedService } from '../../../test/support/typescript-service.ts';
import { writeService } from '../../../test/support/write-service.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-target-'));
after(() => rmSync(home, { recursive: true, force: true }));

const blueprints = {
  workshop: workshop(),
  notes: notes(),
  a: randomBlueprint(1),
  b: randomBlueprint(2),
};

describe('generated services', () => {
  for (const [name, blueprint] of Object.entries(blueprints)) {
    const directory = join(home, name);

    it(`${name}: are right by the strict compiler`, async () => {
      await writeService(blueprint, directory);
      installPackages(directory);
      const types = run(directory, process.execPath, ['node_modules/typescript/bin/tsc']);
      assert.equal(types.stdout + types.stderr, '');
    });

    it(`${name}: are formatted`, () => {
      const formatted = run(directory, join(root, 'node_modules/.bin/oxfmt'), ['--check', '.']);
      assert.equal(formatted.status, 0, formatted.stdout + formatted.stderr);
    });
  }

  it('run as what they are compiled to', () => {
    const directory = join(home, 'notes');
    const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
    assert.equal(run(directory, process.execPath, compiler).stdout, '');
    const { stdout } = run(directory, process.execPath, ['dist/main.js'], { PORT: 'x' });
    assert.match(stdout, /PORT must be/);
    const formatted = run(directory, join(root, 'node_modules/.bin/oxfmt'), ['--check', '.']);
    assert.equal(formatted.status, 0, formatted.stdout + formatted.stderr);
  });

  it('are formatted whatever the blueprint', async () => {
    for (let seed = 3; seed < 23; seed += 1) {
      const directory = join(home, `random-${seed}`);
      await writeService(randomBlueprint(seed), directory);
      const formatted = run(directory, join(root, 'node_modules/.bin/oxfmt'), ['--check', '.']);
      assert.equal(formatted.status, 0, `seed ${seed}: ${formatted.stdout}`);
    }
  });
});

describe('a service that can not start', () => {
  const directory = join(home, 'workshop');
  const start = (environment: Readonly<Record<string, string>>) =>
    run(directory, process.execPath, mainFile, { PORT: '0', ...environment });

  it('names every fault of its environment at once', () => {
    const { status, stdout } = start({
      PORT: 'x',
      JWT_SECRET: 'short',
      CORS_ORIGINS: '*',
      LOG_LEVEL: 'loud',
    });
    assert.equal(status, 1);
    for (const name of ['PORT', 'JWT_SECRET', 'CORS_ORIGINS', 'LOG_LEVEL'])
      assert.match(stdout, new RegExp(`"${name} must be`));
  });

  it('refuses a database that is newer, and one whose migrations were edited', async () => {
    const file = join(home, 'newer.db');
    const service = await startService(directory, { DATABASE_FILE: file });
    assert.equal(await service.stop(), 0);
    const later = join(directory, 'migrations/sqlite/0002-later.sql');
    writeFileSync(later, 'create table later (id text);\n');
    const updated = await startService(directory, { DATABASE_FILE: file });
    assert.equal(await updated.stop(), 0);
    appendFileSync(later, '-- edited\n');
    const edited = start({ DATABASE_FILE: file });
    assert.deepEqual([edited.status, /was edited/.test(edited.stdout)], [1, true]);
    rmSync(later);
    const newer = start({ DATABASE_FILE: file });
    assert.deepEqual([newer.status, /newer than this program/.test(newer.stdout)], [1, true]);
  });
});

for (const kind of ['sqlite', 'postgres'] as const) {
  describe(`the workshop on ${kind}`, () => {
    let postgres: PostgresServer | undefined;
    let service: StartedService | undefined;
    let owner: Caller;

    before(async () => {
      postgres = kind === 'postgres' ? await startPostgres() : undefined;
      const database: Record<string, string> = postgres
        ? { DATABASE_URL: await postgres.database() }
        : { DATABASE_FILE: join(home, 'workshop.db') };
      service = await startService(join(home, 'workshop'), database);
      owner = await register(service.url, 'owner@example.com');
    });
    after(async () => {
      try {
        assert.equal(await service?.stop(), 0);
      } finally {
        await postgres?.stop();
      }
    });

    it('keeps exact values of every type, and answers them the same again', async () => {
      const customer = await make(owner, 'customers', {
        name: 'Bo',
        email: 'Bo@example.com',
        pin: '12345',
        labels: ['b', 'a'],
        preferences: { b: 1, a: [null, 1.5] },
      });
      assert.equal('pin' in customer, false);
      const parts = [
        await make(owner, 'parts', { sku: 'a', price: '0.10' }),
        await make(owner, 'parts', { sku: 'b', price: '007.5' }),
      ];
      assert.deepEqual(
        parts.map(({ price }) => price),
        ['0.10', '7.50'],
      );
      const order = await make(owner, 'orders', {
        number: 1,
        customerId: customer.id,
        budget: '1234567890123.1',
        rating: 4.5,
        finishedAt: '2026-01-31T10:30:00.123456789+01:00',
        partsIds: parts.map(({ id }) => id).toReversed(),
      });
      assert.equal(order['budget'], '1234567890123.10');
      assert.equal(order['finishedAt'], '2026-01-31T09:30:00.123Z');
      assert.deepEqual(
        order['partsIds'],
        parts.map(({ id }) => id),
      );
      assert.deepEqual((await send(owner, 'GET', `/api/orders/${order.id}`)).body, order);
      assert.deepEqual((await send(owner, 'GET', `/api/customers/${customer.id}`)).body, customer);
    });

    it('takes a patch that changes nothing for a write (SP-4.3)', async () => {
      const part = await make(owner, 'parts', { sku: 'still', price: '1' });
      const path = `/api/parts/${part.id}`;
      const before = await send(owner, 'GET', path);
      const after = await send(owner, 'PATCH', path, {});
      assert.equal(after.status, 200);
      assert.notEqual(after.etag, before.etag);
      assert.ok(String(after.body['updatedAt']) > String(part['updatedAt']));
      assert.deepEqual({ ...after.body, updatedAt: '' }, { ...part, updatedAt: '' });
      const events = await allEvents(owner);
      assert.deepEqual(
        events.filter(({ subject }) => subject === part.id).map(({ type }) => type),
        ['workshop.part.created', 'workshop.part.updated'],
      );
    });

    it('takes -0 for 0 where 0 is allowed, and no minus where nothing is negative (SP-1.6)', async () => {
      const raw = (body: string) =>
        fetch(`${owner.url}/api/parts`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${owner.token}`,
            'content-type': 'application/json',
          },
          body,
        });
      const zero = await raw('{"sku":"zero","price":"0","stock":-0}');
      assert.match(await zero.text(), /"stock":0,/);
      assert.equal((await raw('{"sku":"minus","price":"-0"}')).status, 422);
    });

    it('breaks ties by id, in the direction of the last property (SP-3.2)', async () => {
      for (let index = 0; index < 4; index += 1)
        await make(owner, 'parts', { sku: `tie-${index}`, price: '77.77' });
      const skus = async (sort: string) => {
        const { body } = await send(owner, 'GET', `/api/parts?price=77.77&sort=${sort}`);
        return (body['items'] as Json[]).map(({ sku }) => sku);
      };
      const made = ['tie-0', 'tie-1', 'tie-2', 'tie-3'];
      assert.deepEqual(await skus('price'), made);
      assert.deepEqual(await skus('-price'), made.toReversed());
      assert.deepEqual(await skus('-price,stock'), made);
    });

    it("lets a member change his own record, not another member's (SP-6.9)", async () => {
      const add = async (email: string) => {
        const member = { email, password: 'correct horse', fullName: 'M', roles: ['mechanic'] };
        const { status, body } = await send(owner, 'POST', '/api/auth/members', member);
        assert.equal(status, 201);
        const { password } = member;
        const login = await send({ url: owner.url }, 'POST', '/api/auth/login', {
          email,
          password,
        });
        return { id: String(body['id']), url: owner.url, token: String(login.body['token']) };
      };
      const [one, two] = [await add('one@example.com'), await add('two@example.com')];
      const change = (caller: Caller, id: string) =>
        send(caller, 'PATCH', `/api/people/${id}`, { fullName: 'N' });
      assert.equal((await change(one, one.id)).status, 200);
      assert.equal((await change(one, two.id)).status, 403);
      assert.equal((await change(owner, two.id)).status, 200);
      const { body } = await send(one, 'GET', `/api/people/${two.id}`);
      assert.equal(body['role'], 'mechanic');
    });

    it('lets one of ten take a unique value', async () => {
      const part = { sku: 'race', price: '1' };
      const all = await Promise.all(
        Array.from({ length: 10 }, () => send(owner, 'POST', '/api/parts', part)),
      );
      assert.deepEqual(
        all.map(({ status }) => status).toSorted((a, b) => a - b),
        [201, ...Array<number>(9).fill(409)],
      );
    });

    it('loses none of 100 increments under If-Match', async () => {
      const { id } = await make(owner, 'parts', { sku: 'counter', price: '1' });
      const path = `/api/parts/${id}`;
      const increment = async (): Promise<void> => {
        for (let attempt = 0; attempt < 500; attempt += 1) {
          const { body, etag } = await send(owner, 'GET', path);
          const stock = Number(body['stock']) + 1;
          const { status } = await send(owner, 'PATCH', path, { stock }, { 'if-match': etag });
          if (status === 200) return;
          assert.equal(status, 412);
        }
        assert.fail('It never got its turn.');
      };
      const worker = async () => {
        for (let count = 0; count < 20; count += 1) await increment();
      };
      await Promise.all(Array.from({ length: 5 }, worker));
      assert.equal((await send(owner, 'GET', path)).body['stock'], 100);
    });

    it('does a request once for each key, also when two come at once', async () => {
      const part = { sku: 'once', price: '1' };
      const key = { 'idempotency-key': 'k1' };
      const [a, b] = await Promise.all(
        [1, 2].map(() => send(owner, 'POST', '/api/parts', part, key)),
      );
      assert.deepEqual([a?.status, b?.status], [201, 201]);
      assert.deepEqual(a?.body, b?.body);
      assert.equal(
        (await send(owner, 'POST', '/api/parts', { ...part, sku: 'x' }, key)).status,
        422,
      );
    });

    it('deletes records that refer to each other, and tells of each', async () => {
      const customer = await make(owner, 'customers', { name: 'Cy', email: 'cy@example.com' });
      const order = await make(owner, 'orders', { number: 7, customerId: customer.id });
      const part = await make(owner, 'parts', { sku: 'line', price: '1' });
      const line = await make(owner, 'order-lines', {
        orderId: order.id,
        partId: part.id,
        quantity: 1,
      });
      assert.equal((await send(owner, 'DELETE', `/api/parts/${part.id}`)).status, 409);
      assert.equal((await send(owner, 'DELETE', `/api/orders/${order.id}`)).status, 204);
      assert.equal((await send(owner, 'GET', `/api/order-lines/${line.id}`)).status, 404);
      const events = await allEvents(owner);
      const deleted = events.filter(({ type }) => String(type).endsWith('.deleted'));
      assert.deepEqual(
        deleted.map(({ subject }) => subject),
        [line.id, order.id],
      );
    });

    it('goes through pages once, missing values last', async () => {
      for (let index = 0; index < 15; index += 1) {
        await make(owner, 'sessions', {
          class: `c${index % 4}`,
          version: index % 3 ? index % 2 : null,
        });
      }
      for (const sort of ['version,-class', '-version', '-class,version,createdAt']) {
        const seen: Json[] = [];
        let cursor = '';
        for (let page = 0; page < 10; page += 1) {
          const { body } = await send(owner, 'GET', `/api/sessions?limit=4&sort=${sort}${cursor}`);
          seen.push(...(body['items'] as Json[]));
          if (body['nextCursor'] === null) break;
          cursor = `&cursor=${body['nextCursor'] as string}`;
        }
        assert.equal(new Set(seen.map(({ id }) => id)).size, 15, sort);
        if (!sort.includes('version') || sort.startsWith('-class')) continue;
        const missing = seen.map(({ version }) => version === null);
        assert.ok(!missing.slice(missing.indexOf(true)).includes(false), sort);
      }
    });

    it('ends a session at once, and shows nothing to another tenant', async () => {
      const other = await register(owner.url, 'other@example.com');
      const { id } = await make(owner, 'parts', { sku: 'mine', price: '1' });
      assert.equal((await send(other, 'GET', `/api/parts/${id}`)).status, 404);
      assert.deepEqual((await send(other, 'GET', '/api/parts')).body['items'], []);
      assert.equal((await send(other, 'POST', '/api/auth/logout')).status, 204);
      assert.equal((await send(other, 'GET', '/api/auth/me')).status, 401);
    });
  });
}
