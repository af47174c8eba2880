import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '#blueprint';
import type { Keeping } from '#blueprint';
import type { Finding } from '../../gate.ts';
import { jsonOf } from '../../http/exchange.ts';
import type { HttpRequest, HttpResponse } from '../../http/exchange.ts';
import type { HttpClient } from '../../http/http-client.ts';
import { curlOf } from '../curl.ts';
import { fuzzDiagnostics } from '../fuzz.diagnostics.ts';
import type { Random } from '../random.ts';
import { givenCases } from './given-cases.ts';
import type { GivenOperation } from './given-operations.ts';
import type { GivenSchemas } from './given-schemas.ts';

type Json = Readonly<Record<string, unknown>>;

/** A collection to try, and the means. */
export interface KeptSubject {
  readonly document: Json;
  readonly operations: readonly GivenOperation[];
  readonly collection: string;
  readonly schemas: GivenSchemas;
  readonly random: Random;
  readonly client: HttpClient;
}

/** Makes a record, finds it again, changes it and deletes it: what was written is what is read. */
export async function keptSequence(subject: KeptSubject): Promise<readonly Finding[]> {
  const { operations, collection, client } = subject;
  const findings: Finding[] = [];
  const by = (does: Keeping['does']) =>
    operations.find(({ keeps }) => keeps?.collection === collection && keeps.does === does);
  const [create, read, list] = [by('create'), by('read'), by('list')];
  if (!create || create.secured) return [];
  const report = (
    operation: GivenOperation,
    step: string,
    problem: string,
    request: HttpRequest,
  ) => {
    const about = { operation: operation.name, step, problem };
    const finding = fuzzDiagnostics.create('sequence-broken', about);
    findings.push({ ...finding, clause: 'SP-4.1', curl: curlOf(request, new Map()) });
  };
  const send = async (operation: GivenOperation, request: HttpRequest) => {
    const { response } = await client.send(request);
    if (response && response.status === operation.keeps?.status) return response;
    report(operation, 'in its turn', `is answered ${response?.status ?? 'not at all'}`, request);
    return undefined;
  };
  const made = await makeRecord(subject, create);
  if (!made) {
    report(create, 'with what the contract allows', 'makes nothing', requestFor(subject, create));
    return findings;
  }
  let { record } = made;
  const path = made.location;
  const seen = async (step: string): Promise<void> => {
    if (!read || path === undefined) return;
    const request = { method: 'GET', target: path, headers: {} };
    const response = await send(read, request);
    const found = response && recordIn(response, read);
    if (response && record && !isDeepStrictEqual(found, record))
      report(read, step, `shows ${shown(found)} instead of ${shown(record)}`, request);
  };
  await seen('after it was made');
  if (list && record) {
    const { limit } = list.keeps ?? {};
    const query = limit === undefined ? '' : `?${encodeURIComponent(limit)}=100`;
    const request = { method: 'GET', target: list.path + query, headers: {} };
    const { response } = await client.send(request);
    const isFine = response !== undefined && response.status === list.keeps?.status;
    const items = isFine ? listIn(response, list) : undefined;
    const isShort = items !== undefined && items.length < 20;
    if (isShort && !items.some((item) => isDeepStrictEqual(item, record)))
      report(list, 'after it was made', 'does not show the record', request);
  }
  for (const does of ['replace', 'update'] as const) {
    const change = by(does);
    if (!change || change.secured || path === undefined) continue;
    const { headers, body } = requestFor(subject, change, record);
    const request = {
      method: change.method,
      target: path,
      headers,
      ...(body !== undefined && { body }),
    };
    const response = await send(change, request);
    if (response) record = change.keeps?.answers ? recordIn(response, change) : undefined;
    await seen(`after ${change.name}`);
  }
  const remove = by('delete');
  if (remove && !remove.secured && path !== undefined) {
    await send(remove, { method: 'DELETE', target: path, headers: {} });
    const request = { method: 'GET', target: path, headers: {} };
    const { response } = read ? await client.send(request) : {};
    if (read && response?.status !== 404)
      report(read, 'after it was deleted', `is answered ${response?.status}`, request);
  }
  return findings;
}

/** Makes a record; a key that the caller chooses may be taken: a few are tried. */
async function makeRecord(
  subject: KeptSubject,
  create: GivenOperation,
): Promise<{ record: unknown; location: string | undefined } | undefined> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const { response } = await subject.client.send(requestFor(subject, create));
    if (!response || response.status !== create.keeps?.status) continue;
    const record = create.keeps.answers ? recordIn(response, create) : undefined;
    return { record, location: response.headers['location'] ?? pathTo(subject, record) };
  }
  return undefined;
}

/** The path of a record, where `Location` does not say: of the operation that reads one. */
function pathTo({ operations, collection }: KeptSubject, record: unknown): string | undefined {
  const read = operations.find(
    ({ keeps }) => keeps?.collection === collection && keeps.does === 'read',
  );
  const name = /\{([^{}]*)\}$/.exec(read?.path ?? '')?.[1] ?? '';
  if (!read || !isRecord(record)) return undefined;
  const key = [name, 'id', '_id'].find((property) => record[property] !== undefined);
  return key && read.path.replace(/\{[^{}]*\}$/, encodeURIComponent(String(record[key])));
}

/** A request that the contract allows; the key of a record that is there stays. */
function requestFor(
  { document, schemas, random }: KeptSubject,
  operation: GivenOperation,
  record?: unknown,
): HttpRequest {
  const [first] = givenCases(document, operation, schemas, random.fork(String(random.below(1e9))));
  const request = first?.request ?? {
    method: operation.method,
    target: operation.path,
    headers: {},
  };
  if (!isRecord(record) || typeof request.body !== 'string') return request;
  const within = operation.keeps?.requestIn;
  const body = JSON.parse(request.body) as Json;
  const sent = within === undefined ? body : (body[within] as Json);
  const parameter = /\{([^{}]*)\}$/.exec(operation.path)?.[1] ?? '';
  const kept = [parameter, 'id', '_id'].filter((name) => name in sent);
  const same = { ...sent, ...Object.fromEntries(kept.map((name) => [name, record[name]])) };
  return { ...request, body: JSON.stringify(within === undefined ? same : { [within]: same }) };
}

function recordIn(response: HttpResponse, { keeps }: GivenOperation): unknown {
  const json = jsonOf(response);
  return keeps?.answerIn !== undefined && isRecord(json) ? json[keeps.answerIn] : json;
}

function listIn(response: HttpResponse | undefined, operation: GivenOperation) {
  const list = response && recordIn(response, operation);
  return Array.isArray(list) ? (list as unknown[]) : undefined;
}

const shown = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 100);
