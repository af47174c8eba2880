import type { Exchange, HttpRequest } from '../http/exchange.ts';
import type { FuzzCase } from './case.ts';
import { type Resource, resourceOf } from './resources.ts';
import type { World } from './world.ts';

/** A request that was made for a case, and what came of it. */
export interface Performed {
  readonly request: HttpRequest;
  readonly exchange: Exchange;
  /** The JSON that was sent, where it was JSON. */
  readonly json?: unknown;
}

/** What shrinking takes away from a case. */
export interface Reduction {
  /** Properties of the body that are not sent. */
  readonly omitted: ReadonlySet<string>;
}

/**
 * Makes the request of a case and sends it. Undefined when it can't be made, because the service accepts
 * no record that its path needs: that is a finding of its own.
 */
export async function perform(
  world: World,
  one: FuzzCase,
  reduction?: Reduction,
): Promise<Performed | undefined> {
  const { operation } = one;
  const resource = resourceOf(world.resources, operation);
  const path = { ...one.path };
  if (resource && path[resource.parameter] === undefined) {
    const record = await (needsOwnRecord(one) ? world.create(resource) : world.record(resource));
    if (!record) return undefined;
    path[resource.parameter] = record.id;
  }
  const plain = await world.request(operation, path);
  const content = await bodyOf(world, one, reduction);
  const request: HttpRequest = {
    method: one.method ?? plain.method,
    target: one.query === undefined ? plain.target : `${plain.target}?${one.query}`,
    headers: withoutEmptyType({
      ...(await credentialsFor(world, one)),
      ...(content && { 'content-type': 'application/json' }),
      ...one.headers,
    }),
    ...(content && { body: content.body }),
  };
  const exchange = await world.client.send(request);
  await forgetDeleted(world, resource, request, exchange, path);
  return { request, exchange, ...(content && 'json' in content && { json: content.json }) };
}

/** A request that ends its session gets one of its own: all the others share theirs. */
async function credentialsFor(
  world: World,
  { operation, anonymous }: FuzzCase,
): Promise<Record<string, string>> {
  if (anonymous) return {};
  if (!operation.path.endsWith('/logout')) return world.credentials();
  return world.credentials(await world.register());
}

/** What is deleted must not be the record that other cases use. */
function needsOwnRecord({ operation, method, expect }: FuzzCase): boolean {
  return (method ?? operation.method) === 'DELETE' && expect.kind !== 'refused';
}

async function bodyOf(
  world: World,
  one: FuzzCase,
  reduction: Reduction | undefined,
): Promise<{ body: string | Buffer; json?: unknown } | undefined> {
  const { body, operation } = one;
  if (!body) return undefined;
  if (body.kind === 'bytes') return { body: body.bytes };
  if (body.kind === 'json') return asJson(body.value);
  // A merge patch changes what it names: nothing else needs to be sent.
  const isPatch = operation.method === 'PATCH' && body.kind !== 'acceptable';
  const base: Record<string, unknown> = isPatch ? {} : await world.bodies.make(operation);
  if (body.kind === 'set') define(base, body.property, body.value);
  if (body.kind === 'without') delete base[body.property];
  for (const property of reduction?.omitted ?? []) delete base[property];
  return asJson(base);
}

function asJson(json: unknown): { body: string; json: unknown } {
  return { body: JSON.stringify(json), json };
}

/** A property called `__proto__` is a property like any other here. */
function define(object: Record<string, unknown>, property: string, value: unknown): void {
  Object.defineProperty(object, property, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function withoutEmptyType(headers: Record<string, string>): Record<string, string> {
  const { 'content-type': type, ...others } = headers;
  return type === undefined || type === '' ? others : headers;
}

async function forgetDeleted(
  world: World,
  resource: Resource | undefined,
  request: HttpRequest,
  { response }: Exchange,
  path: Readonly<Record<string, string>>,
): Promise<void> {
  if (!resource || request.method !== 'DELETE' || !response || response.status >= 300) return;
  await world.forget(resource, path[resource.parameter] ?? '');
}
