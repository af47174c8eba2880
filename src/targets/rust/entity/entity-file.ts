import { entityById, isReference, jsonName } from '#blueprint';
import type { DefaultValue, Entity, Event, Field, Operation, Service } from '#blueprint';
import { namesOf } from '#contract';
import type { ContractNames } from '#contract';
import type { GeneratedFile } from '#files';
import {
  hasColumn,
  hasOwnIndex,
  keyIndexes,
  uniqueIndexName,
} from '../../shared/database/indexes.ts';
import { columnName } from '../../shared/database/sql-names.ts';
import { canonicalValue } from '../../shared/entity/canonical-value.ts';
import { isOptional, linkTableName } from '../../shared/migrations/schema-of.ts';
import { assign, call, literal, slice, struct, tuple } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import { docComment } from '../emit/doc-comment.ts';
import { Uses } from '../emit/uses.ts';
import { entityNames, fieldNames } from '../names.ts';
import { enforcedRules } from '../../shared/rules/enforced-rules.ts';
import { choicesOf } from './choices.ts';
import { kindCode } from './kind-code.ts';
import { rustType } from './rust-type.ts';

/** `orders.rs`: what an order is, and what is particular about it. */
export function entityFile(service: Service, entity: Entity, names: ContractNames): GeneratedFile {
  const { type, module } = entityNames(entity);
  const uses = new Uses();
  uses.use('crate::records', 'Entity');
  const choices = choicesOf(entity);
  if (choices.length > 0) uses.use('crate', 'choices');
  const declared = declaration(entity, uses);
  const fields = fieldLines(entity, uses);
  const constants = constantLines(service, entity, names, uses);
  const modules = ['lifecycle', 'routes', 'rules'].filter(
    (name) =>
      name === 'routes' ||
      (name === 'rules' ? enforcedRules(entity).length > 0 : entity.lifecycle !== undefined),
  );
  uses.use('serde', 'Serialize');
  uses.use('crate', 'fields');
  for (const name of ['Field', 'PatternError']) uses.use('crate::fields', name);
  const content = [
    docComment(entity.label, entity, 0, '//!'),
    '\n',
    ...modules.map((name) => `mod ${name};\n`),
    '\n',
    uses.print(),
    '\npub use routes::router;\n\n',
    declared,
    '\n',
    ...choices.map((text) => `${text}\n`),
    `impl Entity for ${type} {\n`,
    constants,
    '\n    fn fields() -> Result<Vec<Field<Self>>, PatternError> {\n',
    fields.length === 0
      ? '        Ok(Vec::new())\n'
      : `        Ok(fields! {\n${fields.join('')}        })\n`,
    '    }\n}\n',
  ].join('');
  return {
    path: `src/resources/${module}.rs`,
    content,
    owner: 'generated',
    sources: [...entity.sources, ...entity.fields.flatMap(({ sources }) => sources)],
  };
}

function declaration(entity: Entity, uses: Uses): string {
  const lines = entity.fields.map((field) => {
    const { attribute, json } = fieldNames(field);
    const many = field.type.kind === 'reference' && field.type.cardinality === 'many';
    const plain = rustType(entity, field, uses);
    const type = isOptional(entity, field) && !many ? `Option<${plain}>` : plain;
    const rename = json === undefined ? '' : `    #[serde(rename = ${literal(json)})]\n`;
    const attributes = field.secret ? '    #[serde(skip)]\n' : rename;
    return `${docComment(field.label, field, 4)}${attributes}    pub ${attribute}: ${type},\n`;
  });
  const body = lines.length > 0 ? ` {\n${lines.join('')}}` : ' {}';
  return [
    docComment(entity.label, entity),
    '#[derive(Clone, Debug, Default, Serialize)]\n',
    '#[serde(rename_all = "camelCase")]\n',
    `pub struct ${entityNames(entity).type}${body}\n`,
  ].join('');
}

/** Inside of a macro nobody formats lines: each field has one. */
function fieldLines(entity: Entity, uses: Uses): readonly string[] {
  return entity.fields.map((field) => {
    const { attribute, column } = fieldNames(field);
    const options = [
      field.required ? 'required()' : '',
      field.readOnly || field.account ? 'read_only()' : '',
      field.secret ? 'secret()' : '',
      ...defaultCode(field, uses),
      column === undefined || !hasColumn(field) ? '' : `column(${literal(column)})`,
    ].filter((option) => option !== '');
    const parts = [kindCode(entity, field, uses), ...options].join(', ');
    return `            ${attribute} ${literal(jsonName(field))}: ${parts};\n`;
  });
}

function defaultCode({ type, default: given }: Field, uses: Uses): readonly string[] {
  if (!given) return [];
  if (given.kind === 'today') return [`default(${uses.use('crate::clock', 'today')})`];
  if (given.kind === 'now') return [`default(${uses.use('crate::clock', 'Moment')}::now)`];
  return given.kind === 'value' ? [valueCode(type, given)] : [];
}

function valueCode(type: Field['type'], { value }: Extract<DefaultValue, { kind: 'value' }>) {
  if (typeof value !== 'object')
    return `initially(${literal(canonicalValue(type, String(value)))})`;
  return `initial_items(&[${value.map(literal).join(', ')}])`;
}

