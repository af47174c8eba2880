import { jsonName, writableFields } from '#blueprint';
import type { Entity, Field } from '#blueprint';
import type { Answer } from '../checks/answer.ts';
import type { CheckGroup } from '../checks/check.ts';
import { Untestable } from '../checks/failure.ts';
import { countsOwnKind } from '../checks/references.ts';
import { errorsOf } from '../checks/tester.ts';
import type { Tester } from '../checks/tester.ts';
import { acceptedCases, clauseOf } from './field-cases.ts';
import type { AcceptedCase, RefusedCase } from './field-cases.ts';
import { refusedCases } from './refused-cases.ts';

/** Each field takes what its type and limits allow, and refuses what is just outside (SP-1.4 to SP-1.8). */
export const fieldChecks: CheckGroup = ({ resources, account, isPublic }, check) => {
  for (const entity of resources) {
    // Where there is one tenant for all, its records may be in the way of those of other checks.
    const alone = isPublic && countsItsKind(entity);
    for (const field of writableFields(entity)) {
      if (field.name === entity.lifecycle?.field) continue;
      const source = field.sources[0] && { source: field.sources[0] };
      const accepted = field.secret ? [] : acceptedCases(field);
      if (accepted.length > 0) {
        const run = (t: Tester) => takes(t, entity, field, accepted);
        const what = `${entity.label}: ${field.label} takes what it should`;
        check(clauseOf(field), what, run, { ...source, alone });
      }
      const refused = refusedCases(field);
      if (refused.length > 0) {
        const run = (t: Tester) => refuses(t, entity, field, refused);
        check(clauseOf(field), `${entity.label}: ${field.label} refuses the rest`, run, source);
      }
    }
  }
  for (const field of account ? writableFields(account) : []) {
    check(clauseOf(field), `account: ${field.label} refuses the wrong`, async (t) => {
      const caller = await t.other();
      const path = `/api/${account?.plural}/${caller.accountId}`;
      for (const one of refusedCases(field)) {
        const answer = await t.patch(caller, path, { [jsonName(field)]: one.sent });
        expectRefused(t, answer, field, one);
      }
    });
  }
};

/** Creates a record with each value; the rest of the record is what the rules ask for with it. */
async function takes(
  t: Tester,
  entity: Entity,
  field: Field,
  cases: readonly AcceptedCase[],
): Promise<void> {
  // What others of its kind may be in the way of has a tenant to itself, where there are tenants.
  const alone = countsItsKind(entity);
  const caller = await (alone ? t.session.accounts.register(t, 'another owner') : t.owner());
  const name = jsonName(field);
  for (const one of cases) {
    const body = await t.body(caller, entity, { given: { [name]: one.answered } }).catch(orNothing);
    if (body === undefined) continue;
    const text = JSON.stringify({ ...body, [name]: one.raw === undefined ? one.sent : MARK });
    const raw = one.raw === undefined ? text : text.replace(JSON.stringify(MARK), one.raw);
    const answer = await t.send({
      method: 'POST',
      path: t.list(entity),
      caller,
      headers: { 'Content-Type': 'application/json' },
      raw,
    });
    const refused = errorsOf(answer);
    const isInTheWay = refused.length > 0 && refused.every(({ code }) => code === 'rule');
    if (alone && t.session.subject.isPublic && isInTheWay) continue;
    t.expect(answer, 201);
    t.same(answer.record[name], one.answered, `${name} sent as ${one.raw ?? show(one.sent)}`);
    const path = `${t.list(entity)}/${String(answer.record['id'])}`;
    const read = await t.read(caller, path);
    t.same(read[name], one.answered, `${name} read again`);
    // The next case may have the same value, which may be unique.
    t.expect(await t.delete(caller, path), [204, 409]);
  }
}

function countsItsKind(entity: Entity): boolean {
  return entity.rules.some(({ expression }) => countsOwnKind(expression, entity));
}

const MARK = '@@raw@@';

async function refuses(
  t: Tester,
  entity: Entity,
  field: Field,
  cases: readonly RefusedCase[],
): Promise<void> {
  const caller = await t.owner();
  const name = jsonName(field);
  const { path, record } = await t.create(caller, entity);
  const body = await t.body(caller, entity);
  for (const one of cases) {
    const changed = { ...body, [name]: one.sent };
    expectRefused(t, await t.post(caller, t.list(entity), changed), field, one);
    expectRefused(t, await t.put(caller, path, changed), field, one);
    expectRefused(t, await t.patch(caller, path, { [name]: one.sent }), field, one);
  }
  t.same(await t.read(caller, path), record, 'the record after refused changes');
}

function expectRefused(
  t: Tester,
  answer: Answer,
  field: Field,
  { sent, codes }: RefusedCase,
): void {
  const pointer = `/${jsonName(field)}`;
  const what = `${answer.asked} with ${pointer} ${show(sent)}`;
  if (answer.status !== 422) t.fail(`${what}: expected 422, got ${answer.status}`);
  const blamed = errorsOf(answer).filter(
    (error) => error.pointer === pointer || error.pointer?.startsWith(`${pointer}/`),
  );
  const got = JSON.stringify(errorsOf(answer)).slice(0, 300);
  t.that(blamed.length > 0, `${what}: errors[] does not point to it: ${got}`);
  const known = blamed.some(({ code }) => codes.includes(code ?? ''));
  t.that(known, `${what}: expected the code ${codes.join(' or ')}: ${got}`);
}

/** No record can have this value and keep the rules: nothing to see here. */
function orNothing(error: unknown): undefined {
  if (!(error instanceof Untestable)) throw error;
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}… (${text.length} characters)` : text;
}
