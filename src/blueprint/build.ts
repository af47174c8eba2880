import type { Blueprint } from './blueprint.ts';
import type { Entity } from './entity.ts';
import type { Event } from './event.ts';
import type { Field } from './field.ts';
import type { FieldType } from './field-type.ts';
import { sentenceCase } from './names.ts';
import type { Service } from './service.ts';

type Need<T, K extends keyof T> = Partial<T> & Pick<T, K>;

/** A field with everything that was not said set to its neutral value. `id` is relative to the entity. */
export function buildField(entity: string, given: Need<Field, 'name' | 'type'>): Field {
  return {
    id: `${entity}/${given.name}`,
    label: sentenceCase(given.name),
    origin: 'stated',
    sources: [],
    required: false,
    unique: false,
    readOnly: false,
    secret: false,
    ...given,
  };
}

/** A reference field: key `one` that blocks the deletion of what it points to, unless said otherwise. */
export function referenceTo(
  entity: string,
  given: Partial<Extract<FieldType, { kind: 'reference' }>> = {},
): FieldType {
  return { kind: 'reference', entity, cardinality: 'one', onDelete: 'restrict', ...given };
}

/** An entity with everything that was not said set to its neutral value. */
export function buildEntity(given: Need<Entity, 'name' | 'plural'>): Entity {
  return {
    id: given.name,
    label: sentenceCase(given.name),
    description: '',
    origin: 'stated',
    sources: [],
    account: false,
    fields: [],
    keys: [],
    rules: [],
    ...given,
  };
}

/** A service, with the events that every entity publishes when none were given for it. */
export function buildService(given: Need<Service, 'name' | 'entities'>): Service {
  const events = given.events ?? [];
  return {
    id: `service/${given.name}`,
    label: sentenceCase(given.name),
    description: '',
    origin: 'stated',
    sources: [],
    access: 'accounts',
    permissions: [],
    decisionTables: [],
    ...given,
    events: [...events, ...given.entities.flatMap((entity) => defaultEvents(entity, events))],
  };
}

/** A blueprint of one or more services. */
export function buildBlueprint(given: Need<Blueprint['system'], 'name' | 'services'>): Blueprint {
  return {
    formatVersion: 1,
    system: {
      id: `system/${given.name}`,
      label: sentenceCase(given.name),
      description: '',
      origin: 'stated',
      sources: [],
      roles: [],
      stories: [],
      processes: [],
      integrations: [],
      qualities: [],
      questions: [],
      ...given,
    },
  };
}

function defaultEvents(entity: Entity, stated: readonly Event[]): readonly Event[] {
  const kinds: Pick<Event, 'on' | 'transition'>[] = [
    { on: 'created' },
    { on: 'updated' },
    { on: 'deleted' },
  ];
  for (const { name } of entity.lifecycle?.transitions ?? [])
    kinds.push({ on: 'transitioned', transition: name });
  return kinds
    .filter(
      (kind) =>
        !stated.some(
          (event) =>
            event.entity === entity.id &&
            event.on === kind.on &&
            event.transition === kind.transition,
        ),
    )
    .map((kind) => {
      // A transition may be called `update`: the state keeps its event apart from the record's own.
      const what =
        kind.transition === undefined ? kind.on : `${entity.lifecycle?.field}.${kind.transition}`;
      return {
        id: `${entity.id}/event/${what.replaceAll('.', '-')}`,
        label: `${entity.label}: ${what}`,
        origin: 'default',
        note: 'Every write publishes an event.',
        sources: [],
        name: `${entity.name}.${what}`,
        entity: entity.id,
        ...kind,
      };
    });
}
