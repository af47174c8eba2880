import { test } from 'node:test';
import { ask, assertVerdict, create, inBoth, property } from './test-document.ts';
import type { Row } from './test-document.ts';

/** In both directions: first what those who send requests meet, then those who read answers. */
const table: readonly Row[] = [
  [
    'an optional property is added',
    inBoth((s) => (s.properties['color'] = { type: 'string' })),
    ['property-added', 'property-added'],
  ],
  [
    'a required property is added',
    inBoth((s) => {
      s.properties['color'] = {};
      s.required.push('color');
    }),
    ['required-property-added!', 'property-added'],
  ],
  [
    'a required property is removed',
    inBoth((s) => {
      delete s.properties['name'];
      s.required = s.required.filter((n) => n !== 'name');
    }),
    ['property-removed', 'property-removed!'],
  ],
  [
    'an optional property is removed',
    inBoth((s) => delete s.properties['age']),
    ['property-removed', 'property-removed'],
  ],
  ['a property becomes required', inBoth((s) => s.required.push('age')), ['required!', 'required']],
  [
    'a property becomes optional',
    inBoth((s) => (s.required = s.required.filter((n) => n !== 'name'))),
    ['required', 'required!'],
  ],
  [
    'others are refused',
    inBoth((s) => (s['additionalProperties'] = false)),
    ['additional-properties!', 'additional-properties'],
  ],
  [
    'others get a schema',
    inBoth((s) => (s['additionalProperties'] = { type: 'string' })),
    ['additional-properties!', 'additional-properties'],
  ],
  [
    'a property becomes read-only',
    inBoth((s) => (s.properties['age']!['readOnly'] = true)),
    ['property-removed'],
  ],
  [
    'a property becomes write-only',
    inBoth((s) => (s.properties['age']!['writeOnly'] = true)),
    ['property-removed'],
  ],

  ['a type becomes another', property('age', { type: 'string' }), ['type!', 'type!']],
  ['an integer becomes a number', property('age', { type: 'number' }), ['type', 'type!']],
  ['null is allowed', property('name', { type: ['string', 'null'] }), ['type', 'type!']],
  ['null is no longer allowed', property('nick', { type: 'string' }), ['type!', 'type']],
  ['a value is added', property('kind', { enum: ['cat', 'dog', 'cow'] }), ['enum', 'enum!']],
  ['a value is removed', property('kind', { enum: ['cat'] }), ['enum!', 'enum']],
  ['a value is replaced', property('kind', { enum: ['cat', 'cow'] }), ['enum!', 'enum!']],
  ['values change their order', property('kind', { enum: ['dog', 'cat'] }), ['wording']],
  ['values are limited to a list', property('name', { enum: ['tom'] }), ['enum!', 'enum']],
  ['values are no longer limited', property('kind', { enum: undefined }), ['enum', 'enum!']],
  ['a longer text is allowed', property('name', { maxLength: 60 }), ['max-length', 'max-length!']],
  [
    'only a shorter text is allowed',
    property('name', { maxLength: 40 }),
    ['max-length!', 'max-length'],
  ],
  ['an empty text is allowed', property('name', { minLength: 0 }), ['min-length', 'min-length!']],
  ['a pattern changes', property('name', { pattern: '^[a-z ]+$' }), ['pattern!', 'pattern!']],
  ['a pattern is dropped', property('name', { pattern: undefined }), ['pattern', 'pattern!']],
  ['a format is added', property('nick', { format: 'email' }), ['format!', 'format']],
  ['a least value rises', property('age', { minimum: 1 }), ['minimum!', 'minimum']],
  ['a least value falls', property('age', { minimum: -1 }), ['minimum', 'minimum!']],
  [
    'a least value becomes exclusive',
    property('age', { minimum: undefined, exclusiveMinimum: 0 }),
    ['minimum!', 'minimum'],
  ],
  ['a greatest value is dropped', property('age', { maximum: undefined }), ['maximum', 'maximum!']],
  ['multiples only', property('weight', { multipleOf: 0.5 }), ['multiple-of!', 'multiple-of']],
  ['more elements are allowed', property('tags', { maxItems: 9 }), ['max-items', 'max-items!']],
  [
    'elements must differ',
    property('tags', { uniqueItems: true }),
    ['unique-items!', 'unique-items'],
  ],
  [
    'elements get longer',
    property('tags', { items: { type: 'string', maxLength: 3 } }),
    ['max-length!', 'max-length'],
  ],
  [
    'an alternative is added',
    property('choice', { oneOf: [{ type: 'string' }, { type: 'integer' }, { type: 'boolean' }] }),
    ['alternatives', 'alternatives!'],
  ],
  [
    'an alternative is removed',
    property('choice', { oneOf: [{ type: 'string' }] }),
    ['alternatives!', 'alternatives'],
  ],
  [
    'a schema is split by allOf',
    inBoth((s) => {
      const { properties, required, ...rest } = s;
      for (const key of Object.keys(s)) delete s[key];
      Object.assign(s, rest, { allOf: [{ properties }, { required }] });
    }),
    ['wording'],
  ],
  [
    'a schema is moved',
    (d) => {
      d.components.schemas['Wish'] = ask(d);
      delete (d.components.schemas as Record<string, unknown>)['Ask'];
      d.components.schemas['Wish'].properties['parent'] = { $ref: '#/components/schemas/Wish' };
      create(d).requestBody.content['application/json']!.schema = {
        $ref: '#/components/schemas/Wish',
      };
    },
    ['wording'],
  ],

  [
    'something is said beside a reference',
    property('parent', { minProperties: 2 }),
    ['min-properties!', 'min-properties'],
  ],
];

test(`each of ${table.length} changes of a schema has its verdict`, () => {
  for (const row of table) assertVerdict(row);
});
