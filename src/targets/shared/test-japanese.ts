import { buildBlueprint, buildEntity, buildField, buildService, referenceTo } from '#blueprint';
import type { Blueprint, Field } from '#blueprint';

const at = (line: number) => [
  { document: 'docs/要件定義書（最新版）.md', line, column: 1, endLine: line, endColumn: 9 },
];
const states = ['下書き', '承認待ち', '承認済み', '完了しましたありがとう'];
const values = states.map((value) => ({ value, label: value }));
const node = (id: string, line: number) =>
  ({ id, label: id, origin: 'stated', sources: at(line) }) as const;
const LONG = 'organisation-of-those-who-are-responsible';

/** Words two columns wide, quotes, backticks and dollars, names of forty letters: what is hard to format. */
export function japanese(): Blueprint {
  const field = (given: Pick<Field, 'name' | 'type'> & Partial<Field>) =>
    buildField('task', { label: '題名', sources: at(3), ...given });
  const task = buildEntity({
    name: 'task',
    plural: 'tasks',
    label: '課題',
    sources: at(2),
    fields: [
      field({ name: 'title', type: { kind: 'string' }, required: true, maxLength: 50 }),
      field({ name: 'status', type: { kind: 'enum', values } }),
      field({
        name: 'kind',
        type: { kind: 'enum', values: [{ value: `it's "quoted"`, label: '`${x}`' }] },
        required: true,
      }),
      field({ name: 'tags', type: { kind: 'list', items: { kind: 'enum', values } } }),
      field({ name: 'owner', type: referenceTo(LONG), required: true }),
      field({
        name: LONG,
        type: { kind: 'string' },
        required: true,
        unique: true,
        pattern: "^[a-z']{3}$",
      }),
    ],
    lifecycle: {
      ...node('task/status', 5),
      field: 'status',
      initial: '下書き',
      states: states.map((value, index) => ({ ...node(`task/status/s${index}`, 5), value })),
      transitions: states.slice(1).map((to, index) => ({
        ...node(`task/status/t${index}`, 6),
        label: `「${to}」にする`,
        name: `t${index}`,
        from: states.slice(index, index + 1),
        to,
        roles: index === 0 ? ['reviewer'] : [],
      })),
    },
    rules: [
      {
        ...node('task/rule/title', 9),
        statement: "題名は「下書き」以外の場合に、必ず入力しなければならない: `x` ${y} \\ it's.",
        message: '題名は必須です',
        on: ['create', 'update'],
        fields: ['title'],
        expression: {
          kind: 'compare',
          operator: 'ne',
          left: { kind: 'field', field: 'title' },
          right: { kind: 'literal', type: 'string', value: '禁止された、とても長い題名です' },
        },
      },
    ],
  });
  const long = buildEntity({
    name: LONG,
    plural: `${LONG}s`,
    sources: at(20),
    fields: [
      buildField(LONG, { name: 'e-mail', type: { kind: 'email' }, required: true, unique: true }),
      buildField(LONG, { name: 'parent', type: referenceTo(LONG, { onDelete: 'clear' }) }),
    ],
  });
  return buildBlueprint({
    name: 'kadai',
    label: '課題管理',
    roles: ['reviewer', 'clerk'].map((name) => ({
      ...node(`role/${name}`, 1),
      name,
      description: '',
    })),
    services: [buildService({ name: 'kadai', label: '課題管理', entities: [task, long] })],
  });
}
