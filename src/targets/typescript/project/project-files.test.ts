import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { buildBlueprint, buildEntity, buildField, buildService, referenceTo } from '#blueprint';
import type { Blueprint, Expression, Rule } from '#blueprint';
import { createContract } from '#contract';
import { fileTree } from '#files';
import { hall } from '../../../../test/fixtures/hall.ts';
import { notes, workshop } from '../../../../test/fixtures/workshop.ts';
import { randomBlueprint } from '../../../../test/support/random-blueprint.ts';
import { sweep } from '../../../../test/support/sweep.ts';
import { projectFiles } from './project-files.ts';

function generate(blueprint: Blueprint): ReadonlyMap<string, string> {
  const [service] = blueprint.system.services;
  assert.ok(service);
  const contract = createContract({ blueprint, service });
  const files = fileTree(projectFiles({ blueprint, service, contract }));
  return new Map(files.map(({ path, content }) => [path, content]));
}

const files = generate(workshop());
const open = generate(notes());
const text = (path: string, of = files) => of.get(path) ?? assert.fail(`there is no ${path}`);

describe('the files around the code', () => {
  it('are the same for the same blueprint', () => {
    assert.deepEqual(generate(workshop()), files);
  });

  it('are short, end in one line break, and have no space at the end of a line', () => {
    for (const [path, content] of [...files, ...open]) {
      assert.match(content, /[^\n]\n$/, path);
      if (/\.(yaml|json|xml)$/.test(path)) continue;
      assert.doesNotMatch(content, /[ \t]$/m, path);
      if (path.startsWith('test/')) assert.ok(content.split('\n').length <= 200, path);
    }
  });

  it('can be made of any blueprint', () => {
    for (let seed = 0; seed < sweep(2, 5); seed += 1) generate(randomBlueprint(seed));
  });

  it('name the generator nowhere', () => {
    for (const [path, content] of files) assert.doesNotMatch(content, /microforge/i, path);
  });
});

