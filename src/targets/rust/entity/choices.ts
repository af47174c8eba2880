import { pascalCase } from '#blueprint';
import type { Entity, Field } from '#blueprint';
import { literal } from '../emit/code.ts';
import { docComment } from '../emit/doc-comment.ts';
import { choiceType } from '../names.ts';

/** The `enum`s of the fields that are a choice, or a list of them. */
export function choicesOf(entity: Entity): readonly string[] {
  return entity.fields.flatMap((field) => {
    const type = field.type.kind === 'list' ? field.type.items : field.type;
    if (type.kind !== 'enum') return [];
    return [
      enumOf(
        entity,
        field,
        type.values.map(({ value }) => value),
      ),
    ];
  });
}

function enumOf(entity: Entity, field: Field, values: readonly string[]): string {
  const variants = variantNames(values);
  const lines = values.map((value) => `        ${variants.get(value)} = ${literal(value)},\n`);
  return [
    'choices! {\n',
    docComment(`${field.label} of ${entity.label}`, field, 4),
    `    pub enum ${choiceType(entity, field)} {\n`,
    ...lines,
    '    }\n}\n',
  ].join('');
}

/** Names of variants, one for each value. */
function variantNames(values: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>(['Self']);
  for (const value of values) {
    const words = value
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
    const plain = pascalCase(words);
    const base = /^[A-Z]/.test(plain) ? plain.slice(0, 60) : `Value${plain}`.slice(0, 60);
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base}${number}`;
    taken.add(name);
    names.set(value, name);
  }
  return names;
}
