import { jsonName, ofEntity } from '#blueprint';
import type { Entity, Event, Operation, Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { keyIndexes } from '../../shared/database/indexes.ts';
import { array, literal, object, print } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import { docComment } from '../emit/comment.ts';
import { Imports } from '../emit/imports.ts';
import { entityNames } from '../names.ts';
import { tableName } from '../../shared/database/sql-names.ts';
import { enforcedRules } from '../../shared/rules/enforced-rules.ts';

/** `order.resource.ts`: everything that is particular about orders. */
export function resourceFile(service: Service, entity: Entity): GeneratedFile {
  const { value, folder, file } = entityNames(entity);
  const imports = new Imports();
  const part = (what: 'Fields' | 'Rules' | 'Lifecycle') =>
    imports.value(`./${file}.${what.toLowerCase()}.ts`, value(what));
  imports.type('../../records/resource.ts', 'Resource');
  const definition = object(
    {
      name: literal(entity.name),
      plural: literal(entity.plural),
      table: literal(tableName(entity)),
      account: entity.account ? 'true' : undefined,
      fields: part('Fields'),
      keys: keysCode(entity),
      lifecycle: entity.lifecycle && part('Lifecycle'),
      rules: enforcedRules(entity).length > 0 ? part('Rules') : undefined,
      access: accessCode(service, entity),
      events: eventsCode(service, entity),
    },
    true,
  );
  return {
    path: `${folder}/${file}.resource.ts`,
    content: [
      imports.print(),
      '\n',
      docComment(entity.label, entity),
      print(definition, `export const ${value('Resource')}: Resource = `, ';'),
      '\n',
    ].join(''),
    owner: 'generated',
    sources: entity.sources,
  };
}

function keysCode(entity: Entity): Code | undefined {
  const keys = keyIndexes(entity).map(({ name, fields }): [string, Code] => [
    name,
    array(fields.map((field) => literal(jsonName(field)))),
  ]);
  return keys.length > 0 ? object(Object.fromEntries(keys), true) : undefined;
}

function accessCode({ permissions }: Service, entity: Entity): Code | undefined {
  const operations = ['read', 'create', 'update', 'delete'] as const;
  const given = operations.map((operation): [Operation, Code | undefined] => {
    const grants = new Map<string, 'all' | 'own'>();
    for (const { role, own, operations: named } of ofEntity(permissions, entity.id)) {
      if (!named.includes(operation)) continue;
      grants.set(role, own && grants.get(role) !== 'all' ? 'own' : 'all');
    }
    const entries = [...grants].map(([role, scope]): [string, Code] => [role, literal(scope)]);
    return [operation, grants.size > 0 ? object(Object.fromEntries(entries)) : undefined];
  });
  return given.some(([, grants]) => grants) ? object(Object.fromEntries(given), true) : undefined;
}

/** Only the events whose names are not the usual ones. */
function eventsCode({ events }: Service, entity: Entity): Code | undefined {
  const own = ofEntity(events, entity.id);
  const names = (list: readonly Event[], usual: string) => {
    const given = list.map(({ name }) => name);
    return given.length === 1 && given[0] === usual ? undefined : array(given.map(literal));
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
    transitions: transitions.length > 0 ? object(Object.fromEntries(transitions)) : undefined,
  };
  return Object.values(given).some((code) => code !== undefined) ? object(given, true) : undefined;
}
