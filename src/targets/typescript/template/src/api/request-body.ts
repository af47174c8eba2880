import { isUtf8 } from 'node:buffer';
import type { FastifyRequest } from 'fastify';
import { parseJson, requirePlainUtf8 } from '../http/body.ts';
import { Problem, validationFailed } from '../http/problem.ts';
import { coerce } from './coerce.ts';
import { bestMatch, isJsonType } from './media-types.ts';
import { entriesOf, isPart } from './part.ts';
import type { Part } from './part.ts';
import { pairsOf } from './raw-query.ts';
import type { Schemas } from './schemas.ts';

/** Reads and checks the body of a request, as the contract describes it. @throws a problem 400, 415 or 422 */
export async function readRequestBody(
  described: Part,
  request: FastifyRequest,
  schemas: Schemas,
): Promise<unknown> {
  const bytes = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
  const content = entriesOf(described['content']);
  if (content.length === 0) {
    if (bytes.length > 0 && !['GET', 'HEAD', 'DELETE'].includes(request.method))
      throw new Problem('unsupported-media-type', 'This operation takes no body.');
    return undefined;
  }
  const given = request.headers['content-type'];
  if (bytes.length === 0 && given === undefined) {
    if (described['required'] === true)
      throw new Problem('malformed-request', 'The body is empty.');
    return undefined;
  }
  const type = bestMatch(
    given ?? '',
    content.map(([name]) => name),
  );
  if (type === undefined) {
    const known = content.map(([name]) => name).join(', ');
    throw new Problem('unsupported-media-type', `The body must be of ${known.slice(0, 200)}.`);
  }
  const media = content.find(([name]) => name === type)?.[1];
  const schema = isPart(media) ? media['schema'] : undefined;
  return readAs((given ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '', schema);

  async function readAs(mediaType: string, wanted: unknown): Promise<unknown> {
    if (isJsonType(mediaType)) {
      requirePlainUtf8(request);
      return checked(schemas, wanted, parseJson(bytes));
    }
    if (mediaType === 'application/x-www-form-urlencoded') {
      requirePlainUtf8(request);
      return checked(schemas, wanted, formOf(schemas, wanted, pairsOf(textOf(bytes))));
    }
    if (mediaType === 'multipart/form-data') return multipart(schemas, wanted, bytes, given ?? '');
    if (!mediaType.startsWith('text/') || /xml/.test(mediaType)) return bytes;
    requirePlainUtf8(request);
    return checked(schemas, wanted, coerce(schemas, wanted ?? {}, textOf(bytes)));
  }
}

function checked(schemas: Schemas, schema: unknown, value: unknown): unknown {
  const issues = schema === undefined ? [] : schemas.check(schema, 'request', value);
  if (issues.length > 0) throw validationFailed(issues);
  return value;
}

/** The fields of a form as an object: those that are lists by their schema may be there several times. */
function formOf(
  schemas: Schemas,
  schema: unknown,
  fields: readonly (readonly [string, unknown])[],
): Record<string, unknown> {
  const properties = schemas.propertiesOf(schema);
  const form: Record<string, unknown> = {};
  for (const name of new Set(fields.map(([key]) => key))) {
    if (name === '__proto__') throw new Problem('malformed-request', 'The form holds __proto__.');
    const values = fields.filter(([key]) => key === name).map(([, value]) => value);
    const property = properties.get(name);
    const types = schemas.typesOf(property);
    if (values.length > 1 && !types.has('array') && types.size > 0)
      throw new Problem('malformed-request', `The form holds ${name.slice(0, 100)} twice.`);
    const items = types.has('array') ? schemas.itemsOf(property) : property;
    const typed = values.map((value) => fieldOf(schemas, items, value));
    form[name] = types.has('array') ? typed : typed[0];
  }
  return form;
}

function fieldOf(schemas: Schemas, schema: unknown, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const types = schemas.typesOf(schema);
  // OpenAPI: what has a structure of its own is JSON inside of a form.
  return types.has('object') ? parseJson(Buffer.from(value)) : coerce(schemas, schema ?? {}, value);
}

/** Parts that are files are handed over as they are; to the schema a file is a text of its length. */
async function multipart(
  schemas: Schemas,
  schema: unknown,
  bytes: Buffer,
  type: string,
): Promise<unknown> {
  let data: FormData;
  try {
    data = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': type },
    }).formData();
  } catch {
    throw new Problem('malformed-request', 'The body is not valid multipart/form-data.');
  }
  const fields = [...data.entries()];
  const form = formOf(schemas, schema, fields);
  const shown = Object.entries(form).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(measured) : measured(value),
  ]);
  checked(schemas, schema, Object.fromEntries(shown));
  return form;
}

function measured(value: unknown): unknown {
  return value instanceof Blob ? 'x'.repeat(value.size) : value;
}

function textOf(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new Problem('malformed-request', 'The body is not valid UTF-8.');
  return bytes.toString();
}
