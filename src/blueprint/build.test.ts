import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildBlueprint, buildEntity, buildField, buildService, referenceTo } from './build.ts';
import { parseBlueprint } from './parse.ts';

const task = buildEntity({
  name: 'task',
  plural: 'tasks',
  lifecycle: {
    id: 'task/status',
    label: 'Status',
    origin: 'stated',
    sources: [],
    field: 'status',
    initial: 'open',
    states: [],
    transitions: [
      {
        id: 'task/status/update',
        label: 'update',
        origin: 'stated',
        sources: [],
        name: 'update',
        from: ['open'],
        to: 'done',
        roles: [],
      },
    ],
  },
});

test('what was not said is neutral, and labels come from names', () => {
  const field = buildField('task', { name: 'due-date', type: { kind: 'date' }, required: true });
  assert.deepEqual(
    [
      field.id,
      field.label,
      field.required,
      field.unique,
      field.readOnly,
      field.secret,
      field.origin,
    ],
    ['task/due-date', 'Due date', true, false, false, false, 'stated'],
  );
  assert.deepEqual([task.id, task.label, task.account, task.rules], ['task', 'Task', false, []]);
  assert.deepEqual(referenceTo('task', { cardinality: 'many' }), {
    kind: 'reference',
    entity: 'task',
    cardinality: 'many',
    onDelete: 'restrict',
  });
});

test('every write and every transition has an event, unless one was given for it', () => {
  const names = (events: Parameters<typeof buildService>[0]['events']) =>
    buildService({ name: 'app', entities: [task], ...(events && { events }) }).events.map(
      ({ name }) => name,
    );
  assert.deepEqual(names(undefined), [
    'task.created',
    'task.updated',
    'task.deleted',
    'task.status.update',
  ]);
  const stated = {
    id: 'task/event/born',
    label: 'Born',
    origin: 'stated',
    sources: [],
    name: 'task.born',
    entity: 'task',
    on: 'created',
  } as const;
  assert.deepEqual(names([stated]), [
    'task.born',
    'task.updated',
    'task.deleted',
    'task.status.update',
  ]);
});

test('defaults say that they are, and why', () => {
  const { events } = buildService({ name: 'app', entities: [task] });
  assert.ok(events.every(({ origin, note }) => origin === 'default' && note !== undefined));
});

test('what the builder makes is a blueprint', async () => {
  const entity = buildEntity({
    name: 'note',
    plural: 'notes',
    fields: [buildField('note', { name: 'title', type: { kind: 'string' } })],
  });
  const blueprint = buildBlueprint({
    name: 'app',
    services: [buildService({ name: 'app', entities: [entity] })],
  });
  const { value, diagnostics } = await parseBlueprint(structuredClone(blueprint));
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(value, blueprint);
});
