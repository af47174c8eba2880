import { AsyncLocalStorage } from 'node:async_hooks';
import { type HttpRequest, jsonOf } from '../http/exchange.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { Api, ApiOperation } from './api.ts';
import { BodyMaker } from './body-maker.ts';
import type { Random } from './random.ts';
import { findResources, type Resource } from './resources.ts';
import { sample } from './sample.ts';

/** A record that the fuzzer made or found, and the request that made it. */
export interface KnownRecord {
  readonly id: string;
  readonly resource: Resource;
  readonly made?: HttpRequest;
  /** The answer that showed it first. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly etag?: string;
}

/** The password of every account that the fuzzer makes. */
export const PASSWORD = 'correct horse battery';

/** What the fuzzer knows about the service while it runs: its account, its records, what bodies are accepted. */
export class World {
  readonly api: Api;
  readonly client: HttpClient;
  readonly resources: readonly Resource[];
  readonly bodies: BodyMaker;
  readonly #random: Random;
  readonly #records = new Map<Resource, Promise<KnownRecord | undefined>>();
  /** The resources whose records wait for the one that is being made. */
  readonly #waiting = new AsyncLocalStorage<readonly Resource[]>();
  /** By id: to write a curl that makes what a request refers to. */
  readonly known = new Map<string, KnownRecord>();
  #token: string | undefined;

  constructor(api: Api, client: HttpClient, random: Random) {
    this.api = api;
    this.client = client;
    this.resources = findResources(api);
    this.#random = random;
    this.bodies = new BodyMaker(this, random.fork('bodies'));
  }

  /** Registers an account where the contract has accounts, and uses it from then on. */
  async signIn(): Promise<void> {
    this.#token = await this.register();
  }

  /**
   * The token of a new account; undefined where there are none or registering fails (its own cases will tell).
   * @param given properties that it is to have
   */
  async register(given: Readonly<Record<string, string>> = {}): Promise<string | undefined> {
    const operation = this.api.operations.find(
      ({ method, path }) => method === 'POST' && path.endsWith('/auth/register'),
    );
    if (!operation?.body) return undefined;
    for (let attempt = 0; attempt < 5; attempt += 1) {
      // Of what need not be given, a reference may lead to no record: there are none yet.
      const optional = attempt === 0 ? 100 : 0;
      const context = { root: this.api.document, random: this.#random, optional };
      const sampled = sample(operation.body.schema, context) as Record<string, unknown>;
      const body = JSON.stringify({ ...sampled, password: PASSWORD, ...given });
      const { response } = await this.client.send({
        method: 'POST',
        target: operation.path,
        headers: { 'content-type': 'application/json' },
        body,
      });
      const { token } = (response && (jsonOf(response) as { token?: unknown } | undefined)) ?? {};
      if (typeof token === 'string') return token;
    }
    return undefined;
  }

  /** The headers of a request that is allowed to do what the account may. */
  credentials(token = this.#token): Record<string, string> {
    return token === undefined ? {} : { authorization: `Bearer ${token}` };
  }

  /**
   * A record of a resource that stays: the same one at every call, until it is forgotten. Undefined within
   * the making of that record: where records refer to each other in a circle, one has to begin without.
   */
  async record(resource: Resource): Promise<KnownRecord | undefined> {
    const waiting = this.#waiting.getStore() ?? [];
    if (waiting.includes(resource)) return undefined;
    let found = this.#records.get(resource);
    if (!found) {
      found = this.#waiting.run([...waiting, resource], () =>
        resource.create ? this.create(resource) : this.#first(resource),
      );
      this.#records.set(resource, found);
    }
    return found;
  }

  /** Forgets the stable record of a resource if it is the one with that id. */
  async forget(resource: Resource, id: string): Promise<void> {
    if ((await this.#records.get(resource))?.id === id) this.#records.delete(resource);
  }

  /** Makes a new record; undefined when the service accepts nothing. */
  async create(resource: Resource): Promise<KnownRecord | undefined> {
    const operation = resource.create;
    if (!operation) return undefined;
    const accepted = await this.bodies.accepted(operation);
    return accepted && this.#remember(resource, accepted.request, accepted.json, accepted.etag);
  }

  /** A request to an operation with credentials, its path parameters filled from records. */
  async request(
    operation: ApiOperation,
    path: Readonly<Record<string, string>>,
  ): Promise<HttpRequest> {
    let target = operation.path;
    for (const [name, value] of Object.entries(path)) target = target.replace(`{${name}}`, value);
    return { method: operation.method, target, headers: this.credentials() };
  }

  async #first(resource: Resource): Promise<KnownRecord | undefined> {
    if (!resource.list) return undefined;
    const request = await this.request(resource.list, {});
    const { response } = await this.client.send(request);
    const page =
      response && (jsonOf(response) as { items?: Record<string, unknown>[] } | undefined);
    const [json] = page?.items ?? [];
    return json && this.#remember(resource, undefined, json, undefined);
  }

  #remember(
    resource: Resource,
    made: HttpRequest | undefined,
    json: Readonly<Record<string, unknown>>,
    etag: string | undefined,
  ): KnownRecord | undefined {
    const { id } = json;
    if (typeof id !== 'string') return undefined;
    const record = {
      id,
      resource,
      json,
      ...(made && { made }),
      ...(etag !== undefined && { etag }),
    };
    this.known.set(id, record);
    return record;
  }
}
