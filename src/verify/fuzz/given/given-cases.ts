import { isRecord } from '#blueprint';
import type { HttpRequest } from '../../http/exchange.ts';
import type { Random } from '../random.ts';
import { flatObject } from './flat-object.ts';
import type { GivenOperation, GivenParameter } from './given-operations.ts';
import { givenSample } from './given-sample.ts';
import type { GivenSchemas } from './given-schemas.ts';
import { serialise } from './serialise.ts';

type Json = Readonly<Record<string, unknown>>;

/** A request to an operation of a contract that was given, and what must come of it. */
export interface GivenCase {
  readonly operation: GivenOperation;
  readonly location: string;
  readonly what: string;
  readonly request: HttpRequest;
  /** `taken`: not refused for its form; else refused with one of these. */
  readonly expect: 'taken' | readonly number[];
}

/** The values of a request that the contract allows. */
interface Values {
  readonly parameters: ReadonlyMap<GivenParameter, unknown>;
  readonly body: { readonly type: string; readonly content: string } | undefined;
}

const WRONG: readonly unknown[] = [null, true, 7.5, -1e9, 'no-such-value', '', [], {}, [[]]];
const REFUSED = [400, 404, 422];

/** The cases of one operation; none if no valid request to it can be made up. */
export function givenCases(
  document: Json,
  operation: GivenOperation,
  schemas: GivenSchemas,
  random: Random,
): readonly GivenCase[] {
  const make = (
    location: string,
    what: string,
    expect: GivenCase['expect'],
    values: Values,
  ): GivenCase => ({ operation, location, what, expect, request: requestOf(operation, values) });
  const all = sampled(document, operation, schemas, random, true);
  const least = sampled(document, operation, schemas, random, false);
  if (!all || !least) return [];
  const valid = [
    make('request', 'everything that it takes', 'taken', all),
    make('request', 'no more than it needs', 'taken', least),
    ...otherBodies(document, operation, schemas, random).map(([what, body]) =>
      make('body', what, 'taken', { ...least, body }),
    ),
  ];
  const withParameter = (parameter: GivenParameter, value: unknown) => ({
    ...least,
    parameters: new Map([...least.parameters, [parameter, value]]),
  });
  const wrongParameters = operation.parameters.flatMap((parameter) => {
    const at = `${parameter.in} ${parameter.name}`;
    const without = new Map([...least.parameters].filter(([one]) => one !== parameter));
    const missing =
      parameter.required && parameter.in !== 'path'
        ? [make(at, 'nothing', REFUSED, { ...least, parameters: without })]
        : [];
    // Nearly every text is an object of some properties.
    const isObject = flatObject(document, parameter.schema).length > 0;
    const wrong = isObject ? undefined : wrongText(parameter, schemas);
    return [
      ...missing,
      ...(wrong === undefined
        ? []
        : [make(at, JSON.stringify(wrong), REFUSED, withParameter(parameter, wrong))]),
    ];
  });
  return [
    ...valid,
    ...wrongParameters,
    ...wrongBodies(document, operation, schemas, least).map(([what, body, expect]) =>
      make('body', what, expect, { ...least, body }),
    ),
  ];
}

function sampled(
  document: Json,
  operation: GivenOperation,
  schemas: GivenSchemas,
  random: Random,
  everything: boolean,
): Values | undefined {
  const parameters = new Map<GivenParameter, unknown>();
  for (const parameter of operation.parameters) {
    if (!parameter.required && !everything) continue;
    // An empty path segment leads elsewhere; an empty list is not sent at all.
    const isSent = (value: unknown) => value !== '' && !isEmpty(value);
    const { schema, pointer } = parameter;
    const made = givenSample(document, schema, pointer, schemas, random, isSent);
    if (made) parameters.set(parameter, made.value);
    else if (parameter.required) return undefined;
  }
  const { body } = operation;
  const [json] = body?.content.filter(({ type }) => isJson(type)) ?? [];
  if (!body || (!body.required && !everything)) return { parameters, body: undefined };
  if (!json) {
    const [other] = otherBodies(document, operation, schemas, random);
    return other || !body.required ? { parameters, body: other?.[1] } : undefined;
  }
  const made = givenSample(document, json.schema, json.pointer, schemas, random);
  if (!made) return undefined;
  return { parameters, body: { type: json.type, content: JSON.stringify(made.value) } };
}

