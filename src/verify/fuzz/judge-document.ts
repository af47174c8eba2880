import type { Schema } from '#contract';
import type { Finding } from '../gate.ts';
import { type HttpRequest, type HttpResponse, jsonOf, mediaType } from '../http/exchange.ts';
import type { Api, ApiOperation, ApiResponse } from './api.ts';
import { fuzzDiagnostics } from './fuzz.diagnostics.ts';
import { leakIn } from './judge-problem.ts';
import { flatten, resolve } from './schema.ts';
import type { Validator } from './validator.ts';

/** Holds an answer against what the contract says of it: content type, schema, headers, and no leaks. */
export function documentProblems(
  by: { readonly api: Api; readonly validator: Validator },
  { name: operation }: ApiOperation,
  documented: ApiResponse,
  response: HttpResponse,
  request: HttpRequest,
): readonly Finding[] {
  const { status } = response;
  const findings: Finding[] = [];
  const type = mediaType(response);
  const pointer = documented.content.get(type);
  const isEmpty = documented.content.size === 0;
  if (isEmpty ? response.text !== '' : !documented.content.has(type)) {
    const shown = isEmpty ? `${type}, though it has no content` : type;
    findings.push({
      ...fuzzDiagnostics.create('undocumented-type', { operation, status, type: shown }),
      clause: status >= 400 ? 'SP-2.1' : 'SP-13.3',
    });
  } else if (pointer !== undefined && type.endsWith('json')) {
    findings.push(...bodyProblems(by, operation, pointer, response));
  }
  for (const header of documented.headers) {
    const value = response.headers[header.name];
    const problem = headerProblem(by.validator, header, value);
    if (problem !== undefined) {
      findings.push({
        ...fuzzDiagnostics.create('header-wrong', {
          operation,
          status,
          header: header.name,
          problem,
        }),
        clause: 'SP-13.3',
      });
    }
  }
  const leak = status >= 400 ? leakIn(response, request) : undefined;
  if (leak !== undefined) {
    findings.push({
      ...fuzzDiagnostics.create('problem-leaks', { operation, status, text: leak }),
      clause: 'SP-2.4',
    });
  }
  return findings;
}

function bodyProblems(
  by: { readonly api: Api; readonly validator: Validator },
  operation: string,
  pointer: string,
  response: HttpResponse,
): readonly Finding[] {
  const { status } = response;
  const json = jsonOf(response);
  const problem =
    json === undefined
      ? 'it is no JSON'
      : (by.validator.problem(pointer, json) ?? problemStatus(response, json));
  if (problem !== undefined) {
    return [
      {
        ...fuzzDiagnostics.create('schema-broken', { operation, status, problem }),
        clause: 'SP-13.3',
      },
    ];
  }
  // Problem documents may be extended (RFC 9457, section 3.2); records may not.
  if (status >= 400) return [];
  const schema = resolve(by.api.document, { $ref: `#${encoded(pointer)}` }).node;
  const property = undocumentedProperty(by.api.document, schema, json);
  if (property === undefined) return [];
  return [
    {
      ...fuzzDiagnostics.create('undocumented-property', { operation, status, property }),
      clause: 'SP-1.11',
    },
  ];
}

function problemStatus({ status }: HttpResponse, json: unknown): string | undefined {
  if (status < 400) return undefined;
  const stated = (json as { status?: unknown } | null)?.status;
  return stated === status ? undefined : `its status member is ${JSON.stringify(stated)}`;
}

/** The first property of an answer, or of what it lists, that its schema does not name. */
function undocumentedProperty(root: unknown, schema: Schema, value: unknown): string | undefined {
  const flat = flatten(root, schema);
  if (Array.isArray(value)) {
    if (!flat.items) return undefined;
    const { items } = flat;
    return value
      .map((item) => undocumentedProperty(root, items, item))
      .find((name) => name !== undefined);
  }
  if (typeof value !== 'object' || value === null || !flat.properties) return undefined;
  if (flat.additionalProperties !== undefined && flat.additionalProperties !== false)
    return undefined;
  for (const [name, item] of Object.entries(value)) {
    if (!Object.hasOwn(flat.properties, name)) return name;
    const property = flat.properties[name] ?? {};
    const inner = undocumentedProperty(root, property, item);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function headerProblem(
  validator: Validator,
  header: ApiResponse['headers'][number],
  value: string | undefined,
): string | undefined {
  if (value === undefined) return header.required ? 'is missing' : undefined;
  // A header is text; its schema may ask for a number.
  const asText = validator.problem(header.pointer, value);
  const asNumber =
    /^\d+$/.test(value) && validator.problem(header.pointer, Number(value)) === undefined;
  return asText === undefined || asNumber ? undefined : `is '${value.slice(0, 80)}': ${asText}`;
}

/** `resolve` decodes what a reference holds. */
const encoded = (pointer: string) => pointer.split('/').map(encodeURIComponent).join('/');
