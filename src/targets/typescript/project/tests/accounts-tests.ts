import type { GeneratedFile } from '#files';
import { literal } from '../../emit/code.ts';
import { generated } from '../../../shared/generated.ts';
import type { TestContext } from './test-context.ts';
import { testFolder } from './test-folder.ts';

/** `test/accounts.test.ts` and `test/members.test.ts`: who may come in, and who is who. */
export function accountsTests(context: TestContext): readonly GeneratedFile[] {
  const person = [...context.samples.values()].find(({ entity }) => entity.account);
  const profile = person ? `, ...new${person.type}()` : '';
  const imports = person
    ? `\nimport { new${person.type} } from './${testFolder(person)}/samples.ts';`
    : '';
  const [role] = context.roles;
  return [
    generated('test/accounts.test.ts', accounts(profile, imports)),
    ...(role === undefined
      ? []
      : [generated('test/members.test.ts', members(role, profile, imports))]),
  ];
}

function accounts(profile: string, imports: string): string {
  return `import { strict as assert } from 'node:assert';
import { test } from 'node:test';${imports}
import { newEmail, password, register } from './support/accounts.ts';
import { assertProblem, assertRefused, assertTaken } from './support/assertions.ts';
import { Client } from './support/client.ts';

const anybody = new Client();

test('whoever registers owns a tenant', async () => {
  const owner = await register();
  const { status, body } = await owner.get('/api/auth/me');
  assert.equal(status, 200);
  const { tenantId, ...account } = body as { tenantId: string };
  assert.deepEqual(account, { id: owner.id, email: owner.email, roles: ['owner'] });
  const other = await (await register()).get('/api/auth/me');
  assert.notEqual((other.body as { tenantId: string }).tenantId, tenantId);
});

test('an e-mail address registers once, whatever its case', async () => {
  const { email } = await register();
  const account = { email: email.toUpperCase(), password${profile} };
  assertTaken(await anybody.post('/api/auth/register', account), '/email');
});

test('a password has 8 characters or more', async () => {
  const account = { email: newEmail(), password: '1234567'${profile} };
  assertRefused(await anybody.post('/api/auth/register', account), '/password', 'too-short');
});

test('a wrong password and an unknown address are answered alike', async () => {
  const { email } = await register();
  const wrong = await anybody.post('/api/auth/login', { email, password: 'not the password' });
  const unknown = await anybody.post('/api/auth/login', { email: 'no@example.com', password });
  assertProblem(wrong, 401, 'unauthenticated');
  assert.deepEqual(unknown.body, wrong.body);
});

test('ten failures in a row lock a login for a while', async () => {
  const { email } = await register();
  const attempt = () => anybody.post('/api/auth/login', { email, password: 'not the password' });
  for (let count = 0; count < 10; count += 1) {
    assertProblem(await attempt(), 401, 'unauthenticated');
  }
  assertProblem(await attempt(), 429, 'too-many-requests');
});

test('a token is worth nothing after the logout', async () => {
  const owner = await register();
  assert.equal((await owner.post('/api/auth/logout', {})).status, 204);
  assertProblem(await owner.get('/api/auth/me'), 401, 'unauthenticated');
});

test('a damaged token is refused', async () => {
  const answer = await new Client('e30.e30.x').get('/api/auth/me');
  assertProblem(answer, 401, 'unauthenticated');
  assert.equal(answer.headers['www-authenticate'], 'Bearer');
});

test('with the cookie, changes must come from a page of the service', async () => {
  const { email } = await register();
  const { headers } = await anybody.post('/api/auth/login', { email, password });
  const [cookie = ''] = String(headers['set-cookie']).split(';');
  assert.equal((await anybody.get('/api/auth/me', { cookie })).status, 200);
  const foreign = { cookie, origin: 'https://elsewhere.example' };
  assertProblem(await anybody.post('/api/auth/logout', {}, foreign), 403, 'forbidden');
  const own = { cookie, origin: 'http://localhost' };
  assert.equal((await anybody.post('/api/auth/logout', {}, own)).status, 204);
});
`;
}

function members(role: string, profile: string, imports: string): string {
  return `import { strict as assert } from 'node:assert';
import { test } from 'node:test';${imports}
import { join, newEmail, password, register } from './support/accounts.ts';
import { assertProblem, assertRefused } from './support/assertions.ts';

const newMember = (roles: readonly string[]) => ({
  email: newEmail(),
  password,
  roles,${profile === '' ? '' : `\n  ${profile.slice(2)},`}
});

test('the owner adds members with roles', async () => {
  const owner = await register();
  const member = await join(owner, ${literal(role)});
  const { body } = await member.get('/api/auth/me');
  assert.deepEqual((body as { roles: string[] }).roles, [${literal(role)}]);
  const members = await owner.all('/api/auth/members');
  assert.ok(members.some(({ id }) => id === member.id));
});

test('nobody becomes owner, or gets a role that does not exist', async () => {
  const owner = await register();
  for (const name of ['nobody', 'owner']) {
    const answer = await owner.post('/api/auth/members', newMember([name]));
    assertRefused(answer, '/roles/0', 'enum');
  }
});

test('only the owner manages members and reads the events', async () => {
  const owner = await register();
  const member = await join(owner);
  const path = \`/api/auth/members/\${member.id}\`;
  assertProblem(await member.get('/api/auth/members'), 403, 'forbidden');
  assertProblem(await member.get('/events'), 403, 'forbidden');
  const added = await member.post('/api/auth/members', newMember([${literal(role)}]));
  assertProblem(added, 403, 'forbidden');
  assertProblem(await member.patch(path, { roles: [${literal(role)}] }), 403, 'forbidden');
  assertProblem(await member.delete(path), 403, 'forbidden');
});

test('a member who is removed is logged out', async () => {
  const owner = await register();
  const member = await join(owner);
  assert.equal((await owner.delete(\`/api/auth/members/\${member.id}\`)).status, 204);
  assertProblem(await member.get('/api/auth/me'), 401, 'unauthenticated');
});

test('the owner stays', async () => {
  const owner = await register();
  const path = \`/api/auth/members/\${owner.id}\`;
  assertProblem(await owner.patch(path, { roles: [${literal(role)}] }), 409, 'conflict');
  assertProblem(await owner.delete(path), 409, 'conflict');
});

test('the members of another tenant are out of reach', async () => {
  const owner = await register();
  const other = await join(await register());
  const path = \`/api/auth/members/\${other.id}\`;
  assertProblem(await owner.patch(path, { roles: [${literal(role)}] }), 404, 'not-found');
  assertProblem(await owner.delete(path), 404, 'not-found');
});
`;
}
