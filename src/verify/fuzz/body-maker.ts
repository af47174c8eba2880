import type { Schema } from '#contract';
import { type HttpRequest, type HttpResponse, jsonOf } from '../http/exchange.ts';
import type { ApiOperation } from './api.ts';
import { whyRefused } from './judge-problem.ts';
import type { Random } from './random.ts';
import { referredResources, type Resource } from './resources.ts';
import { sample } from './sample.ts';
import { flatten, typeOf } from './schema.ts';
import type { World } from './world.ts';

type Body = Record<string, unknown>;

/** An accepted request, and what it was answered. */
export interface Accepted {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
  readonly json: Readonly<Record<string, unknown>>;
  readonly etag: string | undefined;
}

/** What has been learned about the bodies of one operation. */
interface Lesson {
  /** A body that was accepted. */
  readonly template: Body;
  /** Properties whose values must differ from record to record. */
  readonly varied: Set<string>;
}

/** How often a refused body is changed and sent again before the operation counts as never accepting. */
const ATTEMPTS = 40;

/**
 * Finds bodies that the service accepts. Schemas don't state rules, duplicates or which records exist:
 * the service's own refusals do, so each is taken as a hint for the next attempt.
 */
export class BodyMaker {
  readonly #world: World;
  readonly #random: Random;
  readonly #lessons = new Map<string, Lesson>();
  /** Property → the resource that it turned out to refer to. */
  readonly #references = new Map<string, Resource>();
  readonly #refusals = new Map<string, string>();

  constructor(world: World, random: Random) {
    this.#world = world;
    this.#random = random;
  }

