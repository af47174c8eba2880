import type { Entity } from '#blueprint';
import type { JsonRecord } from '#rules';
import { asRecord, readAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { nobody } from './caller.ts';
import type { Caller } from './caller.ts';
import { CheckFailure } from './failure.ts';
import type { Step } from './journal.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { ProblemError } from './problems.ts';
import type { BodyOptions, Created } from './records.ts';
import type { Session } from './session.ts';
import { pathOf } from './subject.ts';

/** A request of a check: `body` is sent as JSON, `raw` as it is. */
export interface CheckRequest {
  readonly method: string;
  readonly path: string;
  readonly caller?: Caller;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly raw?: string | Buffer;
  /** The service may end the connection before it has read all: that is status 0 then. */
  readonly mayHangUp?: boolean;
}

/** What a problem must say beside its status. */
export interface Blame {
  /** The code of the problem, such as `validation-failed`. */
  readonly type?: string;
  /** One of `errors[]` must have all of these. */
  readonly error?: ProblemError;
}

type Headers = Readonly<Record<string, string>>;

/** What a check works with: it sends requests, remembers them, and says what it expected. */
export class Tester {
  readonly session: Session;
  /** Serials of its own: what it creates does not meet what other checks create. */
  readonly #serials: { next: number };
  readonly #steps: Step[] = [];
  readonly #underWay = new Set<Promise<Answer>>();

  constructor(session: Session, firstSerial: number) {
    this.session = session;
    this.#serials = { next: firstSerial };
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }
  /** Counts the steps of another tester as its own: a check may start a service for itself. */
  adopt(other: Tester): void {
    this.#steps.push(...other.steps);
  }
  serial(): number {
    this.#serials.next += 1;
    return this.#serials.next;
  }
  get rounds(): number {
    return this.session.options.rounds;
  }

  /** The owner of the tenant that most checks share; nobody in a public service. */
  owner(): Promise<Caller> {
    return this.session.accounts.owner();
  }
  /** The owner of another tenant. */
  other(): Promise<Caller> {
    return this.session.accounts.other();
  }
  /** A member of the shared tenant with one role. */
  member(role: string): Promise<Caller> {
    return this.session.accounts.member(role);
  }

  /** The body of a create: valid, with everything that it refers to made before. */
  body(caller: Caller, entity: Entity, options?: BodyOptions): Promise<JsonRecord> {
    return this.session.records.body(this, caller, entity, options);
  }
  create(caller: Caller, entity: Entity, options?: BodyOptions): Promise<Created> {
    return this.session.records.create(this, caller, entity, options);
  }
  /** Creates a record that no rule keeps from being deleted. */
  removable(caller: Caller, entity: Entity): Promise<Created> {
    return this.session.records.createRemovable(this, caller, entity);
  }
  /** A body that changes a record and keeps the rules: for PUT as it is, for PATCH too. */
  change(
    caller: Caller,
    entity: Entity,
    { record }: Pick<Created, 'record'>,
    options?: BodyOptions,
  ): Promise<JsonRecord> {
    return this.session.records.change(this, caller, entity, record, options);
  }

  get(caller: Caller, path: string, headers: Headers = {}): Promise<Answer> {
    return this.send({ method: 'GET', path, caller, headers });
  }
  post(caller: Caller, path: string, body: unknown, headers: Headers = {}): Promise<Answer> {
    return this.send({ method: 'POST', path, caller, headers, body });
  }
  put(caller: Caller, path: string, body: unknown, headers: Headers = {}): Promise<Answer> {
    return this.send({ method: 'PUT', path, caller, headers, body });
  }
  patch(caller: Caller, path: string, body: unknown, headers: Headers = {}): Promise<Answer> {
    return this.send({ method: 'PATCH', path, caller, headers, body });
  }
  delete(caller: Caller, path: string, headers: Headers = {}): Promise<Answer> {
    return this.send({ method: 'DELETE', path, caller, headers });
  }

  /** Sends a request. No answer, and an answer of 500 and above, end the check. */
  send(request: CheckRequest): Promise<Answer> {
    const sent = this.#send(request);
    this.#underWay.add(sent);
    // A check that has failed no longer waits for what else it sent: that must not end the process.
    const forget = () => void this.#underWay.delete(sent);
    sent.then(forget, forget);
    return sent;
  }

  /** Waits until every request has its answer, so that none of them meets the checks that follow. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }

  async #send(request: CheckRequest): Promise<Answer> {
    const { method, path, caller = nobody, body, raw } = request;
    const sent = body === undefined ? raw : JSON.stringify(body);
    const headers = {
      ...(caller.token !== undefined && { Authorization: `Bearer ${caller.token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...request.headers,
    };
    const wire = { method, target: path, headers, ...(sent !== undefined && { body: sent }) };
    const { response, error } = await this.session.client.send(wire);
    const asked = `${method} ${path.slice(0, 120)}`;
    const answer = readAnswer(response ?? { status: 0, headers: {}, text: '' }, asked);
    this.#steps.push(this.session.journal.record(wire, answer));
    if (!response && request.mayHangUp) return answer;
    if (!response) this.fail(`${asked} got no answer: ${error}`);
    for (const fault of judgeAnswer(wire, answer)) this.session.fault(fault, answer, this);
    if (answer.status >= 500) this.fail(`${asked} was answered ${answer.status}`);
    return answer;
  }

  /** @throws CheckFailure unless the answer has the status, or one of them, and blames what it should. */
  expect(answer: Answer, status: number | readonly number[], blame: Blame = {}): Answer {
    const expected = typeof status === 'number' ? [status] : status;
    if (!expected.includes(answer.status)) {
      const why = answer.status >= 400 ? `: ${answer.text.slice(0, 300)}` : '';
      this.fail(`${answer.asked}: expected ${expected.join(' or ')}, got ${answer.status}${why}`);
    }
    const { type, error } = blame;
    if (type !== undefined && answer.record['type'] !== `urn:problem:${type}`) {
      this.fail(
        `${answer.asked}: expected the problem ${type}, got ${String(answer.record['type'])}`,
      );
    }
    if (error !== undefined && !errorsOf(answer).some((one) => matches(one, error))) {
      const got = JSON.stringify(answer.record['errors'] ?? []).slice(0, 400);
      this.fail(`${answer.asked}: errors[] should hold ${JSON.stringify(error)}, but is ${got}`);
    }
    return answer;
  }

  /** @throws CheckFailure unless both are the same JSON. */
  same(actual: unknown, expected: unknown, what: string): void {
    const [got, wanted] = [actual, expected].map((value) => JSON.stringify(value) ?? 'nothing');
    if (got !== wanted) {
      this.fail(`${what}: expected ${wanted?.slice(0, 300)}, got ${got?.slice(0, 300)}`);
    }
  }

  /** @throws CheckFailure unless both hold the same, in whatever order. */
  sameMembers(actual: readonly unknown[], expected: readonly unknown[], what: string): void {
    const extra = actual.filter((one) => !expected.includes(one));
    const missing = expected.filter((one) => !actual.includes(one));
    const twice = actual.filter((one, index) => actual.indexOf(one) !== index);
    const wrong = { missing, extra, twice };
    const said = Object.entries(wrong).filter(([, values]) => values.length > 0);
    const text = said.map(
      ([name, values]) => `${values.length} ${name} (${values.slice(0, 2).join(', ')})`,
    );
    if (text.length > 0) this.fail(`${what}: ${text.join(', ')}`);
  }

  /** @throws CheckFailure unless it is true. */
  that(condition: boolean, problem: string): void {
    if (!condition) this.fail(problem);
  }

  fail(problem: string): never {
    throw new CheckFailure(problem);
  }

  /** @throws CheckFailure unless the record is gone, or still there, for the caller. */
  async gone(caller: Caller, { path }: Pick<Created, 'path'>): Promise<void> {
    this.expect(await this.get(caller, path), 404);
  }

  /** Reads a record again. */
  async read(caller: Caller, path: string): Promise<JsonRecord> {
    return this.expect(await this.get(caller, path), 200).record;
  }

  /** All records of a list, page by page. */
  async all(caller: Caller, list: string, query = '', limit = 100): Promise<readonly JsonRecord[]> {
    const found: JsonRecord[] = [];
    let cursor: unknown = '';
    for (let page = 0; page < 500 && typeof cursor === 'string'; page += 1) {
      const parameters = [
        `limit=${limit}`,
        query,
        cursor && `cursor=${encodeURIComponent(cursor)}`,
      ];
      const path = `${list}?${parameters.filter((part) => part !== '').join('&')}`;
      const answer = this.expect(await this.get(caller, path), 200);
      found.push(...answer.items);
      cursor = answer.record['nextCursor'];
    }
    return found;
  }

  list(entity: Entity): string {
    return pathOf(entity);
  }
}

/** The parts of a request that a problem blames. */
export function errorsOf(answer: Answer): readonly ProblemError[] {
  const errors = answer.record['errors'];
  return Array.isArray(errors) ? errors.map((error) => asRecord(error)) : [];
}

function matches(error: ProblemError, expected: ProblemError): boolean {
  return Object.entries(expected).every(
    ([key, value]) => error[key as keyof ProblemError] === value,
  );
}
