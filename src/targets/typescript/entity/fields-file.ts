import { jsonName } from '#blueprint';
import type { Entity, Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { object, print, WIDTH } from '../emit/code.ts';
import { docComment } from '../emit/comment.ts';
import { Imports } from '../emit/imports.ts';
import { entityNames } from '../names.ts';
import { fieldCode } from './field-code.ts';

/** `order.fields.ts`: what an order holds, and its type. */
export function fieldsFile(service: Service, entity: Entity): GeneratedFile {
  const { type, value, folder, file } = entityNames(entity);
  const imports = new Imports();
  const fields = entity.fields.map((field) => [
    jsonName(field),
    fieldCode(service, entity, field, imports),
  ]);
  imports.type('../../fields/index.ts', 'RecordOf');
  const definition = object(Object.fromEntries(fields), true);
  return {
    path: `${folder}/${file}.fields.ts`,
    content: [
      imports.print(),
      '\n',
      docComment(entity.label, entity),
      print(definition, `export const ${value('Fields')} = `, ';'),
      '\n\n',
      typeAlias(type, `typeof ${value('Fields')}`),
    ].join(''),
    owner: 'generated',
    sources: [...entity.sources, ...entity.fields.flatMap(({ sources }) => sources)],
  };
}

function typeAlias(type: string, fields: string): string {
  const line = `export type ${type} = RecordOf<${fields}>;`;
  return line.length <= WIDTH ? `${line}\n` : `export type ${type} = RecordOf<\n  ${fields}\n>;\n`;
}
