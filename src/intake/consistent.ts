import type { Entity, Field, Lifecycle } from '#blueprint';

/**
 * Brings what different recognisers said of one entity together, so that the blueprint is valid whatever
 * the document: the state field has every state and begins in the initial one, and a reference that must
 * be there is not cleared.
 */
export function consistent(entity: Entity): Entity {
  const { lifecycle } = entity;
  const fields = entity.fields.map((field) => keptReference(field));
  if (lifecycle === undefined) return { ...entity, fields };
  const field = fields.find(({ name }) => name === lifecycle.field);
  if (!field || !hasItsStates(lifecycle)) {
    const { lifecycle: _, ...rest } = entity;
    return { ...rest, fields };
  }
  return {
    ...entity,
    fields: fields.map((each) => (each === field ? stateField(field, lifecycle) : each)),
  };
}

function keptReference(field: Field): Field {
  if (field.type.kind !== 'reference' || !field.required || field.type.onDelete !== 'clear')
    return field;
  return { ...field, type: { ...field.type, onDelete: 'restrict' } };
}

function hasItsStates({ states, initial, transitions }: Lifecycle): boolean {
  const known = new Set(states.map(({ value }) => value));
  return [initial, ...transitions.flatMap(({ from, to }) => [...from, to])].every((state) =>
    known.has(state),
  );
}

function stateField(field: Field, { states, initial }: Lifecycle): Field {
  const values = field.type.kind === 'enum' ? field.type.values : [];
  const missing = states.filter(({ value }) => !values.some((known) => known.value === value));
  const added = missing.map(({ value, label }) => ({ value, label }));
  return {
    ...field,
    type: { kind: 'enum', values: [...values, ...added] },
    readOnly: false,
    default: { kind: 'value', value: initial },
  };
}
