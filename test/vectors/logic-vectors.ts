import {
  get,
  before,
  constant,
  compare,
  present,
  not,
  all,
  some,
  implies,
  unknown,
} from './vocabulary.ts';
import type { ExpressionVector } from './vocabulary.ts';

/** Membership, texts, lists, presence, roles and logic. */
export const logicVectors: readonly ExpressionVector[] = [
  // membership, texts, lists
  {
    name: 'in',
    expression: { kind: 'in', value: get('status'), options: [constant('string', 'open')] },
    record: { status: 'open' },
    expected: true,
  },
  {
    name: 'not in',
    expression: { kind: 'in', value: get('status'), options: [constant('string', 'open')] },
    record: { status: 'closed' },
    expected: false,
  },
  {
    name: 'in, missing',
    expression: { kind: 'in', value: get('status'), options: [constant('string', 'open')] },
    expected: null,
  },
  {
    name: 'in numbers',
    expression: {
      kind: 'in',
      value: get('count'),
      options: [constant('integer', '1'), constant('integer', '2')],
    },
    record: { count: 2 },
    expected: true,
  },
  {
    name: 'matches as a whole',
    expression: { kind: 'matches', value: get('title'), pattern: 'a|b' },
    record: { title: 'ab' },
    expected: false,
  },
  {
    name: 'matches',
    expression: { kind: 'matches', value: get('title'), pattern: '[A-Z]{2}[0-9]+' },
    record: { title: 'AB12' },
    expected: true,
  },
  {
    name: 'matches, missing',
    expression: { kind: 'matches', value: get('title'), pattern: '.' },
    expected: null,
  },
  {
    name: 'the length of a text in code points',
    expression: compare({ kind: 'length', value: get('title') }, 'eq', constant('integer', '2')),
    record: { title: '😀é' },
    expected: true,
  },
  {
    name: 'the length of a list',
    expression: compare({ kind: 'length', value: get('tags') }, 'ge', constant('integer', '1')),
    record: { tags: [] },
    expected: false,
  },
  {
    name: 'the length of nothing',
    expression: compare({ kind: 'length', value: get('title') }, 'ge', constant('integer', '0')),
    expected: null,
  },
  {
    name: 'equal lists',
    expression: compare(get('tags'), 'eq', before('tags')),
    record: { tags: ['a', 'b'] },
    previous: { tags: ['a', 'b'] },
    expected: true,
  },
  {
    name: 'lists in another order',
    expression: compare(get('tags'), 'eq', before('tags')),
    record: { tags: ['a', 'b'] },
    previous: { tags: ['b', 'a'] },
    expected: false,
  },
  // presence, previous, roles
  { name: 'present', expression: present('title'), record: { title: '' }, expected: true },
  { name: 'absent', expression: present('title'), record: { title: null }, expected: false },
  {
    name: 'previous on create is missing',
    expression: { kind: 'present', value: before('title') },
    record: { title: 'x' },
    expected: false,
  },
  {
    name: 'previous',
    expression: compare(get('price'), 'eq', before('price')),
    record: { price: '2.00' },
    previous: { price: '1.00' },
    expected: false,
  },
  {
    name: 'has the role',
    expression: { kind: 'has-role', role: 'manager' },
    roles: ['clerk', 'manager'],
    expected: true,
  },
  {
    name: 'has not the role',
    expression: { kind: 'has-role', role: 'manager' },
    roles: ['clerk'],
    expected: false,
  },
  {
    name: 'the owner has every role',
    expression: { kind: 'has-role', role: 'manager' },
    roles: ['owner'],
    expected: true,
  },
  // logic
  {
    name: 'and: false wins over unknown',
    expression: all(unknown, present('title')),
    expected: false,
  },
  {
    name: 'and: unknown wins over true',
    expression: all(unknown, not(present('title'))),
    expected: null,
  },
  { name: 'and of nothing', expression: all(), expected: true },
  {
    name: 'or: true wins over unknown',
    expression: some(unknown, not(present('title'))),
    expected: true,
  },
  {
    name: 'or: unknown wins over false',
    expression: some(unknown, present('title')),
    expected: null,
  },
  { name: 'or of nothing', expression: some(), expected: false },
  { name: 'not unknown', expression: not(unknown), expected: null },
  {
    name: 'implies: the condition fails',
    expression: implies(present('title'), present('start')),
    expected: true,
  },
  {
    name: 'implies: an unknown condition asks for nothing',
    expression: implies(unknown, present('start')),
    expected: true,
  },
  {
    name: 'implies: violated',
    expression: implies(
      compare(get('status'), 'eq', constant('string', 'closed')),
      present('title'),
    ),
    record: { status: 'closed' },
    expected: false,
  },
  {
    name: 'implies: fulfilled',
    expression: implies(
      compare(get('status'), 'eq', constant('string', 'closed')),
      present('title'),
    ),
    record: { status: 'closed', title: 'x' },
    expected: true,
  },
  {
    name: 'implies: an unknown consequence',
    expression: implies(not(present('title')), unknown),
    expected: null,
  },
];
