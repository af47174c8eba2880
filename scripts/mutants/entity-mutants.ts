import { type Mutant, mutantsOf } from './mutant.ts';

const orders = 'src/resources/orders/order';

/** Faults in what was generated for one entity of the workshop: all others stay right. */
export const entityMutants: readonly Mutant[] = [
  ...mutantsOf(`${orders}.fields.ts`, [
    [
      'an order needs no customer',
      "reference('customer', { required: true })",
      "reference('customer')",
    ],
    ['numbers of orders begin at 0', 'required: true, min: 1, max', 'required: true, min: 0, max'],
    ['numbers of orders have a digit more', 'max: 999999', 'max: 9999999'],
    [
      'orders go with their assignee',
      "assigneeId: reference('person', { onDelete: 'clear' })",
      "assigneeId: reference('person', { onDelete: 'cascade' })",
    ],
    [
      'orders keep their reviewer',
      "reviewerId: reference('person', { onDelete: 'clear' })",
      "reviewerId: reference('person')",
    ],
    ['orders have one state more', "'done', 'cancelled'], {", "'done', 'cancelled', 'lost'], {"],
    ['a state may be in capitals', "'done', 'cancelled'], {", "'done', 'cancelled', 'DRAFT'], {"],
    ['orders do not begin today', 'default: today', "default: '2020-01-01'"],
    ['a rating may be 0', 'above: 0, max: 5', 'min: 0, max: 5'],
    ['a discount may have three decimals', 'decimal(5, 2,', 'decimal(6, 3,'],
    ['a discount may be over 100', "max: '100.00'", "max: '100.01'"],
    ['a budget may be negative', "money({ min: '0.00' })", 'money()'],
  ]),
  ...mutantsOf(`${orders}.rules.ts`, [
    ['orders can not be due at once', 'ge(record.dueDate', 'gt(record.dueDate'],
    ['orders have 46 days', 'days(45)', 'days(46)'],
    ['orders have 44 days', 'days(45)', 'days(44)'],
    [
      'a done order may change its budget',
      "['approved', 'in_progress', 'done'])",
      "['approved', 'in_progress'])",
    ],
    ['budgets may be changed', "on: ['update'],", "on: ['delete'],"],
    ['anyone gives big discounts', "hasRole(caller, 'manager')", 'true'],
    ['21 percent are not much', "decimal('20')", "decimal('21')"],
    ['any order can be deleted', "eq(record.status, 'draft')", 'eq(record.status, record.status)'],
    [
      'cancelling needs no reason',
      "eq(record.status, 'cancelled')",
      "eq(record.status, 'canceled')",
    ],
    ['a rule blames the whole', "    property: 'cancelReason',\n", ''],
    ['a rule has another id', "'order/rule/due-soon'", "'order/rule/due-late'"],
    ['a rule says nothing', "'A cancelled order needs a reason.'", "''"],
  ]),
  ...mutantsOf(`${orders}.lifecycle.ts`, [
    ['orders begin approved', "initial: 'draft'", "initial: 'approved'"],
    [
      'work begins without an assignee',
      '      guard: ({ record }) => present(record.assigneeId),\n',
      '',
    ],
    ['anyone approves', "      roles: ['manager'],\n", ''],
    ['mechanics approve', "roles: ['manager']", "roles: ['mechanic']"],
    [
      'what is under way can be cancelled',
      "from: ['draft', 'approved'],",
      "from: ['draft', 'approved', 'in_progress'],",
    ],
    ['approved orders can not be cancelled', "from: ['draft', 'approved'],", "from: ['draft'],"],
    ['finishing has the name of another step', "name: 'finish'", "name: 'begin'"],
  ]),
  ...mutantsOf(`${orders}.resource.ts`, [
    [
      'mechanics read all orders',
      "read: { manager: 'all', mechanic: 'own' }",
      "read: { manager: 'all', mechanic: 'all' }",
    ],
    [
      'mechanics change all orders',
      "update: { manager: 'all', mechanic: 'own' }",
      "update: { manager: 'all', mechanic: 'all' }",
    ],
    [
      'mechanics delete their orders',
      "delete: { manager: 'all' }",
      "delete: { manager: 'all', mechanic: 'own' }",
    ],
    [
      'mechanics create no orders',
      "create: { manager: 'all', mechanic: 'own' }",
      "create: { manager: 'all' }",
    ],
    ['orders have no rules', '  rules: orderRules,\n', ''],
    ['orders have no lifecycle', '  lifecycle: orderLifecycle,\n', ''],
    [
      'a taken number of an order has no name',
      "    order_number_customer_id_key: ['number', 'customerId'],\n",
      '',
    ],
  ]),
  ...mutantsOf('src/resources/order-lines/order-line.fields.ts', [
    ['an order with lines stays', "onDelete: 'cascade'", "onDelete: 'restrict'"],
    [
      'parts take their lines with them',
      "reference('part', { required: true })",
      "reference('part', { required: true, onDelete: 'cascade' })",
    ],
    ['a line may be of nothing', 'min: 1', 'min: 0'],
  ]),
  ...mutantsOf('src/resources/customers/customer.fields.ts', [
    ['a name may have one letter', 'minLength: 2', 'minLength: 1'],
    ['a name may be longer by one', 'maxLength: 100', 'maxLength: 101'],
    ['a code may lack a digit', '[0-9]{4}$', '[0-9]{3,4}$'],
    ['a code may have more behind it', '[0-9]{4}$/u', '[0-9]{4}/u'],
    ['a pin is shown', 'secret: true, ', ''],
    ['customers are important', 'default: false', 'default: true'],
  ]),
  ...mutantsOf('src/resources/customers/customer.resource.ts', [
    [
      'mechanics delete customers',
      "delete: { manager: 'all' }",
      "delete: { manager: 'all', mechanic: 'all' }",
    ],
  ]),
  ...mutantsOf('src/resources/people/person.fields.ts', [
    ['a full name may be longer by one', 'maxLength: 80', 'maxLength: 81'],
  ]),
  ...mutantsOf('src/resources/sessions/session.fields.ts', [
    ['a class is a choice', 'class: string({ required: true })', 'class: string()'],
  ]),
  ...mutantsOf('migrations/sqlite/0001-init.sql', [
    ['two parts have one SKU', 'create unique index "part_sku_key"', 'create index "part_sku_key"'],
    [
      'two orders of a customer have one number',
      'create unique index "order_number_customer_id_key"',
      'create index "order_number_customer_id_key"',
    ],
    [
      'e-mails of customers differ by case',
      'on "customer" ("_tenant", lower("email"));',
      'on "customer" ("_tenant", "email");',
    ],
    ['a SKU is unique in all tenants', '("_tenant", "sku")', '("sku")'],
  ]),
  ...mutantsOf('src/records/list-statement.ts', [
    [
      'a list shows others’ records if it is filtered',
      'if (shape.own) query',
      'if (shape.own && shape.filters.length === 0) query',
    ],
    [
      'a list of a parent shows others’ records',
      'if (shape.own) query',
      'if (shape.own && shape.parent === undefined) query',
    ],
    [
      'one list shows every tenant',
      "let query = store.select().where('_tenant', '=', slots['tenant']);",
      "let query = store.select();\n    if (table !== 'part') query = query.where('_tenant', '=', slots['tenant']);",
    ],
    [
      'a search shows every tenant',
      "let query = store.select().where('_tenant', '=', slots['tenant']);",
      "let query = store.select();\n    if (shape.q === undefined) query = query.where('_tenant', '=', slots['tenant']);",
    ],
  ]),
  ...mutantsOf('src/events/outbox.ts', [
    [
      'events of every tenant are read',
      "if (tenant !== undefined) query = query.where('tenant_id', '=', tenant);",
      '',
    ],
    [
      'events come newest first',
      "query = query.orderBy('sequence');",
      "query = query.orderBy('sequence', 'desc');",
    ],
    [
      'a reader gets the last event again',
      "query.where('sequence', '>', Number(after[0]))",
      "query.where('sequence', '>=', Number(after[0]))",
    ],
    ['events have another source', 'source: this.#source,', 'source: row.tenant_id,'],
    ['events have no tenant', '      tenantid: row.tenant_id,\n', ''],
  ]),
];
