import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { buildBlueprint, buildEntity, buildField, buildService } from '#blueprint';
import type { Blueprint, Field } from '#blueprint';
import { sweep } from '../../test/support/sweep.ts';
import { notes, workshop } from '../../test/fixtures/workshop.ts';
import { createContract } from './contract.ts';
import type { OpenApiDocument } from './openapi/document.ts';

test('every schema is a schema, and every example is what its schema admits', () => {
  for (const blueprint of [limits(), notes(), workshop()].slice(0, sweep(2, 3))) {
    const { openapi, asyncapi } = contractOf(blueprint);
    const seen = { count: 0, without: [] as string[] };
    assert.deepEqual(wrongExamples(openapi, seen), []);
    assert.ok(seen.count > 50, `${seen.count} examples`);
    assert.deepEqual(seen.without, []);
    const validate = validatorOf(asyncapi);
    for (const [key, message] of Object.entries(asyncapi.components.messages)) {
      const pointer = `/components/messages/${key.replaceAll('~', '~0')}/payload`;
      assert.equal(
        validate(pointer, message.payload, message.examples[0]?.payload),
        undefined,
        key,
      );
    }
  }
});

test('examples keep to limits that the schema only says beside', () => {
  const { properties = {} } = contractOf(limits()).openapi.components.schemas['ZooCreate'] ?? {};
  const limited = Object.values(properties).filter(
    (each) => each['x-minimum'] ?? each['x-maximum'],
  );
  assert.ok(limited.length >= sweep(6, 12));
  for (const { examples, 'x-minimum': min, 'x-maximum': max } of limited) {
    const value = comparable(examples![0]);
    if (min)
      assert.ok(min.exclusive ? value > comparable(min.value) : value >= comparable(min.value));
    if (max)
      assert.ok(max.exclusive ? value < comparable(max.value) : value <= comparable(max.value));
  }
});

/** Decimals as numbers, dates and times as milliseconds. */
function comparable(text: unknown): number {
  return Number.isNaN(Number(text)) ? Date.parse(String(text)) : Number(text);
}

test('an example that does not fit is found', () => {
  const { openapi } = contractOf(notes());
  const planted = structuredClone(openapi) as unknown as {
    components: { schemas: Record<string, { examples: unknown[] }> };
  };
  planted.components.schemas['NoteCreate']!.examples = [{ title: '' }];
  const wrong = wrongExamples(planted as unknown as OpenApiDocument, { count: 0, without: [] });
  assert.equal(wrong.length, 1);
  assert.match(wrong[0]!, /^\/components\/schemas\/NoteCreate/);
});

test('examples are the same every time, and dates follow one another', () => {
  assert.deepEqual(contractOf(workshop()), contractOf(workshop()));
  const [order] = contractOf(workshop()).openapi.components.schemas['Order']!.examples as Record<
    string,
    string
  >[];
  assert.ok(order!['startDate']! < order!['dueDate']!);
  assert.equal(order!['status'], 'draft');
});

