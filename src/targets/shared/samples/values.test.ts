import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEntity, buildField, referenceTo } from '#blueprint';
import type { Field, FieldType } from '#blueprint';
import { accepts } from '#rules';
import { hall } from '../../../../test/fixtures/hall.ts';
import { studio } from '../../../../test/fixtures/studio.ts';
import { workshop } from '../../../../test/fixtures/workshop.ts';
import { within } from './bounds.ts';
import { NOW } from './now.ts';
import { Repeated } from './repeated.ts';
import { refusedValues } from './refused-values.ts';
import { isAlone, uniqueProperties } from './unique-properties.ts';

const fields = workshop().system.services.flatMap(({ entities }) =>
  entities.flatMap((entity) => entity.fields),
);
const field = (type: FieldType, given: Partial<Field> = {}) =>
  buildField('a', { name: 'a', type, ...given });
const bound = (value: string, exclusive = false) => ({ value, exclusive });

describe('refusedValues', () => {
  it('gives a value for each thing that a field limits', () => {
    const codes = (given: Field) => refusedValues(given).map(({ code }) => code);
    const text = { required: true, minLength: 3, maxLength: 5, pattern: '^[a-c]+$' };
    assert.deepEqual(codes(field({ kind: 'string' }, text)), [
      'required',
      'type',
      'too-long',
      'required',
      'too-short',
      'pattern',
    ]);
    const limits = { min: bound('0'), max: bound('10', true) };
    assert.deepEqual(codes(field({ kind: 'money' }, limits)), [
      'type',
      'format',
      'minimum',
      'maximum',
    ]);
    assert.deepEqual(codes(field({ kind: 'list', items: { kind: 'integer' } })), [
      'type',
      'type',
      'type',
    ]);
    assert.deepEqual(codes(field({ kind: 'json' })), []);
    assert.deepEqual(codes(field(referenceTo('b'))), ['format']);
  });

  it('gives values at the limits, one step off', () => {
    const values = (given: Field) => refusedValues(given).map(({ value }) => value);
    const limits = { min: bound('0'), max: bound('10', true) };
    assert.deepEqual(values(field({ kind: 'money' }, limits)).slice(2), ['-0.01', '10.00']);
    assert.deepEqual(values(field({ kind: 'integer' }, limits)).slice(2), [-1, 10]);
    const dates = { min: bound('2026-03-01'), max: bound('2026-03-31') };
    assert.deepEqual(values(field({ kind: 'date' }, dates)).slice(1), ['2026-02-28', '2026-04-01']);
    assert.deepEqual(within(field({ kind: 'money' }, limits)), ['0.00', '9.99']);
    assert.deepEqual(within(field({ kind: 'date' }, dates)), ['2026-03-01', '2026-03-31']);
  });

  it('gives nothing that a field takes', () => {
    for (const given of fields) {
      for (const { value, code, inside } of refusedValues(given)) {
        const isPlain = !(value instanceof Repeated) && code !== 'type' && code !== 'format';
        if (isPlain && inside === undefined)
          assert.ok(!accepts(given, value), `${given.id}: ${code}`);
      }
    }
  });
});

describe('uniqueProperties', () => {
  const setting = { serial: 1, now: NOW, roles: ['owner'], references: () => ['1', '2'] };
  const unique = (given: Partial<Field> & Pick<Field, 'type'>, value: unknown) => {
    const only = field(given.type, { ...given, unique: true, required: true });
    const entity = buildEntity({ name: 'a', plural: 'as', fields: [only] });
    const name = given.type.kind === 'reference' ? 'aId' : 'a';
    return uniqueProperties(entity, { [name]: value }, setting, (id) => id === 'person');
  };

  it('counts where it can', () => {
    assert.deepEqual(unique({ type: { kind: 'email' } }, 'ada@example.com'), [
      { name: 'a', counted: { before: 'ada', after: '@example.com' } },
    ]);
    assert.deepEqual(unique({ type: { kind: 'string' } }, '`${x}'), [
      { name: 'a', counted: { before: '`${x} ', after: '' } },
    ]);
    assert.deepEqual(unique({ type: { kind: 'integer' } }, 12), [
      { name: 'a', counted: { from: 12 } },
    ]);
    assert.deepEqual(unique({ type: { kind: 'number' } }, 1.5), [
      { name: 'a', counted: { from: 1 } },
    ]);
    assert.deepEqual(unique({ type: { kind: 'phone' } }, '+1 555 0100'), [
      { name: 'a', counted: { before: '+1 555 0100 ', after: '' } },
    ]);
    const uuid = '0195c7a0-4b1e-7d54-82ae-0d482a29d542';
    assert.deepEqual(unique({ type: { kind: 'uuid' } }, uuid), [
      { name: 'a', counted: { before: uuid.slice(0, 24), after: '', first: 100_000_000_000 } },
    ]);
    assert.deepEqual(unique({ type: { kind: 'money' } }, '12.50'), [
      { name: 'a', counted: { before: '', after: '.50', first: 12 } },
    ]);
  });

  it('lists a few values where it can not', () => {
    const [short] = unique({ type: { kind: 'string' }, maxLength: 4 }, 'abcd');
    assert.ok(short?.counted === undefined && (short?.values?.length ?? 0) > 1);
    const [flag] = unique({ type: { kind: 'boolean' } }, true);
    assert.deepEqual(flag?.values, [true, false]);
    const [person] = unique({ type: referenceTo('person') }, '1');
    assert.deepEqual(person?.values, ['1', '2']);
  });

  it('leaves references alone that name a new record each time', () => {
    assert.deepEqual(unique({ type: referenceTo('order') }, '1'), []);
  });
});

describe('isAlone', () => {
  it('is said of what a rule counts all of, not of what is counted by something that differs', () => {
    const kinds = [hall(), studio(), workshop()].flatMap(({ system }) =>
      system.services.flatMap(({ entities }) => entities),
    );
    assert.deepEqual(
      kinds.filter(isAlone).map(({ label }) => label),
      [hall().system.services[0]!.entities[0]!.label],
    );
  });
});
