import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from '../document/parse-document.ts';
import { classifySections } from '../sections/classify-sections.ts';
import { detectLanguage } from '../words/detect-language.ts';
import { recogniseStatements } from './recognise-statements.ts';
import { storyForms } from './stories/story-forms.ts';
import { modelOf } from './testing/model-of.ts';
import { show } from './testing/show.ts';

const SHOP = `
order (orders): number string, status draft|submitted|approved|rejected|shipped|cancelled, total money, reason text
task: title string, status todo|doing|done, due-date date
product: name string, price money
invoice: number string
user: email email
`;

test('every published story form is read', () => {
  assert.ok(storyForms.length >= 20);
  for (const { name, text, role, goal, benefit, criteria = 0 } of storyForms) {
    const { stories, roles } = read(text);
    const [story] = stories;
    assert.equal(stories.length, 1, name);
    assert.equal(story?.goal, goal, name);
    assert.equal(story.benefit, benefit, name);
    assert.equal(story.criteria.length, criteria, name);
    assert.deepEqual(
      roles.map(({ label }) => label),
      role === undefined ? [] : [role],
      name,
    );
  }
});

test('arrows become a lifecycle, with what sentences add', () => {
  const { lifecycles } = read(`## Order lifecycle

draft → submitted → approved or rejected → shipped

- Only managers can approve orders.
- An order can be cancelled before it is shipped.
- An order can only be shipped if the total is greater than 0.

## Roles
- Manager: approves orders`);
  const [{ entity, lifecycle } = assert.fail('no lifecycle')] = lifecycles;
  assert.equal(entity, 'order');
  assert.equal(lifecycle.initial, 'draft');
  assert.deepEqual(
    lifecycle.transitions.map(({ name, from, to, roles, guard }) => [
      name,
      from.join('|'),
      to,
      roles.join('|'),
      guard ? show(guard) : '',
    ]),
    [
      ['submit', 'draft', 'submitted', '', ''],
      ['approve', 'submitted', 'approved', 'manager', ''],
      ['reject', 'submitted', 'rejected', '', ''],
      ['ship', 'approved', 'shipped', '', 'total > 0'],
      ['cancel', 'approved|submitted|draft', 'cancelled', '', ''],
    ],
  );
});

for (const [name, text] of [
  ['ASCII arrows', 'Task status: todo -> doing -> done'],
  ['fat arrows', 'The task goes todo => doing => done'],
  ['several lines', '### Task status\n\nTODO →\nDOING →\nDONE'],
  [
    'a mermaid diagram',
    '## Task states\n\n```mermaid\nstateDiagram-v2\n  [*] --> todo\n  todo --> doing\n  doing --> done\n```',
  ],
  ['a table of steps', '## Task\n\n| From | To |\n|---|---|\n| todo | doing |\n| doing | done |'],
  ['pairs', '## Task states\n\n- todo → doing\n- doing → done'],
  ['pairs on one line', 'Task status: todo → doing; doing → done'],
] as const)
  test(`a lifecycle is read from ${name}`, () => {
    const { lifecycles } = read(text);
    assert.deepEqual(
      lifecycles.map(({ entity, lifecycle }) => [
        entity,
        lifecycle.initial,
        ...lifecycle.transitions.map(({ from, to }) => `${from.join('|')}>${to}`),
      ]),
      [['task', 'todo', 'todo>doing', 'doing>done']],
    );
  });

test('states that no field holds yet give the entity a field', () => {
  const { fields, lifecycles } = read('## Invoice lifecycle\n\nOPEN → SENT → PAID');
  assert.deepEqual(
    fields.map(({ entity, field }) => [entity, field.name, field.type.kind]),
    [['invoice', 'status', 'enum']],
  );
  assert.equal(lifecycles[0]?.lifecycle.initial, 'OPEN');
});

for (const text of [
  'Register → Browse products → Checkout → Receive order',
  'The status of a task is todo, doing or done.',
  'Order → Product (1:N)',
  'Task status is migrated from JSON → PostgreSQL',
  'project/\n├── src → code\n└── docs → pages',
])
  test(`no lifecycle: ${text.slice(0, 40)}`, () => {
    assert.deepEqual(read(text).lifecycles, []);
  });

