import { buildField, referenceTo } from '#blueprint';
import type { Entity, Field, FieldType } from '#blueprint';
import type { Random } from '../../src/verify/fuzz/random.ts';
import { enumOf } from './random-node.ts';

/** A field of any type, with limits or a default more often than not. */
export function field(random: Random, entity: string, name: string): Field {
  const type = fieldType(random);
  const required = random.below(100) < 45;
  const limits = limitsOf(random, type);
  // Many a value is too rare to be unique: an enum or a boolean would soon be used up.
  const isUnique =
    ['string', 'email', 'uuid'].includes(type.kind) &&
    !('pattern' in limits) &&
    random.below(100) < 20;
  const secret = type.kind === 'string' && !isUnique && random.below(100) < 10;
  return buildField(entity, { name, type, required, unique: isUnique, secret, ...limits });
}

function fieldType(random: Random): FieldType {
  const scale = random.between(0, 4);
  return random.pick<FieldType>([
    { kind: 'string' },
    { kind: 'string' },
    { kind: 'text' },
    { kind: 'integer' },
    { kind: 'number' },
    { kind: 'decimal', precision: scale + random.between(1, 10), scale },
    { kind: 'money', currency: 'EUR' },
    { kind: 'boolean' },
    { kind: 'date' },
    { kind: 'datetime' },
    { kind: 'uuid' },
    { kind: 'email' },
    { kind: 'url' },
    { kind: 'phone' },
    { kind: 'json' },
    enumOf(['low', 'HIGH', 'in between', 'über']),
    { kind: 'list', items: { kind: random.pick(['string', 'integer', 'date']) } },
  ]);
}

function limitsOf(random: Random, type: FieldType): Partial<Field> {
  const low = random.between(-5, 5);
  const range = (suffix = ''): Partial<Field> => ({
    min: { value: `${low}${suffix}`, exclusive: random.below(4) === 0 },
    max: { value: `${low + random.between(4, 500)}${suffix}`, exclusive: random.below(4) === 0 },
  });
  if (random.below(100) < 40) return defaultOf(type);
  switch (type.kind) {
    case 'integer':
    case 'number':
    case 'money':
      return range();
    case 'decimal':
      // The limits must have room in the type.
      return type.precision - type.scale < 3 ? { min: { value: '0', exclusive: false } } : range();
    case 'date':
      return {
        min: { value: '2001-01-01', exclusive: false },
        max: { value: '2040-12-31', exclusive: false },
      };
    case 'string': {
      if (random.below(100) < 30)
        return {
          pattern: random.pick([
            '^[A-Z]{2}-[0-9]{3,6}$',
            '[a-z]+(_[a-z]+)?',
            '^(red|green)[0-9]*$',
          ]),
        };
      const minLength = random.between(0, 4);
      return { minLength, maxLength: minLength + random.between(12, 60) };
    }
    case 'list':
      return { maxLength: random.between(2, 10) };
    default:
      return {};
  }
}

function defaultOf(type: FieldType): Partial<Field> {
  switch (type.kind) {
    case 'boolean':
      return { default: { kind: 'value', value: true } };
    case 'integer':
      return { default: { kind: 'value', value: 7 } };
    case 'date':
      return { default: { kind: 'today' } };
    case 'datetime':
      return { default: { kind: 'now' } };
    case 'text':
      return { default: { kind: 'value', value: 'none' } };
    default:
      return {};
  }
}

/** A relation to an entity that was made before. */
export function reference(random: Random, entity: string, other: Entity, name: string): Field {
  const many = random.below(100) < 25;
  const required = !many && random.below(100) < 50;
  const onDelete = random.pick(
    required ? (['restrict', 'cascade'] as const) : (['restrict', 'clear', 'cascade'] as const),
  );
  const type = referenceTo(other.id, {
    cardinality: many ? 'many' : 'one',
    onDelete: many && onDelete === 'cascade' ? 'clear' : onDelete,
  });
  return buildField(entity, { name, type, required });
}
