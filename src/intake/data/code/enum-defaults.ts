import type { CodeReading } from './code-entity.ts';

/** `Status.BOOKED` and `Status::Booked` are the values that the enumeration stores under that name. */
export function withDefaults(reading: CodeReading): CodeReading {
  const members = new Map(
    reading.enums.flatMap(({ name, members: all }) => (all === undefined ? [] : [[name, all]])),
  );
  if (members.size === 0) return reading;
  return {
    ...reading,
    entities: reading.entities.map((entity) => ({
      ...entity,
      fields: entity.fields.map((field) => {
        const [, name = '', member = ''] =
          /^(\w+)(?:\.|::)(\w+)$/.exec(field.facts.default ?? '') ?? [];
        const value = members.get(name)?.get(member);
        return value === undefined
          ? field
          : { ...field, facts: { ...field.facts, default: value } };
      }),
    })),
  };
}
