import { sentenceCase } from '#blueprint';
import type { Expression, Lifecycle, Literal, Rule } from '#blueprint';
import type { Random } from '../../src/verify/fuzz/random.ts';
import { node } from './random-node.ts';

/** Two to four states in a row. */
export function lifecycleOf(random: Random, entity: string, roles: readonly string[]): Lifecycle {
  const values = ['draft', 'in_review', 'active', 'closed'].slice(0, random.between(2, 4));
  const step = (value: string) => value.replace('_', '-');
  return {
    ...node(`${entity}/status`),
    field: 'status',
    initial: 'draft',
    states: values.map((value) => ({ ...node(`${entity}/status/${step(value)}`), value })),
    transitions: values.slice(1).map((to, index) => ({
      ...node(`${entity}/status/to-${step(to)}`),
      name: `to-${step(to)}`,
      from: [values[index] ?? 'draft'],
      to,
      roles: index === 0 ? roles.slice(0, random.below(2)) : [],
      ...(index === 1 && { guard: { kind: 'present' as const, value: get('status') } }),
    })),
  };
}

/** Rules over the dates `starts` and `ends`, which an entity may keep all at once. */
export function dateRules(random: Random, entity: string): readonly Rule[] {
  const span: Expression = {
    kind: 'arithmetic',
    operator: 'add',
    left: get('starts'),
    right: literal('duration', 'P90D'),
  };
  return [
    rule(entity, 'ends-after-start', 'ends', {
      kind: 'compare',
      operator: 'ge',
      left: get('ends'),
      right: get('starts'),
    }),
    ...(random.below(2) === 0
      ? [
          rule(entity, 'not-too-long', 'ends', {
            kind: 'compare',
            operator: 'le',
            left: get('ends'),
            right: span,
          }),
        ]
      : []),
    ...(random.below(2) === 0
      ? [
          rule(entity, 'both-or-none', 'ends', {
            kind: 'implies',
            condition: { kind: 'present', value: get('ends') },
            consequence: { kind: 'present', value: get('starts') },
          }),
        ]
      : []),
  ];
}

/** Rules over dates and the state. */
export function stateRules(entity: string, { states }: Lifecycle): readonly Rule[] {
  const last = states.at(-1)?.value ?? 'draft';
  const isLast: Expression = {
    kind: 'compare',
    operator: 'eq',
    left: get('status'),
    right: literal('string', last),
  };
  const wasDraft: Expression = {
    kind: 'in',
    value: { kind: 'previous', field: 'status' },
    options: [literal('string', 'draft')],
  };
  return [
    rule(entity, 'ends-when-last', 'ends', {
      kind: 'implies',
      condition: isLast,
      consequence: { kind: 'present', value: get('ends') },
    }),
    rule(
      entity,
      'start-fixed',
      'starts',
      {
        kind: 'or',
        operands: [
          wasDraft,
          {
            kind: 'compare',
            operator: 'eq',
            left: get('starts'),
            right: { kind: 'previous', field: 'starts' },
          },
        ],
      },
      ['update'],
    ),
    rule(entity, 'last-stays', 'status', { kind: 'not', operand: isLast }, ['delete']),
  ];
}

function rule(
  entity: string,
  name: string,
  blamed: string,
  expression: Expression,
  on: Rule['on'] = ['create', 'update'],
): Rule {
  const statement = `${sentenceCase(name)}.`;
  return {
    ...node(`${entity}/rule/${name}`),
    statement,
    message: statement,
    on,
    expression,
    fields: [blamed],
  };
}

const get = (name: string): Expression => ({ kind: 'field', field: name });
const literal = (type: Literal['type'], value: string): Literal => ({
  kind: 'literal',
  type,
  value,
});
