import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../gate.ts';
import { type HttpRequest, type HttpResponse, jsonOf } from '../http/exchange.ts';
import { type ApiOperation, responseFor } from './api.ts';
import { curlOf } from './curl.ts';
import { fuzzDiagnostics } from './fuzz.diagnostics.ts';
import { documentProblems } from './judge-document.ts';
import type { Judge } from './judge.ts';
import type { Resource } from './resources.ts';
import type { KnownRecord, World } from './world.ts';

/** Follows one record of a resource through its life, and holds each answer against the one before. */
export async function fuzzSequence(
  world: World,
  by: Judge,
  resource: Resource,
): Promise<readonly Finding[]> {
  const record = await world.create(resource);
  if (!record?.made || !resource.create) return [];
  const life = new Life(world, by, record);
  await life.read(resource);
  await life.listed(resource, true);
  await life.replace(resource);
  await life.update(resource);
  if (await life.remove(resource)) await life.gone(resource);
  return life.findings;
}

/** More accounts than these pages hold are not made. */
const MOST_PAGES = 50;

interface Page {
  readonly items?: unknown;
  readonly nextCursor?: unknown;
}

/** One record's life so far. */
class Life {
  readonly findings: Finding[] = [];
  readonly #world: World;
  readonly #by: Judge;
  readonly #record: KnownRecord;
  #json: unknown;
  #etag: string | undefined;

  constructor(world: World, by: Judge, record: KnownRecord) {
    this.#world = world;
    this.#by = by;
    this.#record = record;
    this.#json = record.json;
    this.#etag = record.etag;
  }

