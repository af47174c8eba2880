import { type Mutant, mutantsOf } from './mutant.ts';

/** Faults in how records are kept. */
export const recordMutants: readonly Mutant[] = [
  ...mutantsOf('src/records/store.ts', [
    [
      'records are found in every tenant',
      "this.select().where('_tenant', '=', tenant).where('id', '=', id);",
      "this.select().where('_tenant', '<>', '').where('id', '=', id);",
    ],
    [
      'references are found in every tenant',
      "records.selectFrom(table).select('id').where('_tenant', '=', tenant).where('id', '=', id),",
      "records.selectFrom(table).select('id').where('_tenant', '<>', '').where('id', '=', id),",
    ],
    ['the version stays', 'const version = row.version + 1;', 'const version = row.version;'],
    ['a delete does nothing', 'await this.#delete(tx, { tenant, id });', ''],
  ]),
  ...mutantsOf('src/records/etag.ts', [
    [
      'If-Match is ignored',
      'if (header !== undefined && !matches(',
      'if (header === undefined && !matches(',
    ],
    ['If-None-Match knows no star', "return tag === '*' || tag === etag", 'return tag === etag'],
  ]),
  ...mutantsOf('src/records/read-routes.ts', [
    [
      'nothing is 304',
      'return reply.code(304).send();',
      'return sendJson(reply, toJson(record, secrets));',
    ],
    ['reads have no ETag', "void reply.header('etag', etag).header(", 'void reply.header('],
    [
      'reads need no role',
      "const guarded = { onRequest: guard(resource, 'read') };",
      'const guarded = {};',
    ],
    [
      'nested lists know no parent',
      'if (!parent || !mayKnow(store, parent, request)) throw notFound();',
      '',
    ],
    [
      'an id that is none is a server error',
      '  if (uuid === undefined) throw notFound();',
      "  if (uuid === undefined) throw new Error('no id');",
    ],
  ]),
  ...mutantsOf('src/records/write-routes.ts', [
    ['a create answers 200', '      status: 201,', '      status: 200,'],
    ['a create has no Location', '        location: `${model.path}/${row.record.id}`,\n', ''],
    ['a create has no ETag', '        etag: etagOf(row.version),\n', ''],
    ['a delete answers 200', 'return reply.code(204).send();', 'return reply.code(200).send();'],
    [
      'updates need no role',
      "const options = { onRequest: guard(resource, 'update') };",
      'const options = {};',
    ],
    ['deletes need no role', "{ onRequest: guard(resource, 'delete') },", '{},'],
    [
      'a replace changes as a patch does',
      'change((given, _before, now) => readWhole(store.model, given, now)),',
      'change((given, before, now) => readPatch(store.model, given, before, now)),',
    ],
    [
      'a patch replaces',
      'change((given, before, now) => readPatch(store.model, given, before, now)),',
      'change((given, _before, now) => readWhole(store.model, given, now)),',
    ],
    [
      'a member may change the account of another',
      'if (store.model.resource.account && !mayChangeAccount(store, row, caller)) {',
      'if (store.model.resource.account && row.version < 0) {',
    ],
  ]),
  ...mutantsOf('src/records/body.ts', [
    [
      'required properties may be missing',
      "if (field?.required) return issues.add(segment(name), 'required', 'is required');",
      '',
    ],
    [
      'defaults are not set',
      "return typeof field.default === 'function' ? field.default(now) : field.default;",
      'return null;',
    ],
    [
      'unknown properties are ignored',
      "issues.add(segment(name), 'unknown-property', 'is not known');",
      '',
    ],
    [
      'read-only properties are ignored',
      "issues.add(segment(name), 'read-only', 'is set by the service');",
      '',
    ],
    [
      'a body may be a list',
      "if (typeof given !== 'object' || given === null || Array.isArray(given)) {",
      "if (typeof given !== 'object' || given === null) {",
    ],
  ]),
  ...mutantsOf('src/records/change.ts', [
    ['rules are not checked on update', "    ...brokenRules(resource, 'update', check),\n", ''],
    ['guards are not checked', '    ...(await brokenGuard(resource, transition, check)),\n', ''],
    [
      'references are not checked on update',
      '    ...(await missingReferences(records, store.model, write, record, previous)),\n',
      '',
    ],
    ['updatedAt stays', "  values['updatedAt'] = write.now.toISOString();\n", ''],
    [
      'updates have no event',
      "const json = await records.publish(write, store.model, 'updated', record, transition);",
      'const json = JSON.stringify(record);',
    ],
  ]),
  ...mutantsOf('src/records/create.ts', [
    ['rules are not checked on create', "    ...brokenRules(resource, 'create', check),\n", ''],
    ['a record may begin in any state', '    ...wrongInitialState(resource, record),\n', ''],
    [
      'references are not checked on create',
      '    ...(await missingReferences(records, store.model, write, record)),\n',
      '',
    ],
    [
      'creates have no event',
      "const json = await records.publish(write, store.model, 'created', record);",
      'const json = JSON.stringify(record);',
    ],
  ]),
  ...mutantsOf('src/records/remove.ts', [
    [
      'rules are not checked on delete',
      'if (broken.length === 0) return;',
      'if (broken.length < 99) return;',
    ],
    [
      'what is referred to can be deleted',
      "if (reference.onDelete === 'restrict') {",
      "if (reference.onDelete === 'restrict' && removed.size > 9) {",
    ],
    [
      'cascades clear',
      "if (reference.onDelete === 'cascade') {",
      "if (reference.onDelete === 'cascade' && removed.size > 9) {",
    ],
    ['deletes have no event', "  await records.publish(write, model, 'deleted', record);\n", ''],
  ]),
  ...mutantsOf('src/records/several.ts', [
    [
      'rows break no rule of what they refer to',
      'for (const { model, rule, property } of store.model.watchers) {',
      'for (const { model, rule, property } of store.model.watchers.slice(9)) {',
    ],
    [
      'a new row breaks no rule of what it refers to',
      '[previous, record].flatMap((side) => idsIn(side?.[property]))',
      '[previous].flatMap((side) => idsIn(side?.[property]))',
    ],
    [
      'rules over several records are negated',
      'if (broken || (await rule.holds(check)) !== false) continue;',
      'if (broken || (await rule.holds(check)) === false) continue;',
    ],
    [
      'rules over several records blame nobody',
      "const pointer = property === undefined ? '' : segment(property);",
      "const pointer = '';",
    ],
  ]),
  ...mutantsOf('src/records/read.ts', [
    [
      'rules count all rows',
      'return eb(property.column, SIGNS[operator], value);',
      "return eb('_tenant', '=', slots['tenant']);",
    ],
  ]),
  ...mutantsOf('src/records/checks.ts', [
    [
      'rules are negated',
      'rule.on.includes(on) && rule.holds(check) === false,',
      'rule.on.includes(on) && rule.holds(check) === true,',
    ],
    ['unknown is a violation', 'rule.holds(check) === false,', 'rule.holds(check) !== true,'],
    ['every transition is allowed', 'if (ways.length === 0) {', 'if (ways.length > 99) {'],
    [
      'transitions need no role',
      '({ roles }) => !roles || roles.some((role) => hasRole(check.caller, role)),',
      '() => true,',
    ],
    ['rules have no id', '    rule: id,\n', ''],
  ]),
  ...mutantsOf('src/records/access.ts', [
    [
      'others’ records are visible',
      "if (!row || (scope === 'own' && row.createdBy !== caller.accountId)) throw notFound();",
      'if (!row) throw notFound();',
    ],
    [
      'a wrong role is not found',
      "throw new Problem('forbidden', `Your role may not ${operation}",
      "throw new Problem('not-found', `Your role may not ${operation}",
    ],
  ]),
  ...mutantsOf('src/records/cursor.ts', [
    ['a cursor fits every list', 'update(`${purpose}\\n`)', "update('list')"],
    [
      'a damaged cursor is a server error',
      "throw invalidParameter('cursor', 'is not one of this list')",
      "throw new Error('cursor')",
    ],
  ]),
  ...mutantsOf('src/records/list.ts', [
    [
      'pages overlap',
      'const shown = rows.slice(0, asked.limit);',
      'const shown = rows.slice(0, asked.limit + 1);',
    ],
    [
      'the last page has a next one',
      'const last = rows.length > asked.limit ? shown.at(-1) : undefined;',
      'const last = rows.length >= asked.limit ? shown.at(-1) : undefined;',
    ],
    [
      'pages skip a record',
      'const last = rows.length > asked.limit ? shown.at(-1) : undefined;',
      'const last = rows.length > asked.limit ? rows.at(-1) : undefined;',
    ],
  ]),
  ...mutantsOf('src/records/list-statement.ts', [
    [
      'lists show every tenant',
      "let query = store.select().where('_tenant', '=', slots['tenant']);",
      "let query = store.select().where('_tenant', '<>', '');",
    ],
    [
      'lists show others’ records',
      "if (shape.own) query = query.where('_created_by', '=', slots['account']);",
      '',
    ],
    ['gte is gt', "gte: '>=',", "gte: '>',"],
    [
      'lists are sorted the other way',
      'const directed = descending ? order.desc() : order.asc();',
      'const directed = descending ? order.asc() : order.desc();',
    ],
    [
      'missing values come first',
      'return property.nullable ? directed.nullsLast() : directed;',
      'return property.nullable ? directed.nullsFirst() : directed;',
    ],
    [
      'q finds what does not contain it',
      '? sql<SqlBool>`instr(lower(${sql.ref(column)}), ${text}) > 0`',
      '? sql<SqlBool>`instr(lower(${sql.ref(column)}), ${text}) = 0`',
    ],
  ]),
  ...mutantsOf('src/records/list-query.ts', [
    [
      'limit goes to 1,000',
      'if (limit < 1 || limit > 100) throw',
      'if (limit < 1 || limit > 1000) throw',
    ],
    [
      'unknown filters are a server error',
      "    throw invalidParameter(parameter, 'is not known');\n  }\n  if (operator === 'null')",
      "    throw new Error('filter');\n  }\n  if (operator === 'null')",
    ],
    ['a long q is read', "(q === '' || q.length > 200 || Array.from(q).length > 100)", "q === ''"],
  ]),
  ...mutantsOf('src/records/conflicts.ts', [
    [
      'a duplicate is a server error',
      "if (violation.kind === 'unique') {",
      "if (violation.kind === 'unique' && doing === 'delete') {",
    ],
  ]),
  ...mutantsOf('src/records/idempotency.ts', [
    [
      'a key does nothing',
      'if (taken.length === 0) return replay(',
      'if (taken.length > 9) return replay(',
    ],
    [
      'another body is replayed',
      'if (row.fingerprint !== fingerprint) {',
      'if (row.fingerprint.length === 0) {',
    ],
    ['long keys are read', '{1,255}', '{1,9999}'],
  ]),
  ...mutantsOf('src/records/records.ts', [
    ['secrets are answered', 'for (const name of secrets) delete shown[name];', ''],
    [
      'transitions have no event',
      'if (transition && lifecycle) {',
      'if (transition && lifecycle && types.length > 99) {',
    ],
    ['events are those of another record', 'subject: record.id,', 'subject: caller.accountId,'],
  ]),
  ...mutantsOf('src/events/routes.ts', [
    [
      'anyone reads the events',
      "if (!caller.roles.includes('owner')) {",
      'if (caller.roles.length > 99) {',
    ],
  ]),
];
