import { isReference } from '#blueprint';
import type { Entity, Field, Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { hasColumn } from '../../shared/database/indexes.ts';
import { foreignKeyCode, indexCode } from '../database/constraint-code.ts';
import {
  foreignKeysOf,
  indexesOf,
  linkIndex,
  linkKeys,
  linkTable,
} from '../database/constraints.ts';
import { call, list, literal, print, tuple } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import { docstring } from '../emit/docstring.ts';
import { Imports } from '../emit/imports.ts';
import { entityNames, fieldNames } from '../names.ts';
import { isOptional } from './kind-code.ts';
import { linkType } from './link-type.ts';
import { pythonType } from './python-type.ts';

/** `model.py`: the table of an entity, and those of its references to many. */
export function modelFile(service: Service, entity: Entity): GeneratedFile {
  const { type, module, table } = entityNames(entity);
  const imports = new Imports();
  imports.module('sqlalchemy as sa');
  imports.use('app.database.base', 'Record');
  const links = entity.fields.filter(isReference).filter((field) => !hasColumn(field));
  const columns = entity.fields
    .filter(hasColumn)
    .map((field) => columnLine(entity, field, imports));
  const args = tuple([
    ...foreignKeysOf(service, entity).map(foreignKeyCode),
    ...indexesOf(service, entity).map(indexCode),
  ]);
  const parts = [
    `\n\nclass ${type}(Record):\n`,
    docstring(entity.label, entity, 4),
    `\n    __tablename__ = ${literal(table)}\n`,
    `${print(args, '__table_args__ = ', '', 4)}\n`,
    columns.length > 0 ? `\n${columns.join('')}` : '',
    ...links.map((field) => linkLines(service, entity, field, imports)),
  ];
  const classes = links.map((field) => linkClass(service, entity, field, imports));
  return {
    path: `app/resources/${module}/model.py`,
    content: [
      docstring(`The table of ${entity.label}`),
      '\n',
      imports.print(),
      ...classes,
      ...parts,
    ].join(''),
    owner: 'generated',
    sources: [...entity.sources, ...entity.fields.flatMap(({ sources }) => sources)],
  };
}

function columnLine(entity: Entity, field: Field, imports: Imports): string {
  const { attribute, column } = fieldNames(field);
  const type = pythonType(field.type, imports) + (isOptional(entity, field) ? ' | None' : '');
  imports.use('sqlalchemy.orm', 'Mapped');
  const args: Code[] = column === undefined ? [] : [literal(column)];
  const own = columnType(field, imports);
  if (own !== undefined) args.push(own);
  if (args.length === 0) return `    ${attribute}: Mapped[${type}]\n`;
  const named =
    field.type.kind === 'json' ? { nullable: isOptional(entity, field) ? 'True' : 'False' } : {};
  const value = call(imports.use('sqlalchemy.orm', 'mapped_column'), args, named);
  return `${print(value, `${attribute}: Mapped[${type}] = `, '', 4)}\n`;
}

/** Where the type of a column does not follow from that of its values. */
function columnType({ type }: Field, imports: Imports): Code | undefined {
  switch (type.kind) {
    case 'decimal':
      return exact(type.precision, type.scale, imports);
    case 'money':
      return exact(15, 2, imports);
    case 'json':
    case 'list':
      return call(imports.use('app.database.types', 'PlainJson'), []);
    default:
      return undefined;
  }
}

function exact(precision: number, scale: number, imports: Imports): Code {
  const name = imports.use('app.database.types', 'ExactDecimal');
  return call(name, [String(precision), String(scale)]);
}

function linkClass(service: Service, entity: Entity, field: Field, imports: Imports): string {
  const args = tuple([
    ...linkKeys(service, entity, field).map(foreignKeyCode),
    indexCode(linkIndex(linkTable(entity, field))),
  ]);
  imports.use('app.database.base', 'Link');
  return [
    `\n\nclass ${linkType(entity, field)}(Link):\n`,
    docstring(`${field.label} of ${entity.label}`, field, 4),
    `\n    __tablename__ = ${literal(linkTable(entity, field))}\n`,
    `${print(args, '__table_args__ = ', '', 4)}\n`,
  ].join('');
}

function linkLines(service: Service, entity: Entity, field: Field, imports: Imports): string {
  const { attribute } = fieldNames(field);
  const link = linkType(entity, field);
  const uuid = imports.use('app.database.base', 'UUID');
  imports.use('sqlalchemy.orm', 'Mapped');
  imports.use('sqlalchemy.ext.associationproxy', 'AssociationProxy');
  // Where both ends are records of one table, it has to be said which of them has the list.
  const isOwn = field.type.kind === 'reference' && field.type.entity === entity.id;
  const [source] = linkKeys(service, entity, field);
  const columns = (source?.columns ?? []).map((column) =>
    column === '_tenant' ? 'tenant_id' : column,
  );
  const relation = call(imports.use('sqlalchemy.orm', 'relationship'), [], {
    lazy: literal('selectin'),
    cascade: literal('all, delete-orphan'),
    order_by: `${link}.target_id`,
    ...(isOwn && { foreign_keys: list(columns.map((column) => `${link}.${column}`)) }),
  });
  const proxy = call(
    imports.use('sqlalchemy.ext.associationproxy', 'association_proxy'),
    [literal(`${attribute}_links`), literal('target_id')],
    { creator: `lambda target: ${link}(target_id=target)` },
  );
  return [
    `${print(relation, `${attribute}_links: Mapped[list[${link}]] = `, '', 4)}\n`,
    `${print(proxy, `${attribute}: AssociationProxy[list[${uuid}]] = `, '', 4)}\n`,
  ].join('');
}
