import { allIncomingReferences, jsonName } from '#blueprint';
import type { Entity, Service } from '#blueprint';
import { namesOf } from '#contract';
import type { ContractNames } from '#contract';
import type { GeneratedFile } from '#files';
import { assign } from '../emit/code.ts';
import { docComment } from '../emit/doc-comment.ts';
import { Uses } from '../emit/uses.ts';
import { entityNames, functionName } from '../names.ts';

/** `orders/routes.rs`: the operations of an order, as the contract has them. */
export function routesFile(service: Service, entity: Entity, names: ContractNames): GeneratedFile {
  const { type, module } = entityNames(entity);
  const handlers = [...ownHandlers(entity, names), ...nestedHandlers(service, entity, names)];
  const uses = new Uses();
  for (const [path, used] of USED) for (const name of used) uses.use(path, name);
  if (!entity.account)
    for (const [path, used] of USED_TO_MAKE) for (const name of used) uses.use(path, name);
  uses.use('super', type);
  const schemas = entity.account ? SCHEMAS.filter(([name]) => name !== 'Create') : SCHEMAS;
  for (const [, schema] of schemas) uses.use('crate::records', schema);
  return {
    path: `src/resources/${module}/routes.rs`,
    content: [
      docComment(`The operations of ${entity.label}`, undefined, 0, '//!'),
      '\n',
      uses.print(),
      '\n',
      ...schemas.map(
        ([name, schema]) => `${assign(`type ${type}${name}`, `${schema}<${type}>`)}\n`,
      ),
      `\npub fn router(resource: Resource<${type}>) -> OpenApiRouter {\n`,
      '    OpenApiRouter::new()\n',
      ...handlers.map(({ name }) => `        .routes(routes!(${name}))\n`),
      '        .with_state(resource)\n}\n',
      ...handlers.map(({ text }) => `\n${text}`),
    ].join(''),
    owner: 'generated',
    sources: entity.sources,
  };
}

const USED = [
  ['axum::extract', ['State']],
  ['axum::http', ['HeaderMap']],
  ['axum::response', ['Response']],
  ['utoipa_axum::router', ['OpenApiRouter']],
  ['utoipa_axum', ['routes']],
  ['crate::http', ['Failure', 'JsonBody', 'NoQuery', 'QueryParameters', 'RecordId']],
  ['crate::records', ['self', 'Access', 'Read', 'Resource', 'Update']],
] as const;
const USED_TO_MAKE = [['crate::records', ['Create', 'Delete', 'IdempotencyKey']]] as const;

/** The types of a resource in its annotations. */
const SCHEMAS = [
  ['Create', 'CreateBody'],
  ['List', 'ListParameters'],
  ['Page', 'Page'],
  ['Patch', 'PatchBody'],
  ['Replace', 'ReplaceBody'],
  ['Shown', 'Shown'],
] as const;

interface Handler {
  readonly name: string;
  readonly text: string;
}

/** What is particular about one operation. */
interface Operation {
  readonly id: string;
  readonly tag: string;
  readonly method: string;
  readonly path: string;
  /** Lines of the annotation. */
  readonly annotation: readonly string[];
  /** Parameters of the handler, after the state. */
  readonly takes: readonly string[];
  readonly does: string;
}

function handler(entity: Entity, words: string, operation: Operation): Handler {
  const name = functionName(
    operation.id.replace(/[A-Z]+/g, (letters) => `-${letters.toLowerCase()}`),
  );
  const { type } = entityNames(entity);
  const lines = [
    docComment(words).trimEnd(),
    '#[utoipa::path(',
    `    ${operation.method},`,
    `    path = "${operation.path}",`,
    `    operation_id = "${operation.id}",`,
    `    tag = "${operation.tag}",`,
    ...operation.annotation.map((line) => `    ${line},`),
    ')]',
    `async fn ${name}(`,
    `    State(resource): State<Resource<${type}>>,`,
    ...operation.takes.map((parameter) => `    ${parameter},`),
    ') -> Result<Response, Failure> {',
    `    records::${operation.does}.await`,
    '}',
  ];
  return { name, text: `${lines.join('\n')}\n` };
}

