import { countsRows, isEnforceable, isReference, jsonName, operandsOf } from '#blueprint';
import type { Entity, ReferenceField, Rule, Service } from '#blueprint';
import { breakingSteps, fieldsRead, freeOfOthers, severalOf } from '#rules';
import type { ExampleSetting, JsonRecord, StatePath, Step } from '#rules';
import type { Answer } from '../checks/answer.ts';
import type { Caller } from '../checks/caller.ts';
import type { CheckGroup } from '../checks/check.ts';
import { Untestable } from '../checks/failure.ts';
import type { Created } from '../checks/records.ts';
import type { Tester } from '../checks/tester.ts';

/** Rows that a check makes to reach a limit, at most. */
const MOST = 250;
/** Writers at once. */
const WRITERS = 8;

/** Each rule that counts other records refuses the write that would break it, and lets one of many win (SP-9.4, 9.5). */
export const severalChecks: CheckGroup = ({ resources, service, isPublic }, check) => {
  for (const entity of resources) {
    for (const rule of entity.rules) {
      if (!countsRows(rule.expression) || !isEnforceable(rule.expression, entity)) continue;
      const more = rule.sources[0] && { source: rule.sources[0] };
      const what = `${entity.label}: “${rule.statement}”`;
      check('SP-9.4', `${what} is enforced`, (t) => refuses(t, entity, rule), more);
      check(
        'SP-9.5',
        `${what} holds when ${WRITERS} write at once`,
        async (t) => {
          for (let round = 0; round < t.rounds; round += 1) await race(t, entity, rule);
        },
        more,
      );
      if (!isPublic && countsItsKind(service, rule)) {
        check('SP-8.1', `${what} in each tenant alone`, (t) => isApart(t, entity, rule), more);
      }
    }
  }
};

/** A rule in a service at work: its record, and the writes that lead to one too many. */
interface Scene {
  readonly owner: Caller;
  readonly subject: Created;
  readonly by: ReferenceField | undefined;
  readonly accepted: readonly Step[];
  readonly refused: Step;
}

async function sceneOf(t: Tester, entity: Entity, rule: Rule): Promise<Scene> {
  const { records, subject } = t.session;
  const { service } = subject;
  const owner = await t.owner();
  const created = await t.create(owner, entity, { given: freeOfOthers(entity, rule) });
  const by = severalOf(service, { ...rule, on: ['update'] })?.members[0]?.by;
  const settings = new Map<Entity, ExampleSetting>();
  const given = by ? { [jsonName(by)]: created.id } : {};
  for (const one of service.entities) {
    const isRow = by !== undefined && one.fields.includes(by);
    if (!isRow && one !== entity) continue;
    settings.set(one, await records.setting(t, owner, one, isRow ? { given } : {}));
  }
  const steps = breakingSteps({
    service,
    entity,
    rule,
    subject: created.record,
    setting: (one) => settings.get(one) ?? { ...NOTHING, serial: t.serial() },
    most: MOST,
  });
  if (!steps) throw new Untestable('no short way was found to break this rule');
  // The rows counted up from one serial: what is made later is not to meet them.
  for (let row = 0; row <= steps.accepted.length; row += 1) t.serial();
  return { owner, subject: created, by: by && isReference(by) ? by : undefined, ...steps };
}

const NOTHING = { now: 0, roles: [], references: () => [] };

async function refuses(t: Tester, entity: Entity, rule: Rule): Promise<void> {
  const scene = await sceneOf(t, entity, rule);
  const rows: string[] = [];
  for (const step of scene.accepted) {
    rows.push(await accept(t, scene, step));
  }
  const before = await t.read(scene.owner, scene.subject.path);
  const answer = await perform(t, scene, entity, scene.refused, rows);
  judge(t, scene, entity, rule, answer);
  t.same(await t.read(scene.owner, scene.subject.path), before, 'the record after a refused write');
  if (scene.refused.kind === 'delete') {
    await t.read(scene.owner, `${t.list(scene.refused.entity)}/${rows[0]}`);
  }
}

