import { strict as assert } from 'node:assert';
import type { Answer, Values } from './client.ts';

/** A body that is refused: what is wrong with it, the property and the code that the answer names. */
export type Refused = [what: string, given: Values, pointer: string, code: string];

interface Part {
  readonly pointer?: string;
  readonly code: string;
  readonly rule?: string;
}

/** A record shows the values given, but for those that are hidden. */
export function assertHolds(record: unknown, given: Values, ...hidden: readonly string[]): void {
  for (const [name, value] of Object.entries(given)) {
    assert.deepEqual((record as Values)[name], hidden.includes(name) ? undefined : value, name);
  }
}

/** The answer is a problem document of this status and code. */
export function assertProblem(
  { status, headers, body }: Answer,
  expected: number,
  code: string,
): void {
  assert.equal(status, expected, JSON.stringify(body));
  assert.match(String(headers['content-type']), /^application\/problem\+json/);
  assert.equal((body as { type: string }).type, `urn:problem:${code}`);
}

/** The answer refuses a property of the body, for this reason. */
export function assertRefused(answer: Answer, pointer: string, code: string): void {
  assertProblem(answer, 422, 'validation-failed');
  const found = errorsOf(answer).map((part) => `${part.pointer} ${part.code}`);
  assert.ok(found.includes(`${pointer} ${code}`), `no ${pointer} ${code} in: ${found.join(', ')}`);
}

/** The answer says that this rule, and no other, is broken. */
export function assertRule(answer: Answer, rule: string, expected: 409 | 422 = 422): void {
  assertProblem(answer, expected, expected === 409 ? 'conflict' : 'validation-failed');
  assert.deepEqual(
    errorsOf(answer).map((part) => part.rule),
    [rule],
  );
}

/** The answer says that these properties are taken. */
export function assertTaken(answer: Answer, ...pointers: readonly string[]): void {
  assertProblem(answer, 409, 'conflict');
  assert.deepEqual(
    errorsOf(answer).map(({ pointer, code }) => [pointer, code]),
    pointers.map((pointer) => [pointer, 'duplicate']),
  );
}

function errorsOf({ body }: Answer): readonly Part[] {
  return (body as { errors?: readonly Part[] }).errors ?? [];
}