test('one demand on a state is a rule where no lifecycle is known', () => {
  const { lifecycles, rules } = read('- Only submitted orders can be approved.');
  assert.deepEqual(lifecycles, []);
  assert.deepEqual(
    rules.map(({ rule }) => [rule.id, rule.fields, show(rule.expression)]),
    [
      [
        'order/rule/only-submitted-orders-approved',
        ['status'],
        "(status = 'approved' and (status ≠ old.status or not present(old.status))) → old.status = 'submitted'",
      ],
    ],
  );
});

test('"once approved" means every state that leads through it, and no other', () => {
  const { rules } = read(
    '## Order states\n\ndraft → submitted → approved → shipped\n\ndraft → cancelled\napproved → cancelled\n\n## Rules\n\n- The total cannot be changed once the order is approved.',
  );
  assert.deepEqual(
    rules.map(({ rule }) => show(rule.expression)),
    ["old.status in ['approved', 'shipped'] → kept(total)"],
  );
});

test('what is said about states is never dropped', () => {
  const { constraints, rules, questions } = read(
    '## Rules\n\n- Orders start in draft.\n- Cancelled is a terminal state of an order.\n- An order can be cancelled before it is shipped.',
  );
  assert.deepEqual(
    constraints.map(({ field, change }) => [field, change.default]),
    [['status', { kind: 'value', value: 'draft' }]],
  );
  assert.deepEqual(
    rules.map(({ rule }) => show(rule.expression)),
    ["old.status = 'cancelled' → kept(status)"],
  );
  assert.deepEqual(
    questions.map(({ sources }) => sources[0]?.line),
    [5],
  );
});

test('roles come from tables, headings, points and stories; components and anybody do not', () => {
  const names = (text: string) => read(text).roles.map(({ name }) => name);
  assert.deepEqual(
    names(
      '## Roles\n\n| Role | Description |\n|---|---|\n| Manager | approves |\n| Clerk | writes |',
    ),
    ['manager', 'clerk'],
  );
  assert.deepEqual(
    names('## User roles\n\n### Administrator\n\nCan do everything.\n\n### Driver\n\nDelivers.'),
    ['administrator', 'driver'],
  );
  assert.deepEqual(names('## Roles\n\n- **Admin**: manages users\n- **Viewer**: reads'), [
    'admin',
    'viewer',
  ]);
  assert.deepEqual(
    names(
      '## Actors\n\n| Actor | Description |\n|---|---|\n| Customer | buys |\n| API Gateway | routes |\n| Scheduler | runs jobs |',
    ),
    ['customer'],
  );
  assert.deepEqual(names('Role-based access (BUYER, SELLER, ADMIN)'), ['buyer', 'seller', 'admin']);
  assert.deepEqual(names('As a user, I want to see my orders.'), []);
  assert.deepEqual(names('## Stakeholders\n\n- Product owner: decides\n- Developers: build'), []);
});

test('a matrix of permissions grants what its cells say', () => {
  const { permissions } = read(`## Permissions

| Action | Admin | Clerk |
|---|---|---|
| Create order | ✓ | ✓ |
| Delete order | ✓ | ✗ |
| Edit product | yes | no |

## Roles

- Admin: all
- Clerk: some`);
  assert.deepEqual(
    permissions.map(({ role, entity, operations }) => `${role} ${entity} ${operations.join('+')}`),
    ['admin order create+delete', 'clerk order create', 'admin product update'],
  );
});

test('cells with CRUD letters grant the operations they stand for', () => {
  const { permissions } = read(
    '## Roles\n\n| Entity | Manager | Clerk |\n|---|---|---|\n| Order | CRUD | R |\n| Product | RU | R |\n\n| Role | Description |\n|---|---|\n| Manager | x |\n| Clerk | y |',
  );
  assert.deepEqual(
    permissions.map(({ role, entity, operations }) => `${role} ${entity} ${operations.join('+')}`),
    [
      'manager order read+create+update+delete',
      'clerk order read',
      'manager product read+update',
      'clerk product read',
    ],
  );
});

test('tasks of a role are its permissions; that somebody reads shuts nobody out', () => {
  const { permissions } = read(
    '## Roles & Permissions\n\n- **Admin**: full control\n- **Clerk**: create and edit orders; view products',
  );
  assert.deepEqual(
    permissions.map(({ role, entity, operations }) => `${role} ${entity} ${operations.join('+')}`),
    [
      ...['order', 'task', 'product', 'invoice', 'user'].map(
        (entity) => `admin ${entity} create+update+delete`,
      ),
      'clerk order create+update',
    ],
  );
});