/** The write that is one too many for one tenant is none for another: no rule counts what is not his. */
async function isApart(t: Tester, entity: Entity, rule: Rule): Promise<void> {
  const scene = await sceneOf(t, entity, rule);
  const { accepted, refused } = scene;
  if (refused.kind !== 'create') throw new Untestable('no further record breaks this rule');
  for (const step of accepted) await accept(t, scene, step);
  const stranger = await t.other();
  const setting = await t.session.records.setting(t, stranger, entity, {});
  const own = (record: JsonRecord) => {
    const ids = entity.fields.filter(isReference).flatMap((field) => {
      const given = record[jsonName(field)];
      const [id] = setting.references(field);
      if (id === undefined || given === null || given === undefined) return [];
      return [[jsonName(field), Array.isArray(given) ? given.map(() => id).slice(0, 1) : id]];
    });
    return { ...record, ...Object.fromEntries(ids) };
  };
  const path: StatePath = [own(refused.record), ...refused.changes.map(own)];
  await t.session.records.follow(t, stranger, entity, path, true);
}

/** Creates a row with what its state needs; gives its id. */
async function accept(t: Tester, scene: Scene, step: Step): Promise<string> {
  if (step.kind !== 'create') throw new Error('Only rows come before what is refused.');
  const fresh = await ownParents(t, scene, step.entity, step.record);
  const path: StatePath = [
    { ...step.record, ...fresh },
    ...step.changes.map((record) => ({ ...record, ...fresh })),
  ];
  return (await t.session.records.follow(t, scene.owner, step.entity, path, true)).id;
}

/** Where no two rows may refer to the same records, each gets its own. */
async function ownParents(
  t: Tester,
  { owner, by, subject }: Scene,
  entity: Entity,
  record: JsonRecord,
): Promise<JsonRecord> {
  if (!by || entity.keys.length === 0) return {};
  const given = { [jsonName(by)]: subject.id };
  const setting = await t.session.records.setting(t, owner, entity, { given });
  const others = entity.fields.filter(isReference).filter((field) => field !== by);
  return Object.fromEntries(
    others.flatMap((field) => {
      const [id] = setting.references(field);
      const isOne = typeof record[jsonName(field)] === 'string';
      return id !== undefined && isOne ? [[jsonName(field), id]] : [];
    }),
  );
}

async function perform(
  t: Tester,
  scene: Scene,
  entity: Entity,
  step: Step,
  rows: readonly string[],
): Promise<Answer> {
  const { owner, subject } = scene;
  switch (step.kind) {
    case 'create':
      return (await lastWrite(t, scene, step, step.record))();
    case 'update':
      return t.put(owner, `${t.list(entity)}/${subject.id}`, step.record);
    case 'delete':
      return t.delete(owner, `${t.list(step.entity)}/${rows[0]}`);
    case 'remove':
      return t.delete(owner, subject.path);
  }
}

type CreateStep = Extract<Step, { readonly kind: 'create' }>;

/** Creates a record and takes it to where one write is left: that one, not sent yet. */
async function lastWrite(
  t: Tester,
  scene: Scene,
  { entity, changes }: CreateStep,
  body: JsonRecord,
): Promise<() => Promise<Answer>> {
  const { owner, by } = scene;
  const fresh = by ? await ownParents(t, scene, entity, body) : {};
  const own = (record: JsonRecord) => ({ ...record, ...fresh });
  const last = changes.at(-1);
  if (!last) return () => t.post(owner, t.list(entity), own(body));
  const path: StatePath = [own(body), ...changes.slice(0, -1).map(own)];
  const created = await t.session.records.follow(t, owner, entity, path, true);
  return () => t.put(owner, created.path, own(last));
}

