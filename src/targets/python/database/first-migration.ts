import { entityById, isReference } from '#blueprint';
import type { Entity, Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { hasColumn } from '../../shared/database/indexes.ts';
import { columnName, tableName } from '../../shared/database/sql-names.ts';
import { isOptional } from '../entity/kind-code.ts';
import { call, list, literal, print } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import { columnCode, columnType } from './column-code.ts';
import { columnCode as indexColumn, foreignKeyCode } from './constraint-code.ts';
import { foreignKeysOf, indexesOf, linkIndex, linkKeys, linkTable } from './constraints.ts';
import type { ForeignKey, Index } from './constraints.ts';
import { serviceTables } from './service-tables.ts';

/** The migration that makes an empty database: tables, then keys that need two of them, then indexes. */
export function firstMigration(service: Service): GeneratedFile {
  const ordered = inOrder(service);
  const before = new Set<string>();
  const tables: string[] = [];
  const later: string[] = [];
  for (const entity of ordered) {
    const table = tableName(entity);
    before.add(table);
    const keys = foreignKeysOf(service, entity);
    tables.push(
      createTable(
        entity,
        keys.filter(({ target }) => before.has(target)),
      ),
    );
    for (const key of keys.filter(({ target }) => !before.has(target)))
      later.push(addKey(table, key));
  }
  const links = service.entities.flatMap((entity) =>
    entity.fields
      .filter(isReference)
      .filter((field) => !hasColumn(field))
      .flatMap((field) => {
        const table = linkTable(entity, field);
        return [
          linkTableCode(table, linkKeys(service, entity, field)),
          indexCode(table, linkIndex(table)),
        ];
      }),
  );
  const indexes = ordered.flatMap((entity) =>
    indexesOf(service, entity).map((index) => indexCode(tableName(entity), index)),
  );
  const own = serviceTables(service.access === 'accounts', service.document !== undefined);
  const names = [
    ...own.tables,
    ...ordered.map(tableName),
    ...service.entities.flatMap((entity) =>
      entity.fields
        .filter(isReference)
        .filter((field) => !hasColumn(field))
        .map((field) => linkTable(entity, field)),
    ),
  ];
  const content = [
    HEAD,
    print(list(names.map(literal)), 'TABLES = '),
    '\n',
    UPGRADE,
    own.code,
    ...[...tables, ...links.filter((text) => text.includes('create_table')), ...later].map(line),
    ...[...indexes, ...links.filter((text) => text.includes('create_index'))].map(line),
    DOWNGRADE,
  ].join('');
  return { path: 'migrations/versions/0001_init.py', content, owner: 'generated', sources: [] };
}

const line = (text: string) => `${text}\n`;

/** Entities after those that they refer to, as far as that goes. */
function inOrder(service: Service): readonly Entity[] {
  const ordered: Entity[] = [];
  const seen = new Set<string>();
  const visit = (entity: Entity): void => {
    if (seen.has(entity.id)) return;
    seen.add(entity.id);
    for (const field of entity.fields.filter(isReference)) {
      if (hasColumn(field)) visit(entityById(service, field.type.entity));
    }
    ordered.push(entity);
  };
  for (const entity of service.entities) visit(entity);
  return ordered;
}

function createTable(entity: Entity, keys: readonly ForeignKey[]): string {
  const columns: Code[] = [
    columnCode('_tenant', 'sa.Uuid()'),
    columnCode('_created_by', 'sa.Uuid()'),
    columnCode('_version', 'sa.BigInteger()'),
    columnCode('id', 'sa.Uuid()'),
    ...entity.fields
      .filter(hasColumn)
      .map((field) =>
        columnCode(columnName(field), columnType(field.type), isOptional(entity, field)),
      ),
    columnCode('created_at', 'TIME'),
    columnCode('updated_at', 'TIME'),
    call('sa.PrimaryKeyConstraint', [literal('_tenant'), literal('id')]),
  ];
  const args = [literal(tableName(entity)), ...columns, ...keys.map(foreignKeyCode)];
  return print(call('op.create_table', args), '', '', 4);
}

function linkTableCode(table: string, keys: readonly ForeignKey[]): string {
  const columns = ['_tenant', 'source_id', 'target_id'];
  const args = [
    literal(table),
    ...columns.map((name) => columnCode(name, 'sa.Uuid()')),
    call('sa.PrimaryKeyConstraint', columns.map(literal)),
    ...keys.map(foreignKeyCode),
  ];
  return print(call('op.create_table', args), '', '', 4);
}

/** SQLite can't add a key to a table: there Alembic makes the table anew. */
function addKey(table: string, { name, columns, target }: ForeignKey): string {
  const args = [
    literal(name),
    literal(target),
    list(columns.map(literal)),
    list(['_tenant', 'id'].map(literal)),
  ];
  const code = call('batch.create_foreign_key', args, { deferrable: 'True' });
  return `    with op.batch_alter_table(${literal(table)}) as batch:\n${print(code, '', '', 8)}`;
}

function indexCode(table: string, { name, columns, unique }: Index): string {
  const args = [literal(name), literal(table), list(columns.map(indexColumn))];
  return print(call('op.create_index', args, { unique: unique ? 'True' : undefined }), '', '', 4);
}

const HEAD = `"""The tables of the service and of its resources."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True)
`;

const UPGRADE = `

def upgrade() -> None:
    """Names that begin with _ are those of the service itself."""
`;

const DOWNGRADE = `

def downgrade() -> None:
    """All tables, with what is in them."""
    if op.get_bind().dialect.name == "postgresql":
        names = ", ".join(f'"{table}"' for table in TABLES)
        op.execute(f"drop table {names} cascade")
        return
    op.execute("pragma defer_foreign_keys = on")
    for table in reversed(TABLES):
        op.execute(sa.delete(sa.table(table)))
    for table in reversed(TABLES):
        op.drop_table(table)
`;
