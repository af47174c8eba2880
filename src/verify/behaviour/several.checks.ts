import { countsRows, isEnforceable, isReference, jsonName } from '#blueprint';
import type { Entity, ReferenceField, Rule } from '#blueprint';
import { breakingSteps, freeOfOthers, severalOf } from '#rules';
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
export const severalChecks: CheckGroup = ({ resources }, check) => {
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
    case 'create': {
      const fresh = scene.by ? await ownParents(t, scene, step.entity, step.record) : {};
      return t.post(owner, t.list(step.entity), { ...step.record, ...fresh });
    }
    case 'update':
      return t.put(owner, `${t.list(entity)}/${subject.id}`, step.record);
    case 'delete':
      return t.delete(owner, `${t.list(step.entity)}/${rows[0]}`);
    case 'remove':
      return t.delete(owner, subject.path);
  }
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
  const unique =
    refused.entity.fields.some((field) => field.unique) || refused.entity.keys.length > 0;
  if (unique) throw new Untestable('its records are unique besides');
  let body = refused.record;
  if (scene.by) {
    if (accepted.length === 0) return;
    for (const step of accepted.slice(1)) await accept(t, scene, step);
  } else {
    // The same, of which none has a rival yet.
    const references = new Set(entity.fields.filter(isReference).map(jsonName));
    const own = Object.entries(body).filter(([name]) => !references.has(name));
    body = await t.session.records.body(t, owner, entity, { given: Object.fromEntries(own) });
  }
  const answers = await Promise.all(
    Array.from({ length: WRITERS }, () => t.post(owner, t.list(refused.entity), body)),
  );
  const expected = [201, ...Array<number>(WRITERS - 1).fill(422)];
  const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
  t.same(statuses, expected, `answers to ${WRITERS} writers, of whom one may win`);
}