test('verbs in a list share what they act on', () => {
  const { permissions } = read(
    '## Roles & Permissions\n\n- **Clerk**: can create, read, update and delete orders, products; cannot create, edit or delete invoices\n- **Auditor**: read orders, create, edit tasks',
  );
  assert.deepEqual(
    permissions.map(({ role, entity, operations }) => `${role} ${entity} ${operations.join('+')}`),
    [
      'clerk order create+update+delete',
      'clerk product create+update+delete',
      'auditor task create+update',
      // What the clerk must not do, the others may.
      'auditor invoice create+update+delete',
    ],
  );
});

test('who may make records, and read only their own, does not read those of others', () => {
  const { permissions } = read(
    '## Roles & Permissions\n\n- **Clerk**: create orders; read and update only their own orders\n- **Manager**: update orders',
  );
  assert.deepEqual(
    permissions.map(
      ({ role, entity, operations, own }) =>
        `${role} ${own ? 'own ' : ''}${entity} ${operations.join('+')}`,
    ),
    ['clerk order create', 'clerk own order read+update', 'manager order read+update'],
  );
});

test('numbered steps below a workflow are a process', () => {
  const { processes } = read(
    '## Roles\n\n- Clerk: works\n\n## Order workflow\n\n1. Clerk creates the order\n2. System checks the stock\n3. Order is shipped',
  );
  assert.deepEqual(
    processes.map(({ name, steps }) => [
      name,
      steps.map(({ role, entities }) => [role, entities.join()]),
    ]),
    [
      [
        'order-workflow',
        [
          ['clerk', 'order'],
          [undefined, ''],
          [undefined, 'order'],
        ],
      ],
    ],
  );
});

test('qualities have their numbers', () => {
  const { qualities } = read(`## Non-functional requirements

- The API is limited to 100 requests per minute.
- The service must handle at least 1,000 requests per second.
- p95 latency below 200 ms
- Availability of 99.9 %
- Lists return 25 items per page.
- Uploads are limited to 5 MB.
- Deleted records are kept for 30 days.
- Response time under 2 seconds
- Passwords are hashed with argon2.`);
  assert.deepEqual(
    qualities.map(({ category, value, unit }) => [category, value, unit]),
    [
      ['rate-limit', 100, 'per-minute'],
      ['throughput', 1000, 'per-second'],
      ['latency', 200, 'ms'],
      ['availability', 99.9, 'percent'],
      ['page-size', 25, 'items'],
      ['body-size', 5_242_880, 'bytes'],
      ['retention', 30, 'days'],
      ['latency', 2000, 'ms'],
      ['security', undefined, undefined],
    ],
  );
});

test('vendors that are used are integrations; those that are only compared with are not', () => {
  const { integrations } = read(
    'Payments run through Stripe.\n\nMails are sent via SendGrid. Files are stored in Amazon S3.\n\nThe board looks like Trello.\n\nThe chart has square corners.',
  );
  assert.deepEqual(
    integrations.map(({ name }) => name),
    ['stripe', 'sendgrid', 's3'],
  );
});

test('open points and demands that are not understood are questions', () => {
  const { questions } = read(
    '## Rules\n\n- The price must be greater than the market price.\n\n## Open questions\n\n- Which currency?',
  );
  assert.deepEqual(
    questions.map(({ origin }) => origin),
    ['stated', 'inferred'],
  );
});

test('what is out of scope is no rule', () => {
  const { constraints, rules } = read('## Out of scope\n\n- The price must be positive.');
  assert.deepEqual([...constraints, ...rules], []);
});

test('a rule said twice is one with both places', () => {
  const { rules } = read(
    '## Rules\n\nInvoices cannot be deleted.\n\n## More rules\n\nInvoices cannot be deleted.',
  );
  assert.deepEqual(
    rules.map(({ rule }) => [
      rule.id,
      rule.on,
      rule.sources.map(({ line, column, endColumn }) => [line, column, endColumn]),
    ]),
    [
      [
        'invoice/rule/invoices-cannot-deleted',
        ['delete'],
        [
          [3, 1, 28],
          [7, 1, 28],
        ],
      ],
    ],
  );
});

function read(text: string) {
  const document = parseDocument('prd.md', text);
  return recogniseStatements(
    document,
    modelOf(SHOP, detectLanguage(document)),
    classifySections(document),
  );
}
