import { jsonName, readableFields, writableFields } from '#blueprint';
import type { Entity, Field } from '#blueprint';
import { exampleId } from '../example/example-id.ts';
import { namesOf } from '../names.ts';
import type { ContractNames } from '../names.ts';
import { patterns } from '../patterns.ts';
import { sentence, sourceLines } from './describe.ts';
import type { Schema } from './document.ts';
import { fieldSchema, isSameInWrites, mustBeGiven } from './field-schema.ts';
import type { Place } from './field-schema.ts';

/** The schemas of an entity: its record, the bodies of its writes, and a page of it. */
export function recordSchemas(entity: Entity, names: ContractNames): Record<string, Schema> {
  const { record, create, replace, patch, page } = namesOf(names, entity);
  const json = names.schemas.json;
  const answer = recordSchema(entity, json);
  // Most fields are the same in each of the writes.
  const same = new Map<Field, Schema>();
  return {
    [record]: answer,
    ...(entity.account ? {} : { [create]: bodySchema(entity, 'create', json, same) }),
    [replace]: bodySchema(entity, 'replace', json, same),
    [patch]: bodySchema(entity, 'patch', json, same),
    [page]: pageSchema(record, answer.examples?.[0]),
  };
}

/** A page of a list: `{items, nextCursor}`. */
export function pageSchema(item: string, example: unknown): Schema {
  return {
    type: 'object',
    required: ['items', 'nextCursor'],
    properties: {
      items: { type: 'array', maxItems: 100, items: { $ref: `#/components/schemas/${item}` } },
      nextCursor: {
        description: 'What `cursor` takes for the next page; null on the last page.',
        type: ['string', 'null'],
        examples: [null],
      },
    },
    examples: [{ items: [example], nextCursor: null }],
  };
}

/**
 * The properties of a request body that come from the entity's writable fields.
 * @param same schemas of fields that are the same in another body of the entity; those made here are added
 */
export function bodySchema(
  entity: Entity,
  place: Exclude<Place, 'answer'>,
  json: string,
  same = new Map<Field, Schema>(),
): Schema {
  const fields = writableFields(entity);
  const properties = fields.map((field): [string, Schema] => {
    const schema = same.get(field) ?? fieldSchema(entity, field, place, json);
    if (isSameInWrites(entity, field)) same.set(field, schema);
    return [jsonName(field), schema];
  });
  const required = fields.filter((field) => mustBeGiven(entity, field, place)).map(jsonName);
  // References that may be left out would have to name a record that exists.
  const shown = fields.filter(
    (field) => field.type.kind !== 'reference' || mustBeGiven(entity, field, place),
  );
  const all = Object.fromEntries(properties);
  const example = shown.map((field) => [jsonName(field), all[jsonName(field)]?.examples?.[0]]);
  return {
    description: descriptionOf(entity),
    type: 'object',
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
    properties: all,
    examples: [Object.fromEntries(place === 'patch' ? example.slice(0, 2) : example)],
    ...sourceLines(entity),
  };
}

function recordSchema(entity: Entity, json: string): Schema {
  const fields = readableFields(entity).map((field): [string, Schema] => [
    jsonName(field),
    fieldSchema(entity, field, 'answer', json),
  ]);
  const properties: Record<string, Schema> = {
    id: idSchema(entity.id),
    ...Object.fromEntries(fields),
    createdAt: timeSchema('When it was made.', '2026-03-02T09:30:00.000Z'),
    updatedAt: timeSchema('When it was last changed.', '2026-03-02T09:30:00.000Z'),
  };
  const example = Object.entries(properties).map(([name, schema]) => [name, schema.examples?.[0]]);
  return {
    description: descriptionOf(entity),
    type: 'object',
    required: Object.keys(properties),
    properties,
    examples: [Object.fromEntries(example)],
    ...sourceLines(entity),
  };
}

/** The id of a record, as answers show it. */
export function idSchema(seed: string): Schema {
  return { type: 'string', format: 'uuid', pattern: patterns.uuid7, examples: [exampleId(seed)] };
}

/** A time that the service sets. */
export function timeSchema(description: string, example: string): Schema {
  return {
    description,
    type: 'string',
    format: 'date-time',
    pattern: patterns.utcTime,
    examples: [example],
  };
}

function descriptionOf({ label, description }: Entity): string {
  return [sentence(label), description.trim()].filter((part) => part !== '').join(' ');
}