function constantLines(service: Service, entity: Entity, names: ContractNames, uses: Uses): string {
  const use = (name: string) => uses.use('crate::records', name);
  const { record, create, replace, patch, page } = namesOf(names, entity);
  const schemas = { record, create, replace, patch, page };
  const text = (name: string, value: string) =>
    assign(`const ${name}: &'static str`, literal(value), ';', 4);
  const lines = [
    text('NAME', entity.name),
    text('PLURAL', entity.plural),
    text('TABLE', entityNames(entity).table),
    assign(`const SCHEMAS: ${use('Schemas')}`, struct('Schemas', map(schemas, literal)), ';', 4),
  ];
  const keys = keysOf(entity).map(({ name, fields }) =>
    struct(use('Key'), {
      index: literal(name),
      fields: slice(fields.map((field) => literal(jsonName(field)))),
    }),
  );
  if (keys.length > 0) lines.push(assign(`const KEYS: &'static [Key]`, slice(keys), ';', 4));
  const references = referencesOf(service, entity, use);
  if (references.length > 0)
    lines.push(assign(`const REFERENCES: &'static [Reference]`, slice(references), ';', 4));
  if (enforcedRules(entity).length > 0)
    lines.push(`    const RULES: &'static [${use('Rule')}<Self>] = rules::RULES;`);
  if (entity.lifecycle)
    lines.push(
      `    const LIFECYCLE: Option<${use('Lifecycle')}<Self>> = Some(lifecycle::LIFECYCLE);`,
    );
  const grants = grantsOf(service, entity, use);
  if (grants) lines.push(assign('const GRANTS: Grants', grants, ';', 4));
  const events = eventsOf(service, entity, use);
  if (events) lines.push(assign('const EVENTS: EventTypes', events, ';', 4));
  const account = accountOf(entity, use);
  if (account)
    lines.push(
      assign(`const ACCOUNT: Option<&'static [(&'static str, AccountPart)]>`, account, ';', 4),
    );
  return lines.map((line) => `${line}\n`).join('');
}

/** Unique keys by the name of their index, and the fields in each. */
function keysOf(entity: Entity): readonly { name: string; fields: readonly Field[] }[] {
  const own = entity.fields
    .filter((field) => hasColumn(field) && hasOwnIndex(entity, field))
    .map((field) => ({ name: uniqueIndexName(entity, field), fields: [field] }));
  return [...own, ...keyIndexes(entity)];
}

function referencesOf(
  service: Service,
  entity: Entity,
  use: (name: string) => string,
): readonly Code[] {
  return entity.fields.filter(isReference).map((field) => {
    const { entity: to, onDelete } = field.type;
    const many = !hasColumn(field);
    const variant = { restrict: 'Restrict', cascade: 'Cascade', clear: 'Clear' }[onDelete];
    return struct(use('Reference'), {
      field: literal(jsonName(field)),
      column: literal(many ? linkTableName(entity, field) : columnName(field)),
      many: String(many),
      to: literal(entityById(service, to).name),
      on_delete: `${use('OnDelete')}::${variant}`,
    });
  });
}

function grantsOf(
  { permissions }: Service,
  entity: Entity,
  use: (name: string) => string,
): Code | undefined {
  const operations = ['read', 'create', 'update', 'delete'] as const;
  const given = operations.map((operation): [Operation, Code | undefined] => {
    const grants = new Map<string, 'All' | 'Own'>();
    for (const { role, own, entity: id, operations: named } of permissions) {
      if (id !== entity.id || !named.includes(operation)) continue;
      grants.set(role, own && grants.get(role) !== 'All' ? 'Own' : 'All');
    }
    if (grants.size === 0) return [operation, undefined];
    const pairs = [...grants].map(([role, reach]) =>
      tuple(literal(role), `${use('Grant')}::${reach}`),
    );
    return [operation, call('Some', slice(pairs))];
  });
  if (given.every(([, code]) => code === undefined)) return undefined;
  return struct(
    use('Grants'),
    Object.fromEntries(given.map(([operation, code]) => [operation, code ?? 'None'])),
  );
}

/** Only the events whose names are not the usual ones. */
function eventsOf(
  { events }: Service,
  entity: Entity,
  use: (name: string) => string,
): Code | undefined {
  const own = events.filter((event) => event.entity === entity.id);
  const names = (list: readonly Event[], usual: string) => {
    const given = list.map(({ name }) => name);
    return given.length === 1 && given[0] === usual ? undefined : slice(given.map(literal));
  };
  const of = (on: Event['on']) =>
    names(
      own.filter((event) => event.on === on),
      `${entity.name}.${on}`,
    );
  const field = entity.fields.find(({ name }) => name === entity.lifecycle?.field);
  const transitions = (entity.lifecycle?.transitions ?? []).flatMap(({ name }) => {
    const usual = `${entity.name}.${field ? jsonName(field) : ''}.${name}`;
    const code = names(
      own.filter((event) => event.transition === name),
      usual,
    );
    return code ? [tuple(literal(name), code)] : [];
  });
  const [created, updated, deleted] = [of('created'), of('updated'), of('deleted')];
  if (!created && !updated && !deleted && transitions.length === 0) return undefined;
  const optional = (code: Code | undefined) => (code ? call('Some', code) : 'None');
  return struct(use('EventTypes'), {
    created: optional(created),
    updated: optional(updated),
    deleted: optional(deleted),
    transitions: slice(transitions),
  });
}

function accountOf(entity: Entity, use: (name: string) => string): Code | undefined {
  if (!entity.account) return undefined;
  const parts = entity.fields.flatMap((field) => {
    const part = field.account && { email: 'Email', role: 'Role' }[field.account];
    return part ? [tuple(literal(jsonName(field)), `${use('AccountPart')}::${part}`)] : [];
  });
  if (parts.length === 0) use('AccountPart');
  return call('Some', slice(parts));
}

function map<T>(
  values: Readonly<Record<string, T>>,
  to: (value: T) => Code,
): Readonly<Record<string, Code>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, to(value)]));
}
