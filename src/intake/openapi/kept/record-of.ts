import type { Collection } from '#blueprint';
import { fits, objectShape, typesOf } from './object-shape.ts';
import type { ObjectShape } from './object-shape.ts';
import { unwrapped, unwrappedList } from './operation-parts.ts';
import type { OperationParts } from './operation-parts.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a record is, and where its values come from. */
export interface RecordModel {
  readonly schema: unknown;
  readonly shape: ObjectShape;
  /** The parameter of the path of a single record. */
  readonly parameter: string;
  readonly collection: Pick<Collection, 'key' | 'keyFrom' | 'supplied'>;
}

/** Finds out what the records of a path are; in words why nobody can say. */
export function recordOf(
  document: Json,
  path: string,
  parameter: string,
  parts: readonly OperationParts[],
): RecordModel | string {
  const create = parts.find(({ node }) => node.method === 'post' && node.path === path);
  const read = parts.find(({ node }) => node.method === 'get' && node.path !== path);
  const list = parts.find(({ node }) => node.method === 'get' && node.path === path);
  if (!create) return 'nothing makes records';
  const schema =
    read?.answer !== undefined
      ? unwrapped(document, read.answer).schema
      : (unwrappedList(document, list?.answer)?.items ?? unwrapped(document, create.answer).schema);
  const shape = objectShape(document, schema);
  if (!shape || shape.properties.size === 0) return 'what is answered is no object with properties';
  const body = objectShape(document, unwrapped(document, create.request).schema);
  if (!body) return 'what is sent to make a record is no object with properties';
  const key = keyOf(shape, parameter);
  if (key === undefined) return `no property of the record is what {${parameter}} stands for`;
  const keyFrom = keyOrigin(shape, body, key);
  if (keyFrom === undefined) return `nothing says how a new record gets its ${key}`;
  const unknown = [...body.properties.keys()].find((name) => !shape.properties.has(name));
  if (unknown !== undefined)
    return `${unknown} is taken and never answered: nothing says what becomes of it`;
  for (const [name, property] of body.properties) {
    if (!fits(document, property, shape.properties.get(name)))
      return `${name} is answered in another form than it is taken`;
  }
  const supplied: Collection['supplied'][number][] = [];
  for (const [name, property] of shape.properties) {
    if (name === key || (body.required.has(name) && !isOurs(body, name))) continue;
    const source = sourceOf(name, property, body.properties.get(name));
    // What may be missing is left out rather than null.
    if (source && (source.from !== 'null' || shape.required.has(name)))
      supplied.push({ property: name, ...source });
    else if (shape.required.has(name))
      return `${name} is always answered, and nothing says where it comes from`;
  }
  return { schema, shape, parameter, collection: { key, keyFrom, supplied } };
}

/** `petId` and `pet_id` are `id` of a pet. */
function keyOf(shape: ObjectShape, parameter: string): string | undefined {
  const names = [parameter, ...(/(?:^|[a-z_-])(?:id|Id|ID)$/.test(parameter) ? ['id', '_id'] : [])];
  return names.find((name) => {
    const types = typesOf(shape.properties.get(name) ?? {});
    return types.size === 1 && (types.has('string') || types.has('integer'));
  });
}

function keyOrigin(
  shape: ObjectShape,
  body: ObjectShape,
  key: string,
): Collection['keyFrom'] | undefined {
  if (body.required.has(key) && !isOurs(body, key)) return 'caller';
  const property = shape.properties.get(key) ?? {};
  if (typesOf(property).has('integer'))
    return Number(property['maximum'] ?? Infinity) > 2 ** 30 ? 'integer' : undefined;
  const limits = ['pattern', 'enum', 'const', 'minLength', 'maxLength'].some(
    (word) => word in property,
  );
  const format = property['format'];
  return !limits && (format === undefined || format === 'uuid') ? 'uuid' : undefined;
}

/** Set by the service, whatever a request says. */
function isOurs(body: ObjectShape, name: string): boolean {
  return body.properties.get(name)?.['readOnly'] === true;
}

const CREATED =
  /^(?:created|inserted|added)(?:_?(?:at|on|date|time))?$|^(?:date_?)created$|^creation_?(?:date|time)$/i;
const UPDATED =
  /^(?:updated|modified|changed)(?:_?(?:at|on|date|time))?$|^(?:date_?)(?:updated|modified)$|^last_?(?:updated|modified)(?:_?(?:at|on))?$/i;

/** What a property is where a request does not say; undefined if nothing is known. */
function sourceOf(
  name: string,
  property: Json,
  given: Json | undefined,
): Omit<Collection['supplied'][number], 'property'> | undefined {
  const isDate = property['format'] === 'date';
  if (isDate || property['format'] === 'date-time') {
    if (CREATED.test(name)) return { from: 'created', ...(isDate && { date: true }) };
    if (UPDATED.test(name)) return { from: 'updated', ...(isDate && { date: true }) };
  }
  const value = given?.['default'] ?? property['default'] ?? property['const'];
  if (value !== undefined) return { from: 'value', value };
  return typesOf(property).has('null') ? { from: 'null' } : undefined;
}
