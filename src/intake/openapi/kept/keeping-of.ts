import type { Keeping } from '#blueprint';
import { fits, objectShape, plain, typesOf } from './object-shape.ts';
import { unwrapped, unwrappedList } from './operation-parts.ts';
import type { OperationParts } from './operation-parts.ts';
import type { RecordModel } from './record-of.ts';

type Json = Readonly<Record<string, unknown>>;

const LIMIT = /^(?:limit|per_?page|page_?size|size|max_?results|count)$/i;
const OFFSET = /^(?:offset|skip|start)$/i;
const PAGE = /^page(?:_?(?:number|no))?$/i;

/** What an operation does with records; in words why it can't be served from them exactly. */
export function keepingOf(
  document: Json,
  collection: string,
  record: RecordModel,
  part: OperationParts,
  path: string,
): Keeping | string {
  const does = doingOf(part, path);
  if (does === undefined) return 'nothing says what it does';
  if (part.problem !== '') return part.problem;
  if (part.takesOthers) return 'it takes bodies that are not JSON';
  const odd = part.parameters.find(
    (one) => one['in'] !== 'path' && !(does === 'list' && one['in'] === 'query'),
  );
  if (odd) return `nothing says what its parameter ${String(odd['name'])} does`;
  const base = { collection, does, status: part.status };
  if (does === 'list') return listKeeping(document, base, record, part);
  const given = requestOf(document, record, part, does);
  if (typeof given === 'string') return given;
  if (part.answer === undefined) return { ...base, answers: false, filters: [], ...given };
  const answered = unwrapped(document, part.answer);
  if (!isRecordSchema(document, record, answered.schema))
    return 'what it answers is not the record';
  const within = answered.within === undefined ? {} : { answerIn: answered.within };
  return { ...base, answers: true, filters: [], ...given, ...within };
}

function doingOf(
  { node: { method, path } }: OperationParts,
  collection: string,
): Keeping['does'] | undefined {
  const whole = { get: 'list', post: 'create' } as const;
  const single = { get: 'read', put: 'replace', patch: 'update', delete: 'delete' } as const;
  const table: Readonly<Record<string, Keeping['does']>> = path === collection ? whole : single;
  return table[method];
}

/** What is sent must be what the record is made of. */
function requestOf(
  document: Json,
  record: RecordModel,
  { request }: OperationParts,
  does: Keeping['does'],
): { readonly requestIn?: string } | string {
  if (does === 'read' || does === 'delete') return request === undefined ? {} : 'it takes a body';
  const sent = unwrapped(document, request);
  const shape = objectShape(document, sent.schema);
  if (!shape) return 'it takes no object with properties';
  for (const [name, property] of shape.properties) {
    const wanted = record.shape.properties.get(name);
    if (!wanted) return `nothing says what becomes of ${name}`;
    if (!fits(document, property, wanted))
      return `${name} is answered in another form than it is taken`;
  }
  if (does === 'replace') {
    const { key, supplied } = record.collection;
    const missing = [...record.shape.required].find(
      (name) =>
        name !== key &&
        !shape.required.has(name) &&
        !supplied.some(({ property }) => property === name),
    );
    if (missing !== undefined)
      return `nothing says what becomes of ${missing} where it is left out`;
  }
  return sent.within === undefined ? {} : { requestIn: sent.within };
}

function listKeeping(
  document: Json,
  base: Pick<Keeping, 'collection' | 'does' | 'status'>,
  record: RecordModel,
  part: OperationParts,
): Keeping | string {
  const list = unwrappedList(document, part.answer);
  if (!list || !isRecordSchema(document, record, list.items))
    return 'what it answers is no list of the records';
  const paging: Record<string, unknown> = {};
  const filters: string[] = [];
  for (const parameter of part.parameters.filter((one) => one['in'] === 'query')) {
    const name = String(parameter['name']);
    const schema = plain(document, parameter['schema']);
    const types = typesOf(schema);
    const isNumber = types.size === 1 && types.has('integer');
    if (isNumber && LIMIT.test(name)) {
      paging['limit'] = name;
      if (typeof schema['default'] === 'number') paging['pageSize'] = schema['default'];
    } else if (isNumber && OFFSET.test(name)) paging['offset'] = name;
    else if (isNumber && PAGE.test(name)) paging['page'] = name;
    else if (isFilter(record, name, types) && schema['default'] === undefined) filters.push(name);
    else return `nothing says what its parameter ${name} does`;
  }
  // Pages have some length: ours, where the document names none.
  if (paging['page'] !== undefined) paging['pageSize'] ??= 20;
  return {
    ...base,
    answers: true,
    filters,
    ...paging,
    ...(list.within !== undefined && { answerIn: list.within }),
    ...(list.count !== undefined && { count: list.count }),
  };
}

/** A parameter with the name of a property that is one plain value. */
function isFilter({ shape }: RecordModel, name: string, types: ReadonlySet<string>): boolean {
  const own = typesOf(shape.properties.get(name) ?? {});
  const single = ['string', 'integer', 'number', 'boolean'];
  return (
    types.size === 1 &&
    [...types].every((type) => single.includes(type) && own.has(type)) &&
    [...own].every((type) => single.includes(type) || type === 'null')
  );
}

/** Is it the record, or something that every record is? */
function isRecordSchema(document: Json, { schema }: RecordModel, other: unknown): boolean {
  return fits(document, schema, other);
}