  async read({ get }: Resource): Promise<void> {
    if (!get) return;
    const step = 'reading what was just written';
    const response = await this.#send(get, step, 200, 'SP-4.1');
    if (!response) return;
    const json = jsonOf(response.answer);
    if (!isDeepStrictEqual(json, this.#json)) {
      this.#say(
        get,
        step,
        'the record differs from the answer to the write',
        'SP-4.1',
        response.request,
      );
    }
    const etag = response.answer.headers['etag'];
    if (etag !== this.#etag)
      this.#say(get, step, 'the ETag differs from that of the write', 'SP-4.2', response.request);
    if (etag === undefined || !responseFor(get, 304)) return;
    await this.#send(get, 'reading with the ETag as If-None-Match', 304, 'SP-4.2', {
      'if-none-match': etag,
    });
    await this.#send(get, 'reading with another ETag as If-None-Match', 200, 'SP-4.2', {
      'if-none-match': '"other"',
    });
  }

  async listed({ list }: Resource, wanted: boolean): Promise<void> {
    if (!list) return;
    const step = wanted ? 'listing after a create' : 'listing after a delete';
    const request = { ...(await this.#world.request(list, {})) };
    const sent = { ...request, target: `${request.target}?limit=100` };
    const isThere = await this.#isListed(sent, list);
    if (isThere !== wanted) {
      this.#say(list, step, `the record is ${wanted ? 'missing' : 'still there'}`, 'SP-3.1', sent);
    }
  }

  /** On the first page, where the newest come first (SP-3.2); a list without an order may have it on any. */
  async #isListed(sent: HttpRequest, { parameters }: ApiOperation): Promise<boolean> {
    const isOrdered = parameters.some(({ name }) => name === 'sort');
    let target = sent.target;
    for (let page = 0; page < (isOrdered ? 1 : MOST_PAGES); page += 1) {
      const { response } = await this.#world.client.send({ ...sent, target });
      const { items, nextCursor } = ((response && jsonOf(response)) ?? {}) as Page;
      if (!Array.isArray(items)) return false;
      if (items.some((item: { id?: unknown } | null) => item?.id === this.#record.id)) return true;
      if (typeof nextCursor !== 'string') return false;
      target = `${sent.target}&cursor=${encodeURIComponent(nextCursor)}`;
    }
    return false;
  }

  async replace({ replace, create, get }: Resource): Promise<void> {
    if (!replace?.body || !create) return;
    const body = JSON.stringify(await this.#world.bodies.make(replace));
    await this.#write(replace, get, body);
  }

  async update({ update, get }: Resource): Promise<void> {
    if (update?.body) await this.#write(update, get, '{}');
  }

  /** True when the record is deleted: others may refer to it, or a rule may forbid it. */
  async remove({ remove }: Resource): Promise<boolean> {
    if (!remove) return false;
    await this.#stale(remove, undefined);
    const headers = this.#etag === undefined ? {} : { 'if-match': this.#etag };
    const response = await this.#send(remove, 'deleting', [204, 409], 'SP-4.4', headers);
    return response?.answer.status === 204;
  }

  async gone({ get, replace, remove, list }: Resource): Promise<void> {
    if (get) await this.#send(get, 'reading after a delete', 404, 'SP-4.4');
    if (remove) await this.#send(remove, 'deleting twice', 404, 'SP-4.4');
    if (replace?.body) {
      const body = JSON.stringify(await this.#world.bodies.make(replace));
      await this.#send(replace, 'replacing after a delete', 404, 'SP-4.3', {}, body);
    }
    await this.listed({ ...(list && { list }) } as Resource, false);
  }

  /** A stale ETag is refused, the current one accepted, and what is read then is what was answered. */
  async #write(
    operation: ApiOperation,
    get: ApiOperation | undefined,
    body: string,
  ): Promise<void> {
    await this.#stale(operation, body);
    const headers = this.#etag === undefined ? {} : { 'if-match': this.#etag };
    const response = await this.#send(
      operation,
      'writing with the current ETag',
      [200, 409, 422],
      'SP-4.5',
      headers,
      body,
    );
    if (response?.answer.status !== 200) return;
    this.#json = jsonOf(response.answer);
    this.#etag = response.answer.headers['etag'];
    if (!get) return;
    const read = await this.#send(get, 'reading after a write', 200, 'SP-4.3');
    if (read && !isDeepStrictEqual(jsonOf(read.answer), this.#json)) {
      this.#say(
        operation,
        'reading after a write',
        'the record differs from the answer to the write',
        'SP-4.3',
        read.request,
      );
    }
    if (read && read.answer.headers['etag'] !== this.#etag) {
      this.#say(
        operation,
        'reading after a write',
        'the ETag differs from that of the write',
        'SP-4.2',
        read.request,
      );
    }
  }

  async #stale(operation: ApiOperation, body: string | undefined): Promise<void> {
    if (!responseFor(operation, 412)) return;
    await this.#send(
      operation,
      'writing with a stale ETag',
      412,
      'SP-4.5',
      { 'if-match': '"stale"' },
      body,
    );
  }

  async #send(
    operation: ApiOperation,
    step: string,
    wanted: number | readonly number[],
    clause: string,
    headers: Readonly<Record<string, string>> = {},
    body?: string,
  ): Promise<{ request: HttpRequest; answer: HttpResponse } | undefined> {
    const { resource, id } = this.#record;
    const plain = await this.#world.request(operation, { [resource.parameter]: id });
    const request: HttpRequest = {
      ...plain,
      headers: {
        ...plain.headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    };
    const { response, error } = await this.#world.client.send(request);
    if (!response) {
      this.#say(operation, step, `there is no answer (${error})`, clause, request);
      return undefined;
    }
    if (![wanted].flat().includes(response.status)) {
      this.#say(
        operation,
        step,
        `the answer is ${response.status} instead of ${[wanted].flat().join(' or ')}`,
        clause,
        request,
      );
      return undefined;
    }
    const documented = responseFor(operation, response.status);
    if (documented) {
      const problems = documentProblems(this.#by, operation, documented, response, request);
      this.findings.push(...problems.map((finding) => ({ ...finding, curl: this.#curl(request) })));
    }
    return { request, answer: response };
  }

  #say(
    operation: ApiOperation,
    step: string,
    problem: string,
    clause: string,
    request: HttpRequest,
  ): void {
    const finding = fuzzDiagnostics.create('sequence-broken', {
      operation: operation.name,
      step,
      problem,
    });
    this.findings.push({ ...finding, clause, curl: this.#curl(request) });
  }

  #curl(request: HttpRequest): string {
    return curlOf(request, this.#world.known);
  }
}
