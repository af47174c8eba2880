import type { Rule } from '#blueprint';
import type { LineNote } from '../coverage/line-note.ts';
import type { DataModel } from '../data-model.ts';
import type { FieldConstraint, StatementClaims } from '../statement-claims.ts';
import type { Finding } from './grammar/finding.ts';
import { slugOf, uniqueNames } from './naming.ts';
import type { Said } from './said.ts';

/** Constraints of single fields, and what happens to records when the one they refer to is deleted. */
export function constraintsOf(
  sentences: readonly Said[],
  { entities }: DataModel,
): readonly FieldConstraint[] {
  return sentences.flatMap(({ finding, source }): FieldConstraint[] => {
    if (finding.kind === 'constraint') return [{ ...finding, sources: [source] }];
    if (finding.kind !== 'on-delete') return [];
    const field = entities
      .find(({ entity }) => entity.id === finding.entity)
      ?.fields.find(({ field }) => field.name === finding.field)?.field;
    return field?.type.kind === 'reference'
      ? [
          {
            entity: finding.entity,
            field: finding.field,
            change: { type: { ...field.type, onDelete: finding.action } },
            sources: [source],
          },
        ]
      : [];
  });
}

/** Combinations of fields that are unique. */
export function keysOf(
  sentences: readonly Said[],
  { language }: DataModel,
): StatementClaims['keys'] {
  const found = sentences.flatMap(({ finding, source, text }) =>
    finding.kind === 'key' ? [{ finding, source, text }] : [],
  );
  const groups = Map.groupBy(found, ({ finding }) =>
    JSON.stringify([finding.entity, finding.fields.toSorted()]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { entity, fields } = first.finding;
    return [
      {
        entity,
        key: {
          id: `${entity}/key/${fields.join('-').slice(0, 80) || slugOf(first.text, language)}`,
          label: first.text,
          origin: 'stated',
          sources: group.map(({ source }) => source),
          fields: [...fields],
        },
      },
    ];
  });
}

/** The same demand said twice is one rule with both places. */
export function rulesOf(
  sentences: readonly Said[],
  { language }: DataModel,
): StatementClaims['rules'] {
  const found = sentences.flatMap(({ finding, source, text }) =>
    finding.kind === 'rule' ? [{ finding, source, text }] : [],
  );
  const groups = Map.groupBy(found, ({ finding }) =>
    JSON.stringify([finding.entity, finding.on, finding.expression]),
  );
  const names = new Map<string, (name: string) => string>();
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { entity, on, expression, fields } = first.finding;
    const nameIn = names.get(entity) ?? uniqueNames();
    names.set(entity, nameIn);
    const rule: Rule = {
      id: `${entity}/rule/${nameIn(slugOf(first.text, language))}`,
      label: first.text,
      statement: first.text,
      origin: 'stated',
      sources: group.map(({ source }) => source),
      on: [...on],
      expression,
      message: first.text,
      fields: [...fields],
    };
    return [{ entity, rule }];
  });
}

const HEARD: Readonly<Partial<Record<Finding['kind'], string>>> = {
  transition: 'It says which steps between states are allowed.',
  final: 'It says which states are left no more.',
  initial: 'It says in which state records begin.',
  permission: 'It says who may do what.',
};

/** Sentences that shape a node without being cited by one. */
export function notesOf(sentences: readonly Said[]): readonly LineNote[] {
  return sentences.flatMap(({ finding, source }) => {
    const reason = HEARD[finding.kind];
    return reason === undefined ? [] : [{ span: source, status: 'used', reason }];
  });
}
