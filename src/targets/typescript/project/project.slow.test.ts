import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { notes, workshop } from '../../../../test/fixtures/workshop.ts';
import { startPostgres } from '../../../../test/support/postgres.ts';
import { randomBlueprint } from '../../../../test/support/random-blueprint.ts';
import { installPackages, startService } from '../../../../test/support/typescript-service.ts';
import { writeService } from '../../../../test/support/write-service.ts';
import { japanese } from '../../shared/test-japanese.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-project-'));
after(() => rmSync(home, { recursive: true, force: true }));

const blueprints = {
  workshop: workshop(),
  notes: notes(),
  japanese: japanese(),
  ...Object.fromEntries([3, 17, 30].map((seed) => [`random ${seed}`, randomBlueprint(seed)])),
};

/** Runs tests of a service; `files` are globs below its `test/`. */
function runTests(directory: string, files = '**/*', environment: Record<string, string> = {}) {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--test', '--test-isolation=none', '--test-reporter=tap', `test/${files}.test.ts`],
    {
      cwd: directory,
      encoding: 'utf8',
      timeout: 120_000,
      env: { PATH: process.env['PATH'], ...environment },
    },
  );
  const failed = [...stdout.matchAll(/^ *not ok \d+ - (.*)$/gm)].map(([, title]) => title ?? '');
  const passed = Number(/^# pass (\d+)$/m.exec(stdout)?.[1] ?? 0);
  return { status, failed: failed.filter((title) => !title.includes('# TODO')), passed };
}

before(async () => {
  for (const [name, blueprint] of Object.entries(blueprints)) {
    await writeService(blueprint, join(home, name));
    installPackages(join(home, name));
  }
});

describe('the files of a generated service', () => {
  for (const name of Object.keys(blueprints)) {
    it(`${name}: are formatted and right by the strict compiler`, () => {
      for (const tool of [
        ['node_modules/oxfmt/bin/oxfmt', '--check'],
        ['node_modules/typescript/bin/tsc'],
      ]) {
        const { status, stdout, stderr } = spawnSync(process.execPath, tool, {
          cwd: join(home, name),
          encoding: 'utf8',
          timeout: 60_000,
        });
        assert.equal(status, 0, stdout + stderr);
      }
    });
  }
});

describe('the tests of a generated service', () => {
  for (const name of Object.keys(blueprints)) {
    it(`${name}: are green, on a database that they made themselves`, () => {
      const elsewhere = { DATABASE_URL: 'postgres://127.0.0.1:1/never' };
      const { status, failed, passed } = runTests(join(home, name), undefined, elsewhere);
      assert.deepEqual(failed, []);
      assert.equal(status, 0);
      assert.ok(passed > 20, `${passed} tests`);
    });
  }

  it('are green on PostgreSQL too', async () => {
    const server = await startPostgres();
    try {
      const url = await server.database();
      const { failed, passed } = runTests(join(home, 'workshop'), undefined, {
        TEST_DATABASE_URL: url,
      });
      assert.deepEqual(failed, []);
      assert.ok(passed > 200, `${passed} tests`);
    } finally {
      await server.stop();
    }
  });
});