/** A field for every limit that an example has to keep to. */
function limits(): Blueprint {
  const given: Omit<
    Field,
    'id' | 'label' | 'origin' | 'sources' | 'required' | 'unique' | 'readOnly' | 'secret' | 'name'
  >[] = [
    ...[
      '^[A-Z]{2}[0-9]{4}$',
      String.raw`\d{3}-\d{2}`,
      '(red|green)',
      '[^a-z]+',
      String.raw`#[0-9a-f]{6}`,
      'a{3,}b*c?',
      String.raw`\w+@\w+\.\w{2,}`,
      '[a-z]+(-[a-z]+)*',
      'x|y',
      '.{10}',
      String.raw`(?:\+\d{1,3} )?\d{4,}`,
      String.raw`\u0041+`,
      'A{20}',
    ].map((pattern) => ({ type: { kind: 'string' as const }, pattern })),
    { type: { kind: 'string' }, pattern: '[a-z]+', minLength: 20 },
    { type: { kind: 'string' }, minLength: 40, maxLength: 40 },
    { type: { kind: 'string' }, maxLength: 1 },
    { type: { kind: 'text' }, maxLength: 3 },
    { type: { kind: 'email' }, maxLength: 10 },
    { type: { kind: 'email' }, minLength: 30 },
    { type: { kind: 'phone' }, maxLength: 6 },
    { type: { kind: 'url' }, maxLength: 12 },
    ...(['integer', 'number'] as const).flatMap((kind) => [
      { type: { kind }, min: { value: '18', exclusive: false } },
      { type: { kind }, max: { value: '5', exclusive: true } },
      {
        type: { kind },
        min: { value: '-9', exclusive: true },
        max: { value: '-7', exclusive: true },
      },
      { type: { kind }, min: { value: '1000000', exclusive: true } },
      {
        type: { kind },
        min: { value: '0.5', exclusive: false },
        max: { value: '1.5', exclusive: false },
      },
    ]),
    { type: { kind: 'decimal', precision: 2, scale: 2 } },
    { type: { kind: 'decimal', precision: 3, scale: 0 }, min: { value: '100', exclusive: true } },
    {
      type: { kind: 'decimal', precision: 5, scale: 4 },
      max: { value: '0.0001', exclusive: false },
    },
    { type: { kind: 'money' }, min: { value: '20', exclusive: true } },
    { type: { kind: 'money' }, max: { value: '-3.5', exclusive: false } },
    { type: { kind: 'date' }, min: { value: '2030-01-01', exclusive: false } },
    { type: { kind: 'datetime' }, max: { value: '1999-12-31T00:00:00Z', exclusive: false } },
    { type: { kind: 'list', items: { kind: 'string' } }, minLength: 3, maxLength: 4 },
    { type: { kind: 'list', items: { kind: 'enum', values: [{ value: 'a, b', label: 'x' }] } } },
    { type: { kind: 'list', items: { kind: 'decimal', precision: 4, scale: 1 } } },
    { type: { kind: 'list', items: { kind: 'json' } } },
    { type: { kind: 'enum', values: [{ value: 'a, b', label: 'x' }] } },
    { type: { kind: 'json' }, default: { kind: 'value', value: 'text' } },
  ];
  const fields = given.flatMap((field, index) =>
    [true, false].slice(0, sweep(1, 2)).map((required) =>
      buildField('zoo', {
        name: `f-${index}-${required}`,
        required,
        label: `\u0000 Feld ${index} 日本語 😀`,
        ...field,
      }),
    ),
  );
  return buildBlueprint({
    name: 'zoo',
    services: [
      buildService({
        name: 'zoo',
        entities: [buildEntity({ name: 'zoo', plural: 'zoos', fields })],
      }),
    ],
  });
}

function contractOf(blueprint: Blueprint) {
  const [service] = blueprint.system.services;
  assert.ok(service);
  return createContract({ blueprint, service });
}

function validatorOf(document: object) {
  // What Ajv takes out of the code that it makes is more work than that code ever does here.
  const ajv = new Ajv2020({ strict: false, logger: false, code: { optimize: false } });
  addFormats.default(ajv);
  ajv.addSchema({ ...document, $id: 'doc' });
  // Ajv takes milliseconds for a schema, and most of a contract's schemas are the same few.
  const compiled = new Map<string, ValidateFunction>();
  return (pointer: string, schema: unknown, value: unknown): string | undefined => {
    const text = JSON.stringify(schema);
    const fragment = pointer.split('/').map(encodeURIComponent).join('/');
    const validate = compiled.get(text) ?? ajv.getSchema(`doc#${fragment}`)!;
    compiled.set(text, validate);
    return validate(value)
      ? undefined
      : `${pointer}: ${JSON.stringify(value)} ${ajv.errorsText(validate.errors)}`;
  };
}

/** Every example in the document, wherever it stands, against the schema beside it. */
function wrongExamples(
  document: OpenApiDocument,
  seen: { count: number; without: string[] },
): string[] {
  const validate = validatorOf(document);
  const wrong: string[] = [];
  const check = (pointer: string, schema: unknown, values: unknown) => {
    if (!Array.isArray(values) || values.length === 0) seen.without.push(pointer);
    for (const value of (values ?? []) as unknown[]) {
      seen.count += 1;
      const fault = validate(pointer, schema, value);
      if (fault !== undefined) wrong.push(fault);
    }
  };
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    const pointer = `/components/schemas/${name}`;
    check(pointer, schema, schema.examples);
    for (const [property, inner] of Object.entries(schema.properties ?? {})) {
      if (property !== 'items' && inner.$ref === undefined)
        check(`${pointer}/properties/${property}`, inner, inner.examples);
      if ('default' in inner) check(`${pointer}/properties/${property}`, inner, [inner.default]);
    }
  }
  const within = (node: unknown, pointer: string) => {
    if (typeof node !== 'object' || node === null) return;
    if ('schema' in node && 'example' in node)
      check(`${pointer}/schema`, node.schema, [node.example]);
    for (const [key, value] of Object.entries(node)) {
      within(value, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    }
  };
  within(document.paths, '/paths');
  within(document.components.parameters, '/components/parameters');
  within(document.components.headers, '/components/headers');
  within(document.components.responses, '/components/responses');
  return wrong;
}
