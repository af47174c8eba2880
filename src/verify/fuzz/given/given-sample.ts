import { isRecord, lookUp } from '#blueprint';
import type { Random } from '../random.ts';
import { regexSample } from '../regex-sample.ts';
import type { GivenSchemas } from './given-schemas.ts';

type Json = Readonly<Record<string, unknown>>;

const ATTEMPTS = 12;
const DEEPEST = 5;

/** A value that a schema accepts: its own example if that is one, else made up; undefined if none is found. */
export function givenSample(
  document: Json,
  schema: unknown,
  pointer: string,
  schemas: GivenSchemas,
  random: Random,
  isUsable: (value: unknown) => boolean = () => true,
): { readonly value: unknown } | undefined {
  const fits = (value: unknown) =>
    schemas.problem(pointer, 'request', value) === undefined && isUsable(value);
  const own = isRecord(schema) ? [schema['example'], schema['default']] : [];
  for (const value of own.filter((one) => one !== undefined)) {
    if (fits(value)) return { value };
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const value = new Sampler(document, random, attempt).sample(schema, 0);
    if (fits(value)) return { value };
  }
  return undefined;
}

class Sampler {
  readonly #document: Json;
  readonly #random: Random;
  /** Later attempts leave out more of what may be left out. */
  readonly #attempt: number;

  constructor(document: Json, random: Random, attempt: number) {
    this.#document = document;
    this.#random = random;
    this.#attempt = attempt;
  }

  sample(schema: unknown, depth: number): unknown {
    const flat = this.#flat(schema, 0);
    if ('const' in flat) return flat['const'];
    if (Array.isArray(flat['enum'])) {
      const values = flat['enum'].filter((value) => value !== null);
      return values.length === 0 ? null : this.#random.pick(values);
    }
    const types = [flat['type']].flat().filter((type) => typeof type === 'string');
    const type = types.find((one) => one !== 'null') ?? types[0];
    if (type === 'array' || (type === undefined && flat['items'] !== undefined))
      return this.#list(flat, depth);
    if (type === 'object' || (type === undefined && flat['properties'] !== undefined))
      return this.#object(flat, depth);
    if (type === 'integer' || type === 'number') return this.#number(flat, type === 'integer');
    if (type === 'boolean') return this.#random.below(2) === 1;
    if (type === 'null') return null;
    return this.#text(flat);
  }

  /** References followed, `allOf` laid together, one of several chosen. */
  #flat(schema: unknown, depth: number): Json {
    let node = schema;
    for (let step = 0; step < 32 && isRecord(node) && typeof node['$ref'] === 'string'; step += 1)
      node = lookUp(this.#document, node['$ref'].slice(1));
    if (!isRecord(node) || depth > 20) return {};
    const { allOf, anyOf, oneOf, ...own } = node;
    const members = Array.isArray(allOf) ? allOf : [];
    const chosen = [anyOf, oneOf].flatMap((branches) =>
      Array.isArray(branches) && branches.length > 0 ? [this.#random.pick(branches)] : [],
    );
    return [...members, ...chosen]
      .map((part) => this.#flat(part, depth + 1))
      .reduce<Json>((all, part) => merged(all, part), own);
  }

  #object(flat: Json, depth: number): unknown {
    const required = new Set(Array.isArray(flat['required']) ? flat['required'] : []);
    const properties = isRecord(flat['properties']) ? flat['properties'] : {};
    const optional = depth < DEEPEST ? Math.max(0, 70 - this.#attempt * 12) : 0;
    const least = typeof flat['minProperties'] === 'number' ? flat['minProperties'] : 0;
    const kept = Object.entries(properties).filter(([name, property], index) => {
      if (this.#flat(property, 0)['readOnly'] === true) return false;
      return required.has(name) || index < least || this.#random.below(100) < optional;
    });
    const value = Object.fromEntries(
      kept.map(([name, property]) => [name, this.sample(property, depth + 1)]),
    );
    for (const name of required) value[String(name)] ??= this.sample({}, depth);
    const others = flat['additionalProperties'];
    for (let count = Object.keys(value).length; count < least; count += 1)
      value[`other${count}`] = this.sample(isRecord(others) ? others : {}, depth + 1);
    return value;
  }

  #list(flat: Json, depth: number): unknown {
    const least = typeof flat['minItems'] === 'number' ? flat['minItems'] : 0;
    const most = typeof flat['maxItems'] === 'number' ? flat['maxItems'] : least + 2;
    const wanted = depth < DEEPEST ? this.#random.between(least, Math.min(most, least + 2)) : least;
    const items = Array.from({ length: Math.min(wanted, 200) }, () =>
      this.sample(flat['items'] ?? { type: 'string' }, depth + 1),
    );
    if (flat['uniqueItems'] !== true) return items;
    return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
  }

  #number(flat: Json, isInteger: boolean): number {
    const of = (key: string) => (typeof flat[key] === 'number' ? flat[key] : undefined);
    const step = of('multipleOf') ?? (isInteger ? 1 : 0.5);
    const low = (of('exclusiveMinimum') ?? -Infinity) + step;
    const from = Math.max(of('minimum') ?? -Infinity, low);
    const above = flat['exclusiveMinimum'] === true ? step : 0;
    const high = Math.min(of('maximum') ?? Infinity, (of('exclusiveMaximum') ?? Infinity) - step);
    const below = flat['exclusiveMaximum'] === true ? step : 0;
    const start = Number.isFinite(from) ? from + above : Math.min(1, high - below);
    const first = Math.ceil(start / step);
    const last = Math.floor(Math.min(high - below, start + 1000 * step) / step);
    return this.#random.between(first, Math.max(first, last)) * step;
  }

  #text(flat: Json): string {
    const format = FORMATS[String(flat['format'])];
    if (format !== undefined) return format;
    const least = typeof flat['minLength'] === 'number' ? flat['minLength'] : 0;
    const most = typeof flat['maxLength'] === 'number' ? flat['maxLength'] : Infinity;
    if (typeof flat['pattern'] === 'string') {
      for (let attempt = 0; attempt < 20; attempt += 1) {
        const text = this.#fromPattern(flat['pattern']);
        if (text.length >= least && text.length <= most) return text;
      }
    }
    const letters = Array.from({ length: 6 }, () =>
      String.fromCodePoint(97 + this.#random.below(26)),
    );
    return letters.join('').padEnd(Math.min(least, 10_000), 'x').slice(0, most);
  }

  #fromPattern(pattern: string): string {
    try {
      return regexSample(pattern, this.#random);
    } catch {
      return 'x';
    }
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-03-02',
  'date-time': '2026-03-02T09:30:00Z',
  time: '09:30:00Z',
  duration: 'P1D',
  email: 'ada@example.com',
  'idn-email': 'ada@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/a',
  url: 'https://example.com/a',
  'uri-reference': '/a',
  'uri-template': '/a/{b}',
  uuid: '0190f5c2-7b1a-7c3d-8e4f-5a6b7c8d9e0f',
  byte: 'YWJj',
  'json-pointer': '/a',
  regex: '^a$',
};

/** Two schemas at once: properties of both, the rest from the later one. */
function merged(a: Json, b: Json): Json {
  const both = (key: string) => ({
    ...(isRecord(a[key]) ? a[key] : {}),
    ...(isRecord(b[key]) ? b[key] : {}),
  });
  const required = [a['required'], b['required']].flatMap((list): unknown[] =>
    Array.isArray(list) ? list : [],
  );
  return {
    ...a,
    ...b,
    ...(required.length > 0 && { required }),
    ...((a['properties'] ?? b['properties']) !== undefined && { properties: both('properties') }),
  };
}
