import { Issues, segment } from '../fields/issues.ts';
import { email as emailField } from '../fields/text.ts';
import type { Body } from '../records/body.ts';
import { readProperties } from '../records/body.ts';
import type { Model } from '../records/model.ts';
import { validationFailed } from '../http/problem.ts';

const SHORTEST = 8;
const LONGEST = 128;
const emailKind = emailField({ required: true });

export interface Credentials {
  /** In lower case. */
  readonly email: string;
  readonly password: string;
}

export interface NewAccount extends Credentials {
  readonly roles: readonly string[];
  /** The properties of the account's record, where there is one. */
  readonly record: Body;
}

/** Reads the body of a log-in: of a wrong password, no more is said than that it is wrong. */
export function readLogin(given: unknown): Credentials {
  const issues = new Issues();
  const { email, password } = readObject(given, ['email', 'password'], issues);
  const credentials = {
    // No e-mail address that could be taken is anything else: such a log-in is wrong, not malformed.
    email: readText(email, 'email', issues).toLowerCase(),
    password: readText(password, 'password', issues),
  };
  return finish(issues, credentials);
}

/** Reads the body of a registration or, with `roles`, of a new member. */
export function readNewAccount(
  given: unknown,
  model: Model | undefined,
  now: Date,
  roles?: readonly string[],
): NewAccount {
  const issues = new Issues();
  const own = ['email', 'password', ...(roles ? ['roles'] : [])];
  const source = readObject(given, [...own, ...(model?.writable ?? [])], issues);
  const rest = Object.entries(source).filter(([name]) => model?.writable.has(name));
  const password = readText(source['password'], 'password', issues);
  checkLength(password, issues);
  const account = {
    email: readEmail(source['email'], issues),
    password,
    roles: roles ? readRoles(source['roles'], roles, issues) : ['owner'],
    record: model ? readProperties(model, Object.fromEntries(rest), now, issues) : {},
  };
  return finish(issues, account);
}

/** Reads the body of a change of roles. */
export function readRoleChange(given: unknown, roles: readonly string[]): readonly string[] {
  const issues = new Issues();
  const source = readObject(given, ['roles'], issues);
  return finish(issues, readRoles(source['roles'], roles, issues));
}

function readRoles(value: unknown, known: readonly string[], issues: Issues): readonly string[] {
  if (value === undefined) {
    issues.add('/roles', 'required', 'is required');
    return [];
  }
  if (!Array.isArray(value)) {
    issues.add('/roles', 'type', 'must be a list');
    return [];
  }
  if (value.length === 0) issues.add('/roles', 'too-short', 'must name at least one role');
  if (value.length > known.length) issues.add('/roles', 'too-long', 'must name each role once');
  const roles = value.slice(0, known.length);
  for (const [index, role] of roles.entries()) {
    const at = `/roles/${index}`;
    if (!known.includes(role)) issues.add(at, 'enum', `must be one of: ${known.join(', ')}`);
    if (roles.indexOf(role) < index) issues.add(at, 'duplicate', 'is there already');
  }
  return roles.map(String).toSorted();
}

function readEmail(value: unknown, issues: Issues): string {
  if (value === undefined || value === null) issues.add('/email', 'required', 'is required');
  else return emailKind.read(value, '/email', issues)?.toLowerCase() ?? '';
  return '';
}

function readText(value: unknown, name: string, issues: Issues): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) issues.add(segment(name), 'required', 'is required');
  else issues.add(segment(name), 'type', 'must be text');
  return '';
}

function checkLength(password: string, issues: Issues): void {
  const length = Array.from(password.slice(0, 2 * LONGEST + 2)).length;
  if (length < SHORTEST && !issues.list.some(({ pointer }) => pointer === '/password'))
    issues.add('/password', 'too-short', `must have at least ${SHORTEST} characters`);
  if (length > LONGEST)
    issues.add('/password', 'too-long', `must have at most ${LONGEST} characters`);
}

function readObject(
  given: unknown,
  known: readonly string[],
  issues: Issues,
): Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    issues.add('', 'type', 'must be an object');
    throw validationFailed(issues.list);
  }
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) issues.add(segment(name), 'unknown-property', 'is not known');
  }
  return given as Readonly<Record<string, unknown>>;
}

function finish<T>(issues: Issues, value: T): T {
  if (issues.list.length > 0) throw validationFailed(issues.list);
  return value;
}
