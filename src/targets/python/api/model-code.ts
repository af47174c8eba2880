import type { ApiDeclaration, ApiProperty, ApiType } from '../../shared/api/api-type.ts';
import { mergedObject } from '../../shared/api/merged-object.ts';
import { WIDTH, call, literal, print, widthOf } from '../emit/code.ts';
import { docstring } from '../emit/docstring.ts';
import { AttributeNames } from './api-names.ts';
import { typeCode } from './type-code.ts';
import type { ModelScope } from './type-code.ts';

/** A class for an object, and an alias for any other type. */
export function declarationCode(
  { name, description, type }: ApiDeclaration,
  scope: ModelScope,
): readonly string[] {
  const object =
    type.kind === 'object' ? type : type.kind === 'all' && mergedObject(type, scope.known);
  const words = (description.split('\n', 1)[0] ?? '').slice(0, 200).trim();
  const comment = words === '' ? '' : docstring(words, undefined, 4);
  const names = new AttributeNames();
  const attributeOf = (property: string) => names.take(property);
  if (object)
    return classCode({ name, base: 'Model', comment, attributeOf }, object.properties, scope);
  return [aliasCode(name, typeCode(type as ApiType, scope), scope)];
}

/** A class without its properties. */
interface ClassHead {
  readonly name: string;
  readonly base: 'Model' | 'ApiRequest';
  /** Its docstring; empty for none. */
  readonly comment: string;
  /** The attribute of a property. */
  readonly attributeOf: (property: string) => string;
}

/** `class Ship(Model):`, and before it the types that are too long to stand in it. */
export function classCode(
  { name, base, comment, attributeOf }: ClassHead,
  properties: readonly ApiProperty[],
  scope: ModelScope,
): readonly string[] {
  scope.imports.use('app.api.operation', base);
  const aliases: string[] = [];
  const fields = properties.map((property) => {
    const attribute = attributeOf(property.name);
    const type = annotationOf(property, scope);
    const line = fieldCode(property, attribute, type, scope);
    if (widthOf(line) <= WIDTH) return `${line}\n`;
    const alias = scope.freshName(`${name}_${attribute}`);
    aliases.push(aliasCode(alias, type, scope));
    return `${fieldCode(property, attribute, alias, scope)}\n`;
  });
  const parts = [comment, fields.join('')].filter((part) => part !== '');
  return [...aliases, `class ${name}(${base}):\n${parts.join('\n') || '    pass\n'}`];
}

/** An alias that may be used before it is declared, and mean itself. */
export function aliasCode(name: string, type: string, { imports }: ModelScope): string {
  const alias = imports.use('typing_extensions', 'TypeAliasType');
  return `${print(call(alias, [literal(name), literal(type)]), `${name} = `)}\n`;
}

function annotationOf({ required, type }: ApiProperty, scope: ModelScope): string {
  // What may not be there is there as nothing.
  if (type.kind === 'never' && !required) return 'None';
  const text = typeCode(type, scope);
  const isNullable = type.kind === 'any' || /(?:^|\| )None$/.test(text);
  return isNullable || required ? text : `${text} | None`;
}

function fieldCode(
  { name, required }: ApiProperty,
  attribute: string,
  annotation: string,
  { imports }: ModelScope,
): string {
  if (attribute === name) return `    ${attribute}: ${annotation}${required ? '' : ' = None'}`;
  const field = imports.use('pydantic', 'Field');
  return print(
    call(field, [], { default: required ? undefined : 'None', alias: literal(name) }),
    `${attribute}: ${annotation} = `,
    '',
    4,
  );
}