describe('the tests of a service', () => {
  const tests = [...files]
    .filter(([path]) => path.endsWith('.test.ts'))
    .map(([, content]) => content);
  const titles = tests.flatMap((content) =>
    [...content.matchAll(/^test(?:\.todo)?\('(.*?)'[,)]/gm)].map(([, title]) => title),
  );

  it('need one record at a time where a rule counts all of its kind, and name none for nothing', () => {
    const crowded = generate(hall());
    const rules = text('test/bookings/rules.test.ts', crowded);
    assert.match(rules, /^ {2}await createBooking\(owner\);\n {2}const broken = /m);
    assert.doesNotMatch(rules, /const record/);
    assert.doesNotMatch(text('test/bookings/records.test.ts', crowded), /page by page/);
  });

  it('leave what is unique and never changes to each record', () => {
    const key = buildField('flag', {
      name: 'key',
      type: { kind: 'string' },
      required: true,
      unique: true,
    });
    const same: Expression = {
      kind: 'compare',
      operator: 'eq',
      left: { kind: 'field', field: 'key' },
      right: { kind: 'previous', field: 'key' },
    };
    const statement = 'The key never changes.';
    const rule: Rule = {
      id: 'flag/rule/key-is-kept',
      label: statement,
      statement,
      message: statement,
      origin: 'stated',
      sources: [],
      on: ['update'],
      expression: same,
      fields: ['key'],
    };
    const flags = buildEntity({ name: 'flag', plural: 'flags', fields: [key], rules: [rule] });
    const made = generate(
      buildBlueprint({
        name: 'flags',
        services: [buildService({ name: 'flags', entities: [flags] })],
      }),
    );
    // A new record has any value, of which none is one that the test tries.
    assert.match(text('test/flags/samples.ts', made), /key: `key 1 \$\{n\}`/);
    assert.match(
      text('test/flags/rules.test.ts', made),
      /const broken = \{ key: 'key 2' \};[^]*const kept = \{\};/,
    );
  });

  it('cover every rule and transition, and name its line', () => {
    const [service] = workshop().system.services;
    for (const { rules, lifecycle } of service?.entities ?? []) {
      for (const { statement } of rules) {
        const title = `${statement.replace(/\.$/, '')} (workshop.md:55)`;
        assert.ok(titles.includes(title), title);
      }
      for (const { label, to } of lifecycle?.transitions ?? []) {
        const found = titles.some(
          (title) => title?.startsWith(`${label}: `) && title.includes(`→ ${to}`),
        );
        assert.ok(found, label);
      }
    }
  });

  it('try every rule, over one record and over several', () => {
    const rules = text('test/orders/rules.test.ts');
    assert.match(rules, /An order has at most 50 lines.*\n.*\n {2}for \(let made = 0; made < 50;/);
    assert.doesNotMatch(rules, /test\.todo/);
    assert.equal(rules.match(/assertRule\(/g)?.length, 7);
  });

  it('cover every permission that is restricted', () => {
    const cases = text('test/orders/permissions.test.ts');
    assert.match(
      cases,
      /role: 'mechanic', operation: 'read', status: 404, source: 'workshop\.md:76'/,
    );
    assert.match(cases, /role: 'mechanic', operation: 'delete', status: 403/);
    assert.match(cases, /mechanic: sees the orders of nobody else/);
    assert.equal(files.has('test/parts/permissions.test.ts'), false);
  });

  it('know no accounts where there are none', () => {
    assert.deepEqual(
      [...open.keys()].filter((path) => /account|member/.test(path)),
      [],
    );
    assert.doesNotMatch([...open.values()].join(''), /register\(|'owner'/);
  });

  it('lay what is given over a record that needs nothing', () => {
    const email = { unique: true, required: true, readOnly: true, account: 'email' } as const;
    const field = buildField('user', { name: 'email', type: { kind: 'email' }, ...email });
    const user = buildEntity({ name: 'user', plural: 'users', account: true, fields: [field] });
    const service = buildService({ name: 'club', access: 'accounts', entities: [user] });
    const club = generate(buildBlueprint({ name: 'club', services: [service] }));
    for (const [path, content] of club)
      if (path.endsWith('/samples.ts')) assert.match(content, /\.\.\.given/, content);
    assert.ok(club.has('test/users/samples.ts'), [...club.keys()].join(' '));
  });

  it('leave out what no record can be made of', () => {
    const chicken = buildEntity({
      name: 'chicken',
      plural: 'chickens',
      fields: [buildField('chicken', { name: 'from', type: referenceTo('egg'), required: true })],
    });
    const egg = buildEntity({
      name: 'egg',
      plural: 'eggs',
      fields: [buildField('egg', { name: 'of', type: referenceTo('chicken'), required: true })],
    });
    const service = buildService({ name: 'farm', access: 'public', entities: [chicken, egg] });
    const farm = generate(buildBlueprint({ name: 'farm', services: [service] }));
    assert.deepEqual(
      [...farm.keys()].filter((path) => /^test\/(chickens|eggs)/.test(path)),
      [],
    );
  });

  it('give each test a tenant of its own where a tenant has room for few records', () => {
    const day = buildField('shift', {
      name: 'day',
      type: { kind: 'enum', values: ['mon', 'tue'].map((value) => ({ value, label: value })) },
      required: true,
      unique: true,
    });
    const shift = buildEntity({ name: 'shift', plural: 'shifts', fields: [day] });
    const service = buildService({ name: 'rota', entities: [shift] });
    const rota = generate(buildBlueprint({ name: 'rota', services: [service] }));
    const records = text('test/shifts/records.test.ts', rota);
    assert.doesNotMatch(records, /^const owner/m);
    assert.match(records, /^ {2}const owner = await register\(\);$/m);
    assert.doesNotMatch(records, /page by page/);
    assert.match(text('test/shifts/samples.ts', rota), /day: few\.day\[n % 2\]/);
  });
});

describe('the documents', () => {
  it('say what the service does and what nobody decided', () => {
    const readme = text('README.md');
    for (const part of [
      '# Workshop\n\nOrders of a repair workshop.',
      'npm ci && npm start',
      '| `/api/orders/{id}` | GET PUT PATCH DELETE |',
      '| `order/rule/line-limit` | workshop.md:55 | enforced on create and update: 422 |',
      '| `order/rule/delete-drafts` | workshop.md:55 | enforced on delete: 409 |',
      '| Every write publishes an event. |',
      '| Which currency are prices in? | Amounts of money have no currency. | workshop.md:20 |',
      '| `RATE_LIMIT_PER_MINUTE` | `60000` |',
    ]) {
      assert.ok(readme.includes(part), part);
    }
  });

  it('show the words of the requirements as they are', () => {
    const blueprint = notes();
    const system = {
      ...blueprint.system,
      description: '<b>*Fast* & `odd` | [x](y)\n# no $heading$',
    };
    const readme = text('README.md', generate({ ...blueprint, system }));
    assert.ok(
      readme.includes(String.raw`\<b\>\*Fast\* & \`odd\` \| \[x\](y) # no \$heading\$`),
      readme.slice(0, 200),
    );
  });

  it('show the data and the states', () => {
    const architecture = text('ARCHITECTURE.md');
    for (const part of [
      '  "Customer" ||--o{ "Order" : customerId',
      '  "Part" }o--o{ "Order" : partIds',
      '    string pin "secret"',
      '  s1 --> s2: approve (manager)',
      '  s4 --> [*]',
      '| Auftrag | entity | DataObject | workshop.md:30 |',
    ]) {
      assert.ok(architecture.includes(part), part);
    }
  });

  it('hold the contract as YAML, the rules as JSON, the model as XML', () => {
    const document = parse(text('openapi.yaml', open)) as { paths: Record<string, unknown> };
    assert.ok('/api/notes' in document.paths);
    assert.ok('channels' in (parse(text('asyncapi.yaml', open)) as object));
    const rules = JSON.parse(text('context/rules.json')) as { id: string; enforced: boolean }[];
    assert.equal(rules.find(({ id }) => id === 'order/rule/line-limit')?.enforced, true);
    assert.match(text('archimate.xml'), /^<\?xml/);
  });
});
