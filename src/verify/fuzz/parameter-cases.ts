import type { Schema } from '#contract';
import type { Api, ApiOperation, ApiParameter } from './api.ts';
import { candidates } from './candidates.ts';
import type { Expectation, FuzzCase } from './case.ts';
import type { Random } from './random.ts';
import { flatten, typeOf } from './schema.ts';
import type { Validator } from './validator.ts';

/** Cases about query, path and header parameters. */
export function parameterCases(
  api: Api,
  operation: ApiOperation,
  validator: Validator,
  random: Random,
): readonly FuzzCase[] {
  return [
    ...operation.parameters.flatMap((parameter) => {
      const values = textCandidates(api, parameter, random);
      if (parameter.in === 'query') return queryCases(api, operation, parameter, values, validator);
      return parameter.in === 'path'
        ? pathCases(operation, parameter)
        : headerCases(operation, parameter, values);
    }),
    ...unknownQueries(operation),
  ];
}

function textCandidates(api: Api, parameter: ApiParameter, random: Random): readonly string[] {
  const values = candidates(api.document, parameter.schema, random)
    .map(({ value }) => value)
    .filter((value) => value !== null && typeof value !== 'object')
    .map(textOf)
    // A lone surrogate has no UTF-8, so it can't be sent this way.
    .filter((text) => text.isWellFormed());
  const example = parameter.example === undefined ? [] : [textOf(parameter.example)];
  return [...new Set([...example, ...values])];
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function queryCases(
  api: Api,
  operation: ApiOperation,
  parameter: ApiParameter,
  values: readonly string[],
  validator: Validator,
): readonly FuzzCase[] {
  const { name } = parameter;
  const location = `query ${name}`;
  const key = encodeURIComponent(name);
  const schema = flatten(api.document, parameter.schema);
  const common = { operation, location, clause: 'SP-3.6' };
  const single = values.map((text): FuzzCase => ({
    ...common,
    what: JSON.stringify(text.slice(0, 40)),
    expect: expectText(validator, parameter, schema, text),
    query: `${key}=${encodeURIComponent(text)}`,
  }));
  const fitting = encodeURIComponent(values[0] ?? '1');
  const refused: Expectation = { kind: 'refused', statuses: [400], blame: { parameter: name } };
  return [
    ...single,
    {
      ...common,
      what: 'given twice',
      expect: refused,
      query: `${key}=${fitting}&${key}=${fitting}`,
    },
    ...[
      `${key}=%zz`,
      `${key}=%ff`,
      `${key}=%00`,
      key,
      `${key}[]=1`,
      `${key}[x]=1`,
      `${key}=${'9'.repeat(4000)}`,
    ].map((query): FuzzCase => ({
      ...common,
      what: `the query ${query.slice(0, 60)}`,
      expect: { kind: 'answered' },
      query,
    })),
  ];
}

/** Text has no type: only where it is written in the usual way is it clear what must come of it. */
function expectText(
  validator: Validator,
  parameter: ApiParameter,
  schema: Schema,
  text: string,
): Expectation {
  const refused: Expectation = {
    kind: 'refused',
    statuses: [400],
    blame: { parameter: parameter.name },
  };
  const type = typeOf(schema);
  // White space, a sign, an exponent around a number: whether that is the number is left open.
  if (type === 'integer' || type === 'number') {
    if (/^(-?(0|[1-9]\d{0,14})|-?\d{1,14}\.\d{1,6})$/.test(text)) {
      return validator.problem(parameter.pointer, Number(text)) === undefined
        ? { kind: 'accepted' }
        : refused;
    }
    return /^[a-z<_']/i.test(text) ? refused : { kind: 'answered' };
  }
  if (type === 'boolean')
    return text === 'true' || text === 'false' ? { kind: 'accepted' } : refused;
  if (type !== 'string') return { kind: 'answered' };
  if (text.includes('\u0000')) return { kind: 'answered' };
  // What is valid by the schema may still be refused: a cursor has a meaning that no schema states.
  return validator.problem(parameter.pointer, text) === undefined ? { kind: 'answered' } : refused;
}

/** Ids of nothing: well-formed, nearly so, and hostile. All of them are 404, and none more than that (SP-4.8). */
function pathCases(operation: ApiOperation, parameter: ApiParameter): readonly FuzzCase[] {
  const plain = [
    '0190f5c2-7b1a-7c3d-8e4f-5a6b7c8d9e0f',
    'x',
    '0',
    'null',
    '%20',
    'a'.repeat(300),
    encodeURIComponent('日本'),
    encodeURIComponent(`' OR '1'='1`),
    '..%2f..%2fetc%2fpasswd',
    '__proto__',
  ];
  const broken = ['%zz', '%ff', '%00', '%', '%2e%2e', 'a%0d%0ab'];
  const common = { operation, location: `path ${parameter.name}`, clause: 'SP-4.8' };
  const body = operation.body ? { body: { kind: 'acceptable' } as const } : {};
  return [
    ...plain.map((value): FuzzCase => ({
      ...common,
      ...body,
      what: `the id ${value.slice(0, 50)}`,
      expect: { kind: 'refused', statuses: [404] },
      path: { [parameter.name]: value },
    })),
    ...broken.map((value): FuzzCase => ({
      ...common,
      ...body,
      what: `the id ${value}`,
      expect: { kind: 'refused', statuses: [400, 404] },
      path: { [parameter.name]: value },
    })),
  ];
}

function headerCases(
  operation: ApiOperation,
  parameter: ApiParameter,
  values: readonly string[],
): readonly FuzzCase[] {
  // Node itself refuses to send other characters in a header.
  const sendable = values.filter((text) => /^[\t\x20-\x7e\x80-\xff]*$/.test(text));
  const odd = [
    '',
    '*',
    '"',
    '"a',
    'W/"1"',
    '"1", "2"',
    ',',
    'é',
    'x'.repeat(256),
    'x'.repeat(4000),
  ];
  return [...new Set([...sendable, ...odd])].map((value) => ({
    operation,
    location: `header ${parameter.name}`,
    what: JSON.stringify(value.slice(0, 40)),
    expect: { kind: 'answered' },
    clause: 'SP-2.1',
    headers: { [parameter.name]: value },
    ...(operation.body && { body: { kind: 'acceptable' } }),
  }));
}

function unknownQueries(operation: ApiOperation): readonly FuzzCase[] {
  const known = new Set(operation.parameters.map(({ name }) => name));
  const unknown = ['unexpected', '__proto__', 'constructor'].filter((name) => !known.has(name));
  return unknown.map((name) => ({
    operation,
    location: 'query',
    what: `the unknown parameter ${name}`,
    expect: { kind: 'refused', statuses: [400], blame: { parameter: name } },
    clause: 'SP-3.6',
    query: `${name}=1`,
    ...(operation.body && { body: { kind: 'acceptable' } }),
  }));
}
