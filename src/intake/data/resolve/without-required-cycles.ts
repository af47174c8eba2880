import type { ModelledEntity, ModelledField } from '../../data-model.ts';

/**
 * References that are required in a circle ("a task needs its parent task") would let nobody make the first record:
 * the one that closes a circle is optional, and says so.
 */
export function withoutRequiredCycles(
  entities: readonly ModelledEntity[],
): readonly ModelledEntity[] {
  const required = new Map(
    entities.map((one) => [one.entity.name, new Set(one.fields.flatMap(requiredTarget))]),
  );
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set<string>();
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === to) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      open.push(...(required.get(at) ?? []));
    }
    return false;
  };
  return entities.map((one) => {
    const { name } = one.entity;
    const closing = new Set(
      one.fields.flatMap(requiredTarget).filter((target) => reaches(target, name)),
    );
    if (closing.size === 0) return one;
    for (const target of closing) required.get(name)?.delete(target);
    const fields = one.fields.map((modelled) =>
      requiredTarget(modelled).some((target) => closing.has(target))
        ? optional(modelled)
        : modelled,
    );
    return { ...one, entity: { ...one.entity, fields: fields.map(({ field }) => field) }, fields };
  });
}

function requiredTarget({ field: { type, required } }: ModelledField): readonly string[] {
  return required && type.kind === 'reference' && type.cardinality === 'one' ? [type.entity] : [];
}

function optional({ field, ...rest }: ModelledField): ModelledField {
  const note =
    'It is required in a circle, so that nobody could make the first record: it is optional.';
  return { ...rest, field: { ...field, required: false, origin: 'inferred', note } };
}