function judge(
  t: Tester,
  { refused, by }: Scene,
  entity: Entity,
  rule: Rule,
  answer: Answer,
): void {
  const own = entity.fields.find(({ name }) => name === rule.fields[0]);
  const isOwn = ['update', 'remove'].includes(refused.kind) || (refused.kind === 'create' && !by);
  const field = isOwn ? own : by;
  const error = {
    code: 'rule',
    rule: rule.id,
    message: rule.message,
    pointer: field ? `/${jsonName(field)}` : '',
  };
  if (refused.kind === 'delete' || refused.kind === 'remove')
    t.expect(answer, 409, { type: 'conflict', error });
  else t.expect(answer, 422, { type: 'validation-failed', error });
}

/** Where one more is the last that fits, one of many writers wins. */
async function race(t: Tester, entity: Entity, rule: Rule): Promise<void> {
  const scene = await sceneOf(t, entity, rule);
  const { owner, accepted, refused } = scene;
  if (refused.kind !== 'create') return;
  const apart = toldApart(refused.entity);
  if (apart.length > 0 && (!scene.by || apart.some((name) => readAnywhere(rule).has(name))))
    throw new Untestable('its records are unique besides');
  if (scene.by && accepted.length === 0) return;
  for (const step of scene.by ? accepted.slice(1) : []) await accept(t, scene, step);
  // What must differ is chosen for each; of what only looks at its own kind, none has a rival yet.
  const left = scene.by ? apart : entity.fields.filter(isReference).map(({ name }) => name);
  const fields = refused.entity.fields.filter(({ name }) => !left.includes(name)).map(jsonName);
  // Where no reference tells it from the first record, that one makes room.
  if (!scene.by && !left.some((name) => readAnywhere(rule).has(name)))
    t.expect(await t.delete(owner, scene.subject.path), 204);
  const given = Object.fromEntries(
    Object.entries(refused.record).filter(([name]) => fields.includes(name)),
  );
  const body = () => t.session.records.body(t, owner, refused.entity, { given });
  const one = scene.by ? refused.record : await body();
  const writes = [];
  for (let writer = 0; writer < WRITERS; writer += 1) {
    const own = apart.length > 0 ? await body() : one;
    writes.push(await lastWrite(t, scene, { ...refused, changes: pathOf(refused, own) }, own));
  }
  const answers = await Promise.all(writes.map((write) => write()));
  const won = refused.changes.length > 0 ? 200 : 201;
  const expected = [won, ...Array<number>(WRITERS - 1).fill(422)];
  const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
  t.same(statuses, expected, `answers to ${WRITERS} writers, of whom one may win`);
}

/** True if a rule counts others of its kind, whatever they refer to. */
function countsItsKind(service: Service, rule: Rule): boolean {
  const several = severalOf(service, { ...rule, on: ['update'] });
  return several?.turns === true && several.members.length === 0;
}

/** Fields in which two records of an entity must differ, references aside. */
function toldApart({ fields, keys }: Entity): readonly string[] {
  const inKeys = new Set(keys.flatMap((key) => key.fields));
  const apart = fields.filter(({ name, unique }) => unique || inKeys.has(name));
  return apart.filter((field) => !isReference(field)).map(({ name }) => name);
}

/** The changes of a step, for a record that differs from its own in what tells records apart. */
function pathOf({ entity, changes }: CreateStep, body: JsonRecord): readonly JsonRecord[] {
  const apart = entity.fields.filter(({ name }) => toldApart(entity).includes(name)).map(jsonName);
  const own = Object.fromEntries(apart.map((name) => [name, body[name]]));
  return changes.map((record) => ({ ...record, ...own }));
}

/** The names of all fields that a rule reads, whosever they are. */
function readAnywhere({ expression }: Pick<Rule, 'expression'>): ReadonlySet<string> {
  const below = operandsOf(expression).flatMap((one) => [...readAnywhere({ expression: one })]);
  return new Set([...fieldsRead(expression), ...below]);
}
