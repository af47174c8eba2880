import type { GeneratedFile } from '#files';
import { literal } from '../../emit/code.ts';
import { generated } from '../../../shared/generated.ts';
import type { Sample } from '../../../shared/samples/sample.ts';
import type { TestContext } from './test-context.ts';
import { testFolder } from './test-folder.ts';

/** `test/support/accounts.ts`: how tests get somebody who is logged in. */
export function accountsSupport({ samples, roles }: TestContext): GeneratedFile {
  const person = [...samples.values()].find(({ entity }) => entity.account);
  const [role] = roles;
  const text = [
    header(person),
    register(person),
    ...(role === undefined ? [] : [join(person, role)]),
    signedIn,
  ];
  return generated('test/support/accounts.ts', `${text.join('\n\n')}\n`);
}

/** The properties that an account has besides, where the requirements give it some. */
function profile(person: Sample | undefined): string {
  return person ? `, ...new${person.type}()` : '';
}

function header(person: Sample | undefined): string {
  return [
    "import { strict as assert } from 'node:assert';",
    ...(person ? [`import { new${person.type} } from '../${testFolder(person)}/samples.ts';`] : []),
    `import { Client } from './client.ts';
import type { Answer } from './client.ts';

export const password = 'correct horse battery';

let made = 0;

/** An address that nobody has registered yet. */
export function newEmail(): string {
  return \`account\${(made += 1)}@example.com\`;
}

/** Somebody who is logged in. */
export class Member extends Client {
  readonly id: string;
  readonly email: string;

  constructor({ id, email }: { readonly id: string; readonly email: string }, token: string) {
    super(token);
    this.id = id;
    this.email = email;
  }
}`,
  ].join('\n');
}

function register(person: Sample | undefined): string {
  return `/** Registers an account, the owner of a tenant of its own. */
export async function register(): Promise<Member> {
  const account = { email: newEmail(), password${profile(person)} };
  return signedIn(await new Client().post('/api/auth/register', account), 201);
}`;
}

function join(person: Sample | undefined, role: string): string {
  return `/** Adds an account with a role to the owner's tenant, and logs it in. */
export async function join(owner: Member, role = ${literal(role)}): Promise<Member> {
  const email = newEmail();
  const account = { email, password, roles: [role]${profile(person)} };
  await owner.create('/api/auth/members', account);
  return signedIn(await new Client().post('/api/auth/login', { email, password }), 200);
}`;
}

const signedIn = `function signedIn({ status, body }: Answer, expected: number): Member {
  assert.equal(status, expected, JSON.stringify(body));
  const { account, token } = body as { account: { id: string; email: string }; token: string };
  return new Member(account, token);
}`;
