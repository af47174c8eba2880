import { buildBlueprint, buildService, isReference } from '#blueprint';
import type { Blueprint, Entity, Field, FieldType, Service } from '#blueprint';
import { createRandom, type Random } from '../../src/verify/fuzz/random.ts';
import { entity } from './random-entity.ts';
import { field, reference } from './random-field.ts';
import { enumOf } from './random-node.ts';

/** The blueprint after one to four changes of its data, as requirements change from one week to the next. */
export function changedBlueprint(blueprint: Blueprint, seed: number): Blueprint {
  const random = createRandom(seed);
  const { system } = blueprint;
  const [service] = system.services;
  if (!service) return blueprint;
  let { entities } = service;
  const roles = system.roles.map(({ name }) => name);
  const count = random.between(1, 4);
  for (let number = 0; number < count; number += 1) entities = changed(random, entities, roles);
  return withEntities(blueprint, service, entities);
}

/** The blueprint with other entities, without whatever speaks of those that are gone. */
function withEntities(
  blueprint: Blueprint,
  service: Service,
  entities: readonly Entity[],
): Blueprint {
  const isThere = (id: string) => entities.some((one) => one.id === id);
  const { system } = blueprint;
  return buildBlueprint({
    ...system,
    services: [
      buildService({
        ...service,
        entities,
        events: [],
        permissions: service.permissions.filter((one) => isThere(one.entity)),
        decisionTables: [],
      }),
    ],
    stories: [],
    processes: [],
  });
}

function changed(
  random: Random,
  entities: readonly Entity[],
  roles: readonly string[],
): readonly Entity[] {
  const one = random.pick(entities);
  const others = entities.filter((other) => other !== one);
  const put = (next: Entity) => entities.map((other) => (other === one ? next : other));
  const kind = random.below(100);
  if (kind < 8) {
    const name = `new-thing-${random.below(50)}`;
    if (entities.some((other) => other.name === name)) return entities;
    return [...entities, entity(random.fork(name), name, entities, roles)];
  }
  if (kind < 14 && others.length > 0 && !one.account) {
    return others.map((other) => {
      const gone = other.fields.filter((item) => isReference(item) && item.type.entity === one.id);
      return gone.reduce((left, item) => without(left, item), other);
    });
  }
  const name = `extra-${random.below(1000)}`;
  if (one.fields.some((item) => item.name === name)) return entities;
  if (kind < 34)
    return put({ ...one, fields: [...one.fields, field(random.fork(name), one.name, name)] });
  if (kind < 42 && !one.account) {
    const other = random.pick(entities);
    const link = reference(random.fork(name), one.name, other, name);
    return put({ ...one, fields: [...one.fields, link] });
  }
  const plain = one.fields.filter(
    (item) => item.account === undefined && item.name !== one.lifecycle?.field,
  );
  if (plain.length === 0) return entities;
  const old = random.pick(plain);
  if (kind < 56 && one.fields.length > 1) return put(without(one, old));
  const next = changedField(random, old);
  const rules = sameKind(old.type, next.type) ? one.rules : [];
  const keys = sameKind(old.type, next.type) ? one.keys : [];
  return put({
    ...one,
    fields: one.fields.map((item) => (item === old ? next : item)),
    rules,
    keys,
  });
}

function without(one: Entity, gone: Field): Entity {
  const fields = one.fields.filter((item) => item !== gone);
  return { ...one, fields, keys: [], rules: [] };
}

function changedField(random: Random, old: Field): Field {
  const { min: _, max: __, minLength: ___, maxLength: ____, pattern: _____, ...bare } = old;
  switch (random.below(4)) {
    case 0:
      return isReference(old) && old.type.onDelete === 'clear'
        ? old
        : { ...old, required: !old.required };
    case 1:
      return ['string', 'email', 'integer'].includes(old.type.kind) && !old.default && !old.secret
        ? { ...bare, unique: !old.unique }
        : old;
    case 2:
      if (old.type.kind === 'enum') {
        const values = old.type.values.map(({ value }) => value);
        return {
          ...old,
          type: enumOf(random.below(2) ? [...values, 'brand new'] : values.slice(1)),
        };
      }
      return isReference(old) ? old : { ...bare, secret: false };
    default: {
      if (isReference(old)) return old;
      const { default: _gone, ...rest } = bare;
      return { ...rest, unique: false, secret: false, type: random.pick(TYPES) };
    }
  }
}

const TYPES: readonly FieldType[] = [
  { kind: 'string' },
  { kind: 'text' },
  { kind: 'integer' },
  { kind: 'number' },
  { kind: 'decimal', precision: 15, scale: 4 },
  { kind: 'decimal', precision: 9, scale: 0 },
  { kind: 'money' },
  { kind: 'date' },
  { kind: 'datetime' },
  { kind: 'boolean' },
  { kind: 'json' },
];

function sameKind(one: FieldType, other: FieldType): boolean {
  return one.kind === other.kind;
}
