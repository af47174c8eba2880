import { countsRows, jsonName } from '#blueprint';
import type { Entity, Rule } from '#blueprint';
import { ruleExamples, sparedExample } from '#rules';
import type { RuleExample } from '#rules';
import type { Answer } from '../checks/answer.ts';
import { ownerOf } from '../checks/caller.ts';
import type { Caller } from '../checks/caller.ts';
import type { CheckGroup } from '../checks/check.ts';
import { Untestable } from '../checks/failure.ts';
import { grantOf } from '../checks/grants.ts';
import { judged } from '../checks/judged.ts';
import type { Created } from '../checks/records.ts';
import type { Tester } from '../checks/tester.ts';
import { ruleVariants } from './rule-variants.ts';
import type { RuleVariant } from './rule-variants.ts';

/** Values of the lists in one rule that are tried. */
const MOST_VARIANTS = 12;

/** Each rule that counts no other records lets one example pass and refuses another (SP-9). */
export const ruleChecks: CheckGroup = ({ resources }, check) => {
  for (const entity of resources) {
    for (const rule of entity.rules.filter((one) => !countsRows(one.expression))) {
      const clause = rule.on.every((on) => on === 'delete') ? 'SP-9.3' : 'SP-9.1';
      const more = rule.sources[0] && { source: rule.sources[0] };
      const what = `${entity.label}: “${rule.statement}”`;
      check(clause, `${what} is kept`, (t) => passes(t, entity, rule), more);
      check(clause, `${what} is kept at its limit`, (t) => spares(t, entity, rule), more);
      check(clause, `${what} is enforced`, (t) => fails(t, entity, rule), more);
      const variants = ruleVariants(entity, rule);
      if (variants.length > 1) {
        check(clause, `${what} is enforced for each value`, (t) => failEach(t, variants), more);
      }
    }
    check('SP-9.2', `${entity.label}: what is missing breaks no rule`, async (t) => {
      await t.create(await t.owner(), entity, { fill: 'required' });
    });
    if (entity.rules.some((rule) => rule.on.includes('create') && !countsRows(rule.expression))) {
      check('SP-9.1', `${entity.label}: the form of a body comes before rules`, async (t) => {
        const rule = entity.rules.find((one) => one.on.includes('create'));
        if (!rule) return;
        const { fails: example } = await examples(t, entity, rule);
        if (example?.operation !== 'create') return;
        const body = { ...example.record, noSuchProperty: 1 };
        const answer = t.expect(
          await t.post(await callerOf(t, example), t.list(entity), body),
          422,
        );
        t.that(!answer.text.includes('"rule"'), 'a body of the wrong form was held to the rules');
      });
    }
  }
};

async function examples(t: Tester, entity: Entity, rule: Rule) {
  const { judge, setting, callers } = await searchFor(t, entity, rule);
  return ruleExamples(judge, rule, setting, callers);
}

/** With what examples of a rule are looked for. */
async function searchFor(t: Tester, entity: Entity, rule: Rule) {
  const owner = await t.owner();
  const { service, roles } = t.session.subject;
  const able = roles.filter((role) =>
    (['create', 'update', 'delete'] as const)
      .filter((operation) => rule.on.includes(operation))
      .every((operation) => grantOf(service, entity, operation, [role]) !== 'none'),
  );
  const setting = await t.session.records.setting(t, owner, entity, {});
  const judge = judged(service, entity);
  return { judge, setting, callers: [owner.roles, ...able.map((role) => [role])] };
}

async function passes(t: Tester, entity: Entity, rule: Rule): Promise<void> {
  const { passes: example } = await examples(t, entity, rule);
  if (!example) throw new Untestable('no write was found that keeps this rule and all others');
  await succeeds(t, entity, example);
}

/** What nearly breaks the rule is fine. */
async function spares(t: Tester, entity: Entity, rule: Rule): Promise<void> {
  const { judge, setting, callers } = await searchFor(t, entity, rule);
  const { fails: broken } = ruleExamples(judge, rule, setting, callers);
  const example = broken && sparedExample(judge, rule, broken, setting);
  if (example) await succeeds(t, entity, example);
}

async function succeeds(t: Tester, entity: Entity, example: RuleExample): Promise<void> {
  const caller = await callerOf(t, example);
  const path = await prepare(t, caller, entity, example);
  if (path === undefined) {
    t.expect(await t.post(caller, t.list(entity), example.record), 201);
  } else if (example.operation === 'delete') {
    t.expect(await t.delete(caller, path.path), [204]);
  } else {
    t.expect(await t.put(caller, path.path, example.record), 200);
  }
}

async function fails(t: Tester, entity: Entity, rule: Rule): Promise<void> {
  const { fails: example } = await examples(t, entity, rule);
  if (!example) throw new Untestable('no write was found that breaks this rule alone');
  await breaks(t, entity, rule, example);
}

/** What can't break the rule with some value, as where another rule forbids it, is left out. */
async function failEach(t: Tester, variants: readonly RuleVariant[]): Promise<void> {
  for (const { entity, rule } of variants.slice(0, MOST_VARIANTS)) {
    const { fails: example } = await examples(t, entity, rule);
    if (example) await breaks(t, entity, rule, example);
  }
}

async function breaks(t: Tester, entity: Entity, rule: Rule, example: RuleExample): Promise<void> {
  const caller = await callerOf(t, example);
  const before = await prepare(t, caller, entity, example);
  if (before === undefined) {
    const key = { 'Idempotency-Key': `rule-${t.serial()}` };
    refused(t, entity, rule, await t.post(caller, t.list(entity), example.record, key));
    return;
  }
  if (example.operation === 'delete') {
    const answer = t.expect(await t.delete(caller, before.path), 409, { type: 'conflict' });
    t.expect(answer, 409, { error: { code: 'rule', rule: rule.id } });
  } else {
    const changed = Object.entries(example.record).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(example.before.at(-1)?.[name]),
    );
    const patch = Object.fromEntries(changed);
    refused(t, entity, rule, await t.put(caller, before.path, example.record));
    refused(t, entity, rule, await t.patch(caller, before.path, patch));
  }
  t.same(
    await t.read(ownerOf(caller), before.path),
    before.record,
    'the record after a refused write',
  );
}

function refused(t: Tester, entity: Entity, rule: Rule, answer: Answer): void {
  const field = entity.fields.find(({ name }) => name === rule.fields[0]);
  const pointer = field ? `/${jsonName(field)}` : '';
  const error = { code: 'rule', rule: rule.id, pointer, message: rule.message };
  t.expect(answer, 422, { type: 'validation-failed', error });
}

function callerOf(t: Tester, { roles }: RuleExample): Promise<Caller> {
  const [role] = roles;
  return role === undefined || role === 'owner' ? t.owner() : t.member(role);
}

/** Writes what comes before the example; nothing for a create. */
async function prepare(
  t: Tester,
  caller: Caller,
  entity: Entity,
  { before }: RuleExample,
): Promise<Created | undefined> {
  const [first, ...rest] = before;
  if (first === undefined) return undefined;
  const { service } = t.session.subject;
  // One who may only touch his own records has to make them himself.
  const isOwn = grantOf(service, entity, 'update', caller.roles) === 'own';
  return t.session.records.follow(t, isOwn ? caller : ownerOf(caller), entity, [first, ...rest]);
}