/** What is planted in the workshop, and the test that has to see it. */
const faults: readonly {
  readonly fault: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly tests: string;
  readonly seen: RegExp;
}[] = [
  {
    fault: 'a rule is gone',
    file: 'src/resources/orders/order.rules.ts',
    from: 'ge(record.dueDate, record.startDate)',
    to: 'true',
    tests: 'orders/rules',
    seen: /due date is not before the start date \(workshop\.md:55\)/,
  },
  {
    fault: 'a rule is stricter than it was said',
    file: 'src/resources/orders/order.rules.ts',
    from: 'days(45)',
    to: 'days(-1)',
    tests: 'orders/rules',
    seen: /at most 45 days/,
  },
  {
    fault: 'a rule on delete is gone',
    file: 'src/resources/orders/order.rules.ts',
    from: "on: ['delete']",
    to: 'on: []',
    tests: 'orders/rules',
    seen: /Only a draft can be deleted/,
  },
  {
    fault: 'a guard is gone',
    file: 'src/resources/orders/order.lifecycle.ts',
    from: 'guard: ({ record }) => present(record.assigneeId)',
    to: 'guard: ({ record }) => present(record.id)',
    tests: 'orders/states',
    seen: /begin: not before it is ready/,
  },
  {
    fault: 'a transition is for everybody',
    file: 'src/resources/orders/order.lifecycle.ts',
    from: "roles: ['manager'],",
    to: '',
    tests: 'orders/states',
    seen: /approve: not for mechanic/,
  },
  {
    fault: 'a transition leads where it should not',
    file: 'src/resources/orders/order.lifecycle.ts',
    from: "from: ['in_progress']",
    to: "from: ['in_progress', 'approved']",
    tests: 'orders/states',
    seen: /no way from approved to done/,
  },
  {
    fault: 'a role may do more',
    file: 'src/resources/orders/order.resource.ts',
    from: "delete: { manager: 'all' }",
    to: "delete: { manager: 'all', mechanic: 'all' }",
    tests: 'orders/permissions',
    seen: /mechanic: delete of orders is answered 403/,
  },
  {
    fault: 'a role sees the records of others',
    file: 'src/resources/orders/order.resource.ts',
    from: "read: { manager: 'all', mechanic: 'own' }",
    to: "read: { manager: 'all', mechanic: 'all' }",
    tests: 'orders/permissions',
    seen: /mechanic: sees the orders of nobody else/,
  },
  {
    fault: 'a text may be longer',
    file: 'src/resources/customers/customer.fields.ts',
    from: 'maxLength: 100',
    to: 'maxLength: 101',
    tests: 'customers/fields',
    seen: /refuses customers with name of 101 characters \(workshop\.md:13\)/,
  },
  {
    fault: 'a text must be shorter',
    file: 'src/resources/customers/customer.fields.ts',
    from: 'maxLength: 100',
    to: 'maxLength: 99',
    tests: 'customers/fields',
    seen: /takes customers with name of 100 characters/,
  },
  {
    fault: 'a secret is shown',
    file: 'src/resources/customers/customer.fields.ts',
    from: 'pin: string({ secret: true, ',
    to: 'pin: string({ ',
    tests: 'customers/records',
    seen: /creates a customer and reads it back/,
  },
  {
    fault: 'a default is another one',
    file: 'src/resources/customers/customer.fields.ts',
    from: 'boolean({ default: false })',
    to: 'boolean({ default: true })',
    tests: 'customers/fields',
    seen: /fills in what is not given/,
  },
  {
    fault: 'a value need not be unique',
    file: 'migrations/sqlite/0001-init.sql',
    from: 'create unique index "part_sku_key"',
    to: 'create index "part_sku_key"',
    tests: 'parts/unique',
    seen: /parts with the same sku \(workshop\.md:61\)/,
  },
  {
    fault: 'a deletion leaves what should go with it',
    file: 'src/resources/order-lines/order-line.fields.ts',
    from: "onDelete: 'cascade'",
    to: "onDelete: 'restrict'",
    tests: 'order-lines/references',
    seen: /deletes an order line with its order/,
  },
  {
    fault: 'records of other tenants are found',
    file: 'src/records/store.ts',
    from: "this.select().where('_tenant', '=', tenant)",
    to: "this.select().where('_tenant', '!=', '')",
    tests: 'parts/records',
    seen: /hides parts from other tenants/,
  },
  {
    fault: 'an event is not told',
    file: 'src/records/remove.ts',
    from: "await records.publish(write, model, 'deleted', row.record);",
    to: '',
    tests: 'parts/records',
    seen: /tells what happens to a part/,
  },
];

describe('the tests of a generated service see', () => {
  for (const { fault, file, from, to, tests, seen } of faults) {
    it(fault, () => {
      const path = join(home, 'workshop', file);
      const text = readFileSync(path, 'utf8');
      assert.equal(text.split(from).length, 2, `${file} has ${from} once`);
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
      try {
        const { failed } = runTests(join(home, 'workshop'), tests);
        assert.ok(
          failed.some((title) => seen.test(title)),
          `failed: ${failed.join('; ')}`,
        );
      } finally {
        writeFileSync(path, text);
      }
    });
  }
});

describe('the README', () => {
  for (const name of ['workshop', 'notes'] as const) {
    it(`${name}: shows commands that work as they stand`, async () => {
      const directory = join(home, name);
      const readme = readFileSync(join(directory, 'README.md'), 'utf8');
      const [, commands = ''] = /## Try it\n\n```sh\n([\s\S]*?)```/.exec(readme) ?? [];
      const service = await startService(directory, { DATABASE_FILE: ':memory:' });
      try {
        const script = commands.replace('URL=http://127.0.0.1:3000', `URL=${service.url}`);
        const { stdout, stderr } = spawnSync('sh', ['-e', '-c', script], {
          encoding: 'utf8',
          timeout: 20_000,
        });
        const [created, listed] = stdout
          .replaceAll('}{', '}\n{')
          .split('\n')
          .map((line) => JSON.parse(line) as Answer);
        assert.ok(created?.id, stdout + stderr);
        assert.deepEqual(listed?.items, [created]);
      } finally {
        await service.stop();
      }
    });
  }
});

interface Answer {
  readonly id?: string;
  readonly items?: readonly object[];
}
