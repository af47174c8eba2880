import { z } from 'zod';
import { list, nameSchema, nodeIdSchema } from './node.ts';

/**
 * A typed expression tree: the one form that intake writes, targets lower to code and `rules`
 * evaluates. A comparison or calculation that reads a missing value is unknown, and an unknown
 * rule is not violated; only `present` sees that a value is missing.
 */
export type Expression =
  | Literal
  /** The current time, and the current date in UTC. */
  | { readonly kind: 'now' }
  | { readonly kind: 'today' }
  /** A field of the record as it will be written. */
  | { readonly kind: 'field'; readonly field: string }
  /** A field of the record as it was before; missing on create. */
  | { readonly kind: 'previous'; readonly field: string }
  /** A field of the record that reference field `via` points to. */
  | { readonly kind: 'related'; readonly via: string; readonly field: string }
  /** Inside `where` or `value` of an aggregate: a field of the record that the rule is about. */
  | { readonly kind: 'outer'; readonly field: string }
  | { readonly kind: 'has-role'; readonly role: string }
  | { readonly kind: 'present'; readonly value: Expression }
  | { readonly kind: 'length'; readonly value: Expression }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'in'; readonly value: Expression; readonly options: readonly Literal[] }
  | { readonly kind: 'matches'; readonly value: Expression; readonly pattern: string }
  | { readonly kind: 'and'; readonly operands: readonly Expression[] }
  | { readonly kind: 'or'; readonly operands: readonly Expression[] }
  | { readonly kind: 'not'; readonly operand: Expression }
  /** If `condition` holds then `consequence` must; an unknown condition asks for nothing. */
  | { readonly kind: 'implies'; readonly condition: Expression; readonly consequence: Expression }
  /** Over the rows of `entity`; with `via`, only those whose reference `via` points to this record. */
  | {
      readonly kind: 'aggregate';
      readonly function: 'count' | 'sum' | 'min' | 'max' | 'average';
      readonly entity: string;
      readonly via?: string;
      readonly value?: Expression;
      readonly where?: Expression;
    };

/** A constant. Numbers and dates are written as text, so that decimals stay exact. */
export type Literal = {
  readonly kind: 'literal';
  readonly type: 'string' | 'integer' | 'decimal' | 'boolean' | 'date' | 'datetime' | 'duration';
  /** `true`, `42`, `9.90`, `2026-01-31`, an RFC 3339 time, an ISO 8601 duration (`P45D`, `PT2H`). */
  readonly value: string;
};

export type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
/** `add` and `subtract` also take a date or time and a duration. */
export type Arithmetic = 'add' | 'subtract' | 'multiply' | 'divide';

const literalSchema: z.ZodType<Literal> = z
  .strictObject({
    kind: z.literal('literal'),
    type: z.enum(['string', 'integer', 'decimal', 'boolean', 'date', 'datetime', 'duration']),
    value: z.string(),
  })
  .readonly();

const nested: z.ZodType<Expression> = z.lazy(() => expressionSchema);
const node = <K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape }).readonly();

export const expressionSchema: z.ZodType<Expression> = z
  .union([
    literalSchema,
    node('now', {}),
    node('today', {}),
    node('field', { field: nameSchema }),
    node('previous', { field: nameSchema }),
    node('related', { via: nameSchema, field: nameSchema }),
    node('outer', { field: nameSchema }),
    node('has-role', { role: nameSchema }),
    node('present', { value: nested }),
    node('length', { value: nested }),
    node('compare', {
      operator: z.enum(['eq', 'ne', 'lt', 'le', 'gt', 'ge']),
      left: nested,
      right: nested,
    }),
    node('arithmetic', {
      operator: z.enum(['add', 'subtract', 'multiply', 'divide']),
      left: nested,
      right: nested,
    }),
    node('in', { value: nested, options: list(literalSchema) }),
    node('matches', { value: nested, pattern: z.string().max(500) }),
    node('and', { operands: list(nested) }),
    node('or', { operands: list(nested) }),
    node('not', { operand: nested }),
    node('implies', { condition: nested, consequence: nested }),
    node('aggregate', {
      function: z.enum(['count', 'sum', 'min', 'max', 'average']),
      entity: nodeIdSchema,
      via: nameSchema.exactOptional(),
      value: nested.exactOptional(),
      where: nested.exactOptional(),
    }),
  ])
  .meta({ id: 'Expression' });
