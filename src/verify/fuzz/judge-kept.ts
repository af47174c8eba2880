import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../gate.ts';
import { type HttpResponse, jsonOf } from '../http/exchange.ts';
import type { Api } from './api.ts';
import type { FuzzCase } from './case.ts';
import { fuzzDiagnostics } from './fuzz.diagnostics.ts';
import { flatten, typeOf } from './schema.ts';

/** Is a value that was accepted in the answer as it was sent? Only where the profile has no other spelling for it. */
export function keptProblem(api: Api, one: FuzzCase, response: HttpResponse): Finding | undefined {
  const { body, operation, location, what } = one;
  if (body?.kind !== 'set' || response.status >= 300 || body.value === null) return undefined;
  // A merge patch adds to the object that is there (RFC 7396).
  if (operation.method === 'PATCH' && typeof body.value === 'object') return undefined;
  const { properties = {} } = flatten(api.document, operation.body?.schema ?? {});
  if (!Object.hasOwn(properties, body.property)) return undefined;
  const flat = flatten(api.document, properties[body.property] ?? {});
  const items = typeOf(flat) === 'array' ? flatten(api.document, flat.items ?? {}) : flat;
  // Times, ids, e-mails and exact decimals are answered in one spelling of many.
  const isRespelled =
    (items.format !== undefined && typeOf(items) === 'string') ||
    (typeof body.value === 'string' && /^-?\d+(\.\d*)?$/.test(body.value));
  const answer = jsonOf(response) as Record<string, unknown> | undefined;
  const got = answer?.[body.property];
  if (got === undefined || isRespelled) return undefined;
  if (isDeepStrictEqual(got, body.value) || flat.uniqueItems) return undefined;
  const text = JSON.stringify(got).slice(0, 80);
  return {
    ...fuzzDiagnostics.create('not-kept', { operation: operation.name, location, what, got: text }),
    clause: 'SP-1.2',
  };
}
