import type { Api, ApiOperation } from './api.ts';
import { candidates } from './candidates.ts';
import type { FuzzCase } from './case.ts';
import { expectValue } from './judge-value.ts';
import type { Random } from './random.ts';
import type { Schema } from '#contract';
import { flatten, resolve } from './schema.ts';
import type { Validator } from './validator.ts';

/** Cases about the JSON of a request body: each property with each value worth trying, missing, and unknown ones. */
export function bodyCases(
  api: Api,
  operation: ApiOperation,
  validator: Validator,
  random: Random,
): readonly FuzzCase[] {
  const { body } = operation;
  if (!body) return [];
  const schema = flatten(api.document, body.schema);
  const required = new Set(schema.required);
  const at = resolve(api.document, body.schema, body.pointer).pointer;
  const cases: FuzzCase[] = [
    {
      operation,
      location: 'body',
      what: 'an acceptable body',
      expect: { kind: 'accepted' },
      clause: 'SP-1.12',
      body: { kind: 'acceptable' },
    },
  ];
  for (const [property, propertySchema] of Object.entries(schema.properties ?? {})) {
    const location = `body /${property}`;
    const blame = { pointer: `/${escape(property)}` };
    const pointer = `${at}/properties/${escape(property)}`;
    for (const { value, what } of candidates(api.document, propertySchema, random)) {
      const expect = expectValue(validator, pointer, value, blame);
      cases.push({
        operation,
        location,
        what,
        expect,
        clause: 'SP-2.3',
        body: { kind: 'set', property, value },
      });
    }
    cases.push({
      operation,
      location,
      what: 'no value',
      expect: required.has(property)
        ? { kind: 'refused', statuses: [422], blame }
        : { kind: 'accepted' },
      clause: 'SP-1.12',
      body: { kind: 'without', property },
    });
  }
  if (schema.additionalProperties === false) cases.push(...unknownProperties(operation, schema));
  return [...cases, ...wholeBodies(operation)];
}

function unknownProperties(operation: ApiOperation, schema: Schema): readonly FuzzCase[] {
  const names = ['unexpected', 'id', 'createdAt', 'tenantId', 'constructor', 'toString'];
  return names
    .filter((name) => !Object.hasOwn(schema.properties ?? {}, name))
    .map((property) => ({
      operation,
      location: `body /${property}`,
      what: 'an unknown property',
      expect: { kind: 'refused', statuses: [422], blame: { pointer: `/${property}` } },
      clause: 'SP-1.10',
      body: { kind: 'set', property, value: 'x' },
    }));
}

function wholeBodies(operation: ApiOperation): readonly FuzzCase[] {
  return [null, true, 7, 'text', [], [{}]].map((value) => ({
    operation,
    location: 'body',
    what: `${JSON.stringify(value)} instead of an object`,
    expect: { kind: 'refused', statuses: [400, 422] },
    clause: 'SP-2.5',
    body: { kind: 'json', value },
  }));
}

function escape(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
