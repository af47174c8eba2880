import { entityById, isReference, jsonName, ofEntity } from '#blueprint';
import type { Entity, Event, Operation, Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { hasColumn } from '../../shared/database/indexes.ts';
import { enforcedRules } from '../../shared/rules/enforced-rules.ts';
import { keysOf } from '../database/constraints.ts';
import { call, dict, literal, print, tuple } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import { docstring } from '../emit/docstring.ts';
import { Imports } from '../emit/imports.ts';
import { entityNames, fieldNames } from '../names.ts';
import { linkType } from './link-type.ts';

/** `resource.py`: everything that is particular about orders. */
export function resourceFile(service: Service, entity: Entity): GeneratedFile {
  const { type, module } = entityNames(entity);
  const imports = new Imports();
  const own = (file: string, name: string) => imports.use(`app.resources.${module}.${file}`, name);
  const definition = call(imports.use('app.records.resource', 'Resource'), [], {
    name: literal(entity.name),
    plural: literal(entity.plural),
    model: own('model', type),
    body: own('schema', `${type}Body`),
    answer: own('schema', `${type}Answer`),
    keys: keysCode(entity),
    references: referencesCode(service, entity, imports),
    rules: enforcedRules(entity).length > 0 ? own('rules', 'RULES') : undefined,
    lifecycle: entity.lifecycle && own('lifecycle', 'LIFECYCLE'),
    access: accessCode(service, entity),
    events: eventsCode(service, entity, imports),
    account: accountCode(entity),
  });
  return {
    path: `app/resources/${module}/resource.py`,
    content: [
      docstring(entity.label, entity),
      '\n',
      imports.print(),
      '\n',
      print(definition, 'resource = '),
      '\n',
    ].join(''),
    owner: 'generated',
    sources: entity.sources,
  };
}

function keysCode(entity: Entity): Code | undefined {
  const keys = keysOf(entity).map(({ name, fields }): [string, Code] => [
    name,
    tuple(fields.map((field) => literal(fieldNames(field).attribute))),
  ]);
  return keys.length > 0 ? dict(Object.fromEntries(keys)) : undefined;
}

function referencesCode(service: Service, entity: Entity, imports: Imports): Code | undefined {
  const references = entity.fields.filter(isReference).map((field) => {
    const { name, type } = field;
    return call(imports.use('app.records.resource', 'Reference'), [], {
      attribute: literal(fieldNames(field).attribute),
      to: literal(entityById(service, type.entity).name),
      role: literal(name),
      link: hasColumn(field)
        ? undefined
        : imports.use(`app.resources.${entityNames(entity).module}.model`, linkType(entity, field)),
      on_delete: type.onDelete === 'restrict' ? undefined : literal(type.onDelete),
    });
  });
  return references.length > 0 ? tuple(references) : undefined;
}

function accessCode({ permissions }: Service, entity: Entity): Code | undefined {
  const operations = ['read', 'create', 'update', 'delete'] as const;
  const given = operations.flatMap((operation): [Operation, Code][] => {
    const grants = new Map<string, 'all' | 'own'>();
    for (const { role, own, operations: named } of ofEntity(permissions, entity.id)) {
      if (!named.includes(operation)) continue;
      grants.set(role, own && grants.get(role) !== 'all' ? 'own' : 'all');
    }
    if (grants.size === 0) return [];
    const entries = [...grants].map(([role, scope]): [string, Code] => [role, literal(scope)]);
    return [[operation, dict(Object.fromEntries(entries))]];
  });
  return given.length > 0 ? dict(Object.fromEntries(given)) : undefined;
}

/** Only the events whose names are not the usual ones. */
function eventsCode({ events }: Service, entity: Entity, imports: Imports): Code | undefined {
  const own = ofEntity(events, entity.id);
  const names = (list: readonly Event[], usual: string) => {
    const given = list.map(({ name }) => name);
    return given.length === 1 && given[0] === usual ? undefined : tuple(given.map(literal));
  };
  const of = (on: Event['on']) =>
    names(
      own.filter((event) => event.on === on),
      `${entity.name}.${on}`,
    );
  const field = entity.fields.find(({ name }) => name === entity.lifecycle?.field);
  const transitions = (entity.lifecycle?.transitions ?? []).flatMap(
    ({ name }): [string, Code][] => {
      const usual = `${entity.name}.${field ? jsonName(field) : ''}.${name}`;
      const code = names(
        own.filter((event) => event.transition === name),
        usual,
      );
      return code ? [[name, code]] : [];
    },
  );
  const given = {
    created: of('created'),
    updated: of('updated'),
    deleted: of('deleted'),
    transitions: transitions.length > 0 ? dict(Object.fromEntries(transitions)) : undefined,
  };
  if (Object.values(given).every((code) => code === undefined)) return undefined;
  return call(imports.use('app.records.resource', 'EventTypes'), [], given);
}

function accountCode(entity: Entity): Code | undefined {
  if (!entity.account) return undefined;
  const shown = entity.fields.flatMap((field): [string, Code][] =>
    field.account ? [[fieldNames(field).attribute, literal(field.account)]] : [],
  );
  return dict(Object.fromEntries(shown));
}
