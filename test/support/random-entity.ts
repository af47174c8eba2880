import { buildEntity, buildField, referenceTo } from '#blueprint';
import type { Entity } from '#blueprint';
import type { Random } from '../../src/verify/fuzz/random.ts';
import { field, reference } from './random-field.ts';
import { enumOf, node, shuffled } from './random-node.ts';
import { dateRules, lifecycleOf, stateRules } from './random-rules.ts';

const WORDS = [
  'title',
  'code',
  'number',
  'value',
  'from',
  'to',
  'limit',
  'state-note',
  'default',
  'import',
  'size',
  'key',
  'data',
  'note',
  'index',
  'level',
  'ref',
  'q',
  'sort',
  'cursor',
  'version',
  'async',
  'self',
  'hash',
];

/** An entity with fields, relations to earlier ones, and now and then a lifecycle, rules and a key. */
export function entity(
  random: Random,
  name: string,
  others: readonly Entity[],
  roles: readonly string[],
): Entity {
  const words = shuffled(random, WORDS);
  const count = random.between(1, 9);
  const plain = words.slice(0, count).map((word) => field(random.fork(word), name, word));
  const references = others
    .slice(-2)
    .flatMap((other, index) =>
      random.below(100) < 60
        ? [reference(random, name, other, `${['owner', 'parent'][index]}`)]
        : [],
    );
  const self =
    random.below(100) < 20
      ? [buildField(name, { name: 'previous', type: referenceTo(name, { onDelete: 'clear' }) })]
      : [];
  const lifecycle = random.below(100) < 40 ? lifecycleOf(random, name, roles) : undefined;
  const state = lifecycle
    ? [
        buildField(name, {
          name: 'status',
          type: enumOf(lifecycle.states.map(({ value }) => value)),
          default: { kind: 'value', value: lifecycle.initial },
        }),
      ]
    : [];
  const dates =
    random.below(100) < 40
      ? ['starts', 'ends'].map((date) => buildField(name, { name: date, type: { kind: 'date' } }))
      : [];
  const fields = [...plain, ...references, ...self, ...state, ...dates];
  const key = fields
    .filter(({ type }) => type.kind === 'integer' || type.kind === 'string')
    .slice(0, 2);
  return buildEntity({
    name,
    plural: plural(name),
    description: random.below(2) === 0 ? '' : `All about ${name}.`,
    fields,
    keys:
      key.length === 2 && random.below(100) < 30
        ? [{ ...node(`${name}/key/1`), fields: key.map((one) => one.name) }]
        : [],
    ...(lifecycle && { lifecycle }),
    rules: [
      ...(dates.length > 0 ? dateRules(random, name) : []),
      ...(lifecycle && dates.length > 0 ? stateRules(name, lifecycle) : []),
    ],
  });
}

/** The entity whose records are the people who log in. */
export function accountEntity(random: Random, roles: readonly string[]): Entity {
  const name = random.pick(['member', 'user']);
  return buildEntity({
    name: `${name}-profile`,
    plural: `${name}-profiles`,
    account: true,
    fields: [
      buildField(`${name}-profile`, {
        name: 'email',
        type: { kind: 'email' },
        required: true,
        unique: true,
        readOnly: true,
        account: 'email',
      }),
      ...(roles.length > 0
        ? [
            buildField(`${name}-profile`, {
              name: 'role',
              type: enumOf(['owner', ...roles]),
              required: true,
              readOnly: true,
              account: 'role',
            }),
          ]
        : []),
      buildField(`${name}-profile`, {
        name: 'nick',
        type: { kind: 'string' },
        maxLength: 40,
        required: random.below(2) === 0,
      }),
    ],
  });
}

function plural(name: string): string {
  if (name.endsWith('y')) return `${name.slice(0, -1)}ies`;
  return /(s|x)$/.test(name) ? `${name}es` : `${name}s`;
}
