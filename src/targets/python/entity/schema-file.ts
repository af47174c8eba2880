import type { DefaultValue, Entity, Field, FieldType } from '#blueprint';
import type { GeneratedFile } from '#files';
import { canonicalValue } from '../../shared/entity/canonical-value.ts';
import { call, literal, print, subscript, tuple } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import { docstring } from '../emit/docstring.ts';
import { Imports } from '../emit/imports.ts';
import { entityNames, fieldNames } from '../names.ts';
import { isOptional, isWritable, kindCode } from './kind-code.ts';
import { pythonType } from './python-type.ts';

/** `schema.py`: what requests may say about an order, and how answers show it. */
export function schemaFile(entity: Entity): GeneratedFile {
  const { type, module } = entityNames(entity);
  const imports = new Imports();
  imports.use('app.fields.schema', 'Answer');
  imports.use('app.fields.schema', 'Body');
  imports.use('app.fields.schema', 'Identity');
  imports.use('app.fields.schema', 'Time');
  const written = entity.fields.filter(isWritable);
  const body = written.map((field) => property(entity, field, imports, 'body'));
  const answer = entity.fields
    .filter(({ secret }) => !secret)
    .map((field) => property(entity, field, imports, 'answer'));
  const content = [
    `${imports.print()}\n\n`,
    `class ${type}Body(Body):\n`,
    docstring(`What a request says about ${entity.label}`, entity, 4),
    body.length > 0 ? `\n${body.join('')}` : '',
    `\n\nclass ${type}Answer(Answer):\n`,
    docstring(`${entity.label}, as answers show it`, undefined, 4),
    '\n    id: Identity\n',
    ...answer,
    '    created_at: Time\n    updated_at: Time\n',
  ].join('');
  return {
    path: `app/resources/${module}/schema.py`,
    content: `${docstring(`Schemas of ${entity.label}`)}\n${content}`,
    owner: 'generated',
    sources: [...entity.sources, ...entity.fields.flatMap(({ sources }) => sources)],
  };
}

function property(
  entity: Entity,
  field: Field,
  imports: Imports,
  where: 'body' | 'answer',
): string {
  const { attribute, alias } = fieldNames(field);
  const isState = entity.lifecycle?.field === field.name;
  const optional = where === 'answer' ? !field.required : isOptional(entity, field) || isState;
  const many = field.type.kind === 'reference' && field.type.cardinality === 'many';
  const type = pythonType(field.type, imports) + (optional && !many ? ' | None' : '');
  imports.use('typing', 'Annotated');
  const annotation = subscript('Annotated', type, kindCode(field, imports));
  const value =
    where === 'body' && isState ? 'None' : initial(field, where, optional, many, imports);
  const options = { alias: alias === undefined ? undefined : literal(alias), ...value_(value) };
  const plain = alias === undefined && (typeof value === 'string' || value === undefined);
  const assigned: Code | undefined = plain
    ? value
    : call(imports.use('pydantic', 'Field'), [], options);
  const prefix = `${attribute}: `;
  if (assigned === undefined) return `${print(annotation, prefix, '', 4)}\n`;
  const flat = print(annotation, prefix, ` = ${print(assigned)}`, 4);
  return `${flat}\n`;
}

type Initial = string | { readonly factory: Code } | undefined;

function value_(value: Initial): Readonly<Record<string, Code | undefined>> {
  if (value === undefined) return {};
  return typeof value === 'string' ? { default: value } : { default_factory: value.factory };
}

/** What a property holds that is not given. */
function initial(
  field: Field,
  where: 'body' | 'answer',
  optional: boolean,
  many: boolean,
  imports: Imports,
): Initial {
  if (where === 'answer' && isWritable(field)) return undefined;
  if (field.default) return defaultCode(field.type, field.default, imports);
  if (where === 'answer') return undefined;
  if (many && !field.required) return { factory: 'list' };
  return optional ? 'None' : undefined;
}

function defaultCode(type: FieldType, given: DefaultValue, imports: Imports): Initial {
  if (given.kind !== 'value') return { factory: imports.use('app.clock', given.kind) };
  const { value } = given;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') {
    const partial = imports.use('functools', 'partial');
    return { factory: call(partial, ['list', tuple(value.map(literal))]) };
  }
  const text = literal(canonicalValue(type, value));
  switch (type.kind) {
    case 'decimal':
    case 'money':
      return `${imports.use('app.database.base', 'Decimal')}(${text})`;
    case 'date':
      return `${imports.use('app.database.base', 'Date')}.fromisoformat(${text})`;
    case 'datetime':
      return `${imports.use('app.database.base', 'DateTime')}.fromisoformat(${text})`;
    case 'uuid':
    case 'reference':
      return `${imports.use('app.database.base', 'UUID')}(${text})`;
    case 'number':
    case 'integer':
      return String(Number(value));
    case 'boolean':
      return value === 'true' ? 'True' : 'False';
    default:
      return text;
  }
}