  /** A body that should be accepted: as one that was, with the properties renewed that must differ. */
  async make(operation: ApiOperation): Promise<Body> {
    const lesson = this.#lessons.get(lessonOf(operation));
    if (!lesson) return this.#sampled(operation, 100, new Set());
    const fresh = this.#sample(operation, 100) as Body;
    const renewed = [...lesson.varied].filter((property) => property in lesson.template);
    const values = Object.fromEntries(renewed.map((property) => [property, fresh[property]]));
    // What refers to a record still has to.
    return {
      ...structuredClone(lesson.template),
      ...(await this.#withReferences(operation, values)),
    };
  }

  /** Takes over what was learned about a similar operation: what could be created can replace. */
  adopt(operation: ApiOperation, from: ApiOperation): void {
    const lesson = this.#lessons.get(lessonOf(from));
    if (!lesson || !operation.body) return;
    const allowed = this.#schema(operation).properties ?? {};
    const kept = Object.entries(lesson.template).filter(([property]) => property in allowed);
    this.#lessons.set(lessonOf(operation), {
      template: Object.fromEntries(kept),
      varied: lesson.varied,
    });
  }

  /** Why the last body of an operation was refused. */
  lastRefusal(operation: ApiOperation): string {
    return this.#refusals.get(operation.name) ?? 'none';
  }

  /** Sends bodies until one is accepted; undefined when none is. */
  async accepted(operation: ApiOperation): Promise<Accepted | undefined> {
    const omitted = new Set<string>();
    let body = await this.make(operation);
    const varied = this.#lessons.get(lessonOf(operation))?.varied ?? new Set<string>();
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const request = {
        method: operation.method,
        target: operation.path,
        headers: { ...this.#world.credentials(), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      };
      const { response } = await this.#world.client.send(request);
      if (!response || response.status >= 500) {
        this.#refusals.set(operation.name, response ? String(response.status) : 'no answer');
        return undefined;
      }
      const json = jsonOf(response) as Body | undefined;
      if (response.status < 300 && json) {
        this.#lessons.set(lessonOf(operation), { template: body, varied });
        return { request, response, json, etag: response.headers['etag'] };
      }
      this.#refusals.set(operation.name, `${response.status}${whyRefused(response)}`);
      body = await this.#improved(operation, body, errorsOf(json), omitted, varied, attempt);
    }
    return undefined;
  }

  /** Another body, with what the refusal blamed changed. */
  async #improved(
    operation: ApiOperation,
    body: Body,
    errors: readonly Blamed[],
    omitted: Set<string>,
    varied: Set<string>,
    attempt: number,
  ): Promise<Body> {
    const blamed = errors.filter(({ property }) => property in body);
    // Nothing to go by, or going by it has not helped: begin anew, with fewer and fewer properties.
    if (blamed.length === 0 || attempt % 8 === 7) {
      return this.#sampled(operation, Math.max(0, 100 - attempt * 4), omitted);
    }
    const next = { ...body };
    const fresh = await this.#sampled(operation, 100, omitted);
    const required = new Set(this.#schema(operation).required);
    for (const { property, code } of blamed) {
      if (code === 'duplicate') varied.add(property);
      if (code === 'missing-reference') await this.#tryAnother(property, attempt);
      if (code === 'rule' && !required.has(property) && attempt % 2 === 1) {
        omitted.add(property);
        delete next[property];
      } else next[property] = fresh[property];
    }
    return this.#withReferences(operation, next);
  }

  async #sampled(
    operation: ApiOperation,
    optional: number,
    omitted: ReadonlySet<string>,
  ): Promise<Body> {
    const body = this.#sample(operation, optional) as Body;
    const required = new Set(this.#schema(operation).required);
    const kept = Object.entries(body).filter(([name]) => required.has(name) || !omitted.has(name));
    return this.#withReferences(operation, Object.fromEntries(kept));
  }

  #sample(operation: ApiOperation, optional: number): unknown {
    const root = this.#world.api.document;
    return sample(operation.body?.schema ?? {}, { root, random: this.#random, optional });
  }

  /** Ids of records that exist, in place of ids that were made up; those of what can't be made are left out. */
  async #withReferences(operation: ApiOperation, body: Body): Promise<Body> {
    const { properties = {}, required = [] } = this.#schema(operation);
    const next = { ...body };
    for (const [property, value] of Object.entries(body)) {
      const many = Array.isArray(value);
      if (!isReference(this.#world.api.document, property, properties[property])) continue;
      const resource = this.#references.get(property) ?? this.#likeliest(property);
      // A record that refers to its own kind begins without.
      const own = resource?.create === operation || resource?.collection === operation.path;
      const id =
        resource && !(own && !required.includes(property)) ? await this.#idOf(resource) : undefined;
      if (id !== undefined) next[property] = many ? [id] : id;
      else if (many) next[property] = [];
      else if (!required.includes(property)) delete next[property];
    }
    return next;
  }

  async #idOf(resource: Resource): Promise<string | undefined> {
    return (await this.#world.record(resource))?.id;
  }

  #likeliest(property: string): Resource | undefined {
    return referredResources(this.#world.api, this.#world.resources, property)[0];
  }

  /** The service knows no such record: the property must refer to another resource. */
  async #tryAnother(property: string, attempt: number): Promise<void> {
    const options = referredResources(this.#world.api, this.#world.resources, property);
    const next = options[(attempt + 1) % options.length];
    if (next) this.#references.set(property, next);
  }

  #schema(operation: ApiOperation): Schema {
    return flatten(this.#world.api.document, operation.body?.schema ?? {});
  }
}

interface Blamed {
  readonly property: string;
  readonly code: string;
}

/** The properties that a problem document blames (SP-2.1). */
function errorsOf(problem: Body | undefined): readonly Blamed[] {
  const errors = Array.isArray(problem?.['errors']) ? (problem['errors'] as unknown[]) : [];
  return errors.map((error) => {
    const { pointer, code } = error as { pointer?: unknown; code?: unknown };
    const property = typeof pointer === 'string' ? (pointer.split('/')[1] ?? '') : '';
    return { property: property.replaceAll('~1', '/').replaceAll('~0', '~'), code: String(code) };
  });
}

/** `customerId`, `tagIds`: ids of records, by name and format. */
function isReference(root: unknown, property: string, schema: Schema | undefined): boolean {
  if (!schema || !/Ids?$/.test(property)) return false;
  const flat = flatten(root, schema);
  const item = typeOf(flat) === 'array' ? flatten(root, flat.items ?? {}) : flat;
  return item.format === 'uuid';
}

const lessonOf = ({ name }: ApiOperation) => name;
