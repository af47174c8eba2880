import { buildBlueprint, buildService, sentenceCase } from '#blueprint';
import type { Blueprint, Entity, Permission } from '#blueprint';
import { createRandom, type Random } from '../../src/verify/fuzz/random.ts';
import { accountEntity, entity } from './random-entity.ts';
import { node, shuffled } from './random-node.ts';

/**
 * A blueprint of one service that is like no other: every kind of node, field type, constraint, relation and
 * rule comes up within a few dozen seeds. Its rules can be kept all at once, so that records can be made.
 */
export function randomBlueprint(seed: number): Blueprint {
  const random = createRandom(seed);
  const chance = (percent: number) => random.below(100) < percent;
  const accounts = chance(75);
  const roles =
    accounts && chance(60) ? ['manager', 'clerk', 'auditor'].slice(0, random.between(1, 3)) : [];
  const names = shuffled(random, NOUNS).slice(0, random.between(1, 5));
  const made: Entity[] = accounts && chance(30) ? [accountEntity(random, roles)] : [];
  for (const name of names) made.push(entity(random.fork(name), name, made, roles));
  const name = random.pick(['workshop', 'clinic', 'library', 'shop-floor', 'depot2']);
  const [first] = made;
  return buildBlueprint({
    name,
    label: sentenceCase(name),
    description: `Blueprint ${seed}: "quoted" \\ and <odd> — Ünï.`,
    services: [
      buildService({
        name,
        access: accounts ? 'accounts' : 'public',
        entities: made,
        permissions: permissions(random, made, roles),
        events:
          first && chance(40)
            ? [
                {
                  ...node(`${first.id}/event/born`),
                  name: `${first.name}.born`,
                  entity: first.id,
                  on: 'created',
                },
              ]
            : [],
        decisionTables: chance(30)
          ? [
              {
                ...node('table/fees'),
                name: 'fees',
                hitPolicy: 'unique',
                inputs: ['age'],
                outputs: ['fee'],
                rows: [{ inputs: ['< 18'], outputs: ['0'] }],
              },
            ]
          : [],
      }),
    ],
    roles: roles.map((role) => ({ ...node(`role/${role}`), name: role, description: '' })),
    stories: [
      {
        ...node('story/1'),
        goal: 'see it all',
        benefit: 'nothing is lost',
        criteria: [
          {
            text: 'It is there.',
            given: 'a record',
            when: 'I look',
            // oxlint-disable-next-line unicorn/no-thenable -- Gherkin's own word
            then: 'I see it',
            sources: [],
          },
        ],
        entities: made.map(({ id }) => id),
      },
    ],
    processes: chance(40)
      ? [
          {
            ...node('process/intake'),
            name: 'intake',
            steps: [{ ...node('process/intake/1'), entities: names.slice(0, 1) }],
          },
        ]
      : [],
    integrations: chance(40)
      ? [{ ...node('integration/mail'), name: 'mail', purpose: 'Sends letters.' }]
      : [],
    qualities: chance(50)
      ? [
          {
            ...node('quality/page-size'),
            category: 'page-size',
            statement: 'Pages are short.',
            value: random.between(5, 50),
            unit: 'items',
          },
        ]
      : [],
    questions: chance(50)
      ? [
          {
            ...node('question/1'),
            reason: 'Nobody said.',
            origin: 'inferred',
            note: 'It was not said.',
          },
        ]
      : [],
  });
}

const NOUNS = [
  'order',
  'class',
  'group',
  'user',
  'select',
  'session',
  'invoice-line',
  'document',
  'person',
  'table',
  'event',
  'account',
  'tenant',
  'box',
  'measure-point',
  'type',
  'note',
  'category',
];

function permissions(
  random: Random,
  entities: readonly Entity[],
  roles: readonly string[],
): readonly Permission[] {
  return roles.flatMap((role) =>
    entities
      .filter(() => random.below(100) < 40)
      .map(({ id }) => ({
        ...node(`permission/${role}/${id}`),
        role,
        entity: id,
        operations: random.pick([
          ['read'],
          ['read', 'create', 'update'],
          ['read', 'create', 'update', 'delete'],
          ['update', 'delete'],
        ] as const),
        own: random.below(4) === 0,
      })),
  );
}