/** Bodies that are not JSON: forms and texts. */
function otherBodies(
  document: Json,
  { body }: GivenOperation,
  schemas: GivenSchemas,
  random: Random,
): readonly (readonly [string, { type: string; content: string }])[] {
  return (body?.content ?? []).flatMap(({ type, schema, pointer }) => {
    const isForm = type === 'application/x-www-form-urlencoded';
    const isText = type === 'text/plain' || type === 'text/csv';
    if (!isForm && !isText) return [];
    const made = givenSample(document, schema, pointer, schemas, random);
    if (!made || (isForm && !isFlat(made.value)) || (isText && typeof made.value !== 'string'))
      return [];
    const content = isForm ? formText(made.value as Json) : String(made.value);
    return [[type, { type, content }] as const];
  });
}

function wrongBodies(
  document: Json,
  { body }: GivenOperation,
  schemas: GivenSchemas,
  least: Values,
): readonly (readonly [string, Values['body'], readonly number[]])[] {
  const json = body?.content.find(({ type }) => isJson(type));
  if (!body || !json) return [];
  const { type, pointer } = json;
  const isRefused = (value: unknown) => schemas.problem(pointer, 'request', value) !== undefined;
  const asBody = (value: unknown) => ({ type, content: JSON.stringify(value) });
  const base: unknown = least.body && isJson(least.body.type) ? JSON.parse(least.body.content) : {};
  const whole = WRONG.filter(isRefused).slice(0, 3);
  const variants = isRecord(base) ? spoiled(base, flatObject(document, json.schema)) : [];
  return [
    ...whole.map((value) => [JSON.stringify(value), asBody(value), REFUSED] as const),
    ...variants.flatMap((one) =>
      one
        .filter(([, value]) => isRefused(value))
        .slice(0, 3)
        .map(([what, value]) => [what, asBody(value), REFUSED] as const),
    ),
    ['half an object', { type, content: '{' }, [400]],
    ['a prototype', { type, content: '{"__proto__": {}}' }, [400]],
    ['another type', { type: 'application/x-nothing', content: 'x' }, [415]],
  ];
}

/** By property: bodies with it missing, or of another type. */
function spoiled(
  base: Json,
  names: readonly string[],
): readonly (readonly (readonly [string, unknown])[])[] {
  return names.slice(0, 30).map((name) => {
    const { [name]: _, ...others } = base;
    const wrong = WRONG.map(
      (value) => [`${name}: ${JSON.stringify(value)}`, { ...base, [name]: value }] as const,
    );
    return [[`without ${name}`, others] as const, ...wrong];
  });
}

/** A text that can't be what a parameter is, by its schema; undefined if any text may be. */
function wrongText(parameter: GivenParameter, schemas: GivenSchemas): string | undefined {
  if (parameter.isJson || parameter.style === 'deepObject') return undefined;
  const texts = ['no such value', '-99999999999', '0.5', 'x'.repeat(3000)];
  return texts.find((text) => {
    const readings: readonly unknown[] = [
      text,
      [text],
      ...(/^-?[\d.]+$/.test(text) ? [Number(text), [Number(text)]] : []),
    ];
    return readings.every(
      (one) => schemas.problem(parameter.pointer, 'request', one) !== undefined,
    );
  });
}

function requestOf(operation: GivenOperation, { parameters, body }: Values): HttpRequest {
  let target = operation.path;
  const query: string[] = [];
  const cookies: string[] = [];
  const headers: Record<string, string> = {};
  for (const [parameter, value] of parameters) {
    const text = serialise(parameter, value);
    if (parameter.in === 'path') target = target.replace(`{${parameter.name}}`, () => text);
    else if (parameter.in === 'query') query.push(text);
    else if (parameter.in === 'cookie') cookies.push(text);
    else headers[parameter.name.toLowerCase()] = text;
  }
  if (cookies.length > 0) headers['cookie'] = cookies.join('; ');
  if (body) headers['content-type'] = body.type;
  return {
    method: operation.method,
    target: lineText(target) + (query.length > 0 ? `?${query.join('&')}` : ''),
    headers,
    ...(body && { body: body.content }),
  };
}

/** What is not allowed in a request line, encoded; what is encoded already stays. */
function lineText(target: string): string {
  return target.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, encodeURIComponent);
}

const isJson = (type: string) => /^[^/]+\/(?:json|[^;]*\+json)(?:;|$)/i.test(type);

const isEmpty = (value: unknown) =>
  Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0;

/** Values that a form can hold without words of its own for structure. */
function isFlat(value: unknown): value is Json {
  return (
    isRecord(value) &&
    Object.values(value).every((item) =>
      Array.isArray(item) ? item.every(isPlain) : isPlain(item),
    )
  );
}

const isPlain = (value: unknown) => typeof value !== 'object';

function formText(value: Json): string {
  return Object.entries(value)
    .flatMap(([name, item]) => (Array.isArray(item) ? item : [item]).map((one) => [name, one]))
    .map((pair) => pair.map((one) => encodeURIComponent(String(one))).join('='))
    .join('&');
}