const ID = 'RecordId(id): RecordId';
const HEADERS = 'headers: HeaderMap';
const BODY = 'JsonBody(body): JsonBody';

function ownHandlers(entity: Entity, names: ContractNames): readonly Handler[] {
  const { type } = entityNames(entity);
  const { operations, tag } = namesOf(names, entity);
  const [path, one] = [`/api/${entity.plural}`, `/api/${entity.plural}/{id}`];
  const access = (to: string) => `access: Access<${type}, ${to}>`;
  const shown = (status: number) => `responses((status = ${status}, body = ${type}Shown))`;
  const [singular, plural] = [words(entity.name), words(entity.plural)];
  const change = (kind: 'replace' | 'patch', method: string, id: string, schema: string) =>
    handler(entity, `${kind === 'patch' ? 'Update' : 'Replace'} ${singular}`, {
      id,
      tag,
      method,
      path: one,
      annotation: [
        'params(("id" = String, Path), ("If-Match" = Option<String>, Header))',
        `request_body = ${type}${schema}`,
        shown(200),
      ],
      takes: [access('Update'), ID, '_: NoQuery', HEADERS, BODY],
      does: `${kind}(&resource, &access, id, &headers, &body)`,
    });
  const all = [
    handler(entity, `List ${plural}`, {
      id: operations.list,
      tag,
      method: 'get',
      path,
      annotation: [`params(${type}List)`, `responses((status = 200, body = ${type}Page))`],
      takes: [access('Read'), 'QueryParameters(query): QueryParameters'],
      does: 'list(&resource, &access, &query)',
    }),
    handler(entity, `Create ${singular}`, {
      id: operations.create,
      tag,
      method: 'post',
      path,
      annotation: [
        'params(("Idempotency-Key" = Option<String>, Header))',
        `request_body = ${type}Create`,
        shown(201),
      ],
      takes: [access('Create'), '_: NoQuery', 'IdempotencyKey(key): IdempotencyKey', BODY],
      does: 'create(&resource, &access, key.as_deref(), &body)',
    }),
    handler(entity, `Get ${singular}`, {
      id: operations.get,
      tag,
      method: 'get',
      path: one,
      annotation: [
        'params(("id" = String, Path), ("If-None-Match" = Option<String>, Header))',
        `responses((status = 200, body = ${type}Shown), (status = 304))`,
      ],
      takes: [access('Read'), ID, '_: NoQuery', HEADERS],
      does: 'read(&resource, &access, id, &headers)',
    }),
    change('replace', 'put', operations.replace, 'Replace'),
    change('patch', 'patch', operations.update, 'Patch'),
    handler(entity, `Delete ${singular}`, {
      id: operations.delete,
      tag,
      method: 'delete',
      path: one,
      annotation: [
        'params(("id" = String, Path), ("If-Match" = Option<String>, Header))',
        'responses((status = 204))',
      ],
      takes: [access('Delete'), ID, '_: NoQuery', HEADERS],
      does: 'remove(&resource, &access, id, &headers)',
    }),
  ];
  return entity.account ? all.filter((_, index) => index !== 1 && index !== 5) : all;
}

/** The lists of orders that refer to one record. */
function nestedHandlers(
  service: Service,
  entity: Entity,
  names: ContractNames,
): readonly Handler[] {
  const { type } = entityNames(entity);
  const { tag } = namesOf(names, entity);
  const incoming = allIncomingReferences(service);
  return service.entities.flatMap((parent) =>
    (incoming.get(parent.id) ?? [])
      .filter((reference) => reference.entity.id === entity.id)
      .map(({ field, path }) =>
        handler(entity, `List ${words(entity.plural)} of ${words(parent.name)}`, {
          id: namesOf(names, parent).nested.get(path) ?? path,
          tag,
          method: 'get',
          path: `/api/${parent.plural}/{id}/${path}`,
          annotation: [
            `params(("id" = String, Path), ${type}List)`,
            `responses((status = 200, body = ${type}Page))`,
          ],
          takes: [`access: Access<${type}, Read>`, ID, 'QueryParameters(query): QueryParameters'],
          does: `list_children(&resource, &access, "${jsonName(field)}", id, &query)`,
        }),
      ),
  );
}

const words = (name: string) => name.replaceAll('-', ' ');
