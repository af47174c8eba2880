import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  buildEntity,
  buildField,
  jsonName,
  referenceTo,
  writableFields,
  isOverOneRecord,
} from '#blueprint';
import type { Entity, Expression, Field, FieldType, Rule } from '#blueprint';
import { workshop } from '../../../test/fixtures/workshop.ts';
import { randomBlueprint } from '../../../test/support/random-blueprint.ts';
import { sweep } from '../../../test/support/sweep.ts';
import { evaluate } from '../evaluate.ts';
import { accepts } from './accepts.ts';
import { exampleRecord } from './example-record.ts';
import type { ExampleSetting } from './example-setting.ts';

import { fieldExample } from './field-example.ts';
import { ruleExamples, sparedExample } from './rule-examples.ts';
import { statePaths } from './state-paths.ts';
import { textMatching } from './text-matching.ts';

const entities = workshop().system.services[0]!.entities;
const order = entities.find(({ name }) => name === 'order')!;
const setting: ExampleSetting = {
  serial: 1,
  now: Date.parse('2026-03-01T12:00:00Z'),
  roles: ['owner'],
  references: () => [
    '00000000-0000-7000-8000-000000000001',
    '00000000-0000-7000-8000-000000000002',
  ],
};
const callers = [['owner'], ['manager'], ['mechanic']];
const get = (field: string): Expression => ({ kind: 'field', field });

function ruleOf(expression: Expression, on: Rule['on'] = ['create', 'update']): Rule {
  const base = { id: 'a/rule/r', label: 'r', origin: 'stated', sources: [] } as const;
  return { ...base, statement: 'r', on, expression, message: 'r', fields: [] };
}

describe('textMatching', () => {
  it('makes texts that match, different for different serials', () => {
    for (const pattern of [
      '^[A-Z]{2}[0-9]{4}$',
      String.raw`\d{3}-\d{2,5}`,
      '(ab|cd)+x?',
      '[^a-z]{3}',
    ]) {
      const texts = [0, 1, 2, 3, 4].map((serial) => textMatching(pattern, serial));
      for (const text of texts) assert.match(text ?? '', new RegExp(`^(?:${pattern})$`, 'u'));
      if (pattern.includes('[')) assert.equal(new Set(texts).size, 5, pattern);
    }
  });

  it('gives up on what is beyond it, and never runs away', () => {
    assert.equal(textMatching('(?=x)y', 0), undefined);
    assert.equal(textMatching('(', 0), undefined);
    assert.ok((textMatching('(a{999}){999}', 0) ?? '').length <= 2000);
  });
});

describe('fieldExample', () => {
  it('gives a value that the field takes, for every field and serial', () => {
    for (const field of entities.flatMap((entity) => entity.fields)) {
      for (const serial of [0, 1, 7, 1234, 99_999]) {
        const value = fieldExample(field, { ...setting, serial });
        assert.ok(accepts(field, value), `${field.id}: ${JSON.stringify(value)}`);
      }
    }
  });

  it('keeps tight limits', () => {
    const tight: Field[] = [
      {
        ...number('integer'),
        min: { value: '5', exclusive: true },
        max: { value: '7', exclusive: true },
      },
      {
        ...number('number'),
        min: { value: '0', exclusive: true },
        max: { value: '0.2', exclusive: false },
      },
      { ...number('integer'), max: { value: '-10', exclusive: false } },
      { ...text('string'), minLength: 3, maxLength: 3 },
      { ...text('email'), minLength: 40 },
      { ...text('phone'), minLength: 20, maxLength: 20 },
      { ...text('url'), minLength: 100 },
    ];
    for (const field of tight) {
      for (const serial of [0, 1, 500]) {
        const value = fieldExample(field, { ...setting, serial });
        assert.ok(accepts(field, value), `${field.id}: ${JSON.stringify(value)}`);
      }
    }
  });
});

describe('exampleRecord', () => {
  it('keeps every rule that can be checked on one record', () => {
    for (const entity of entities) {
      const record = exampleRecord(entity, setting);
      assert.ok(record, entity.name);
      for (const rule of entity.rules.filter((candidate) => candidate.on.includes('create'))) {
        const scope = { entity, record, now: setting.now, roles: setting.roles };
        assert.notEqual(evaluate(rule.expression, scope), false, rule.id);
      }
    }
  });

  it('finds no record where rules contradict each other', () => {
    const amount: Expression = get('amount');
    const five: Expression = { kind: 'literal', type: 'integer', value: '5' };
    const entity = withRules([
      ruleOf({ kind: 'compare', operator: 'gt', left: amount, right: five }),
      ruleOf({ kind: 'compare', operator: 'lt', left: amount, right: five }),
    ]);
    assert.equal(exampleRecord(entity, setting), undefined);
  });

  it('repairs several fields at once', () => {
    const present = (field: string): Expression => ({ kind: 'present', value: get(field) });
    const entity = withRules([
      ruleOf({
        kind: 'and',
        operands: [present('note'), { kind: 'not', operand: present('link') }],
      }),
    ]);
    const record = exampleRecord(entity, setting, { fill: 'required' });
    assert.ok(record?.['note'] && record['link'] === null);
  });
});

describe('statePaths', () => {
  it('reaches every state, each step along a transition and within the rules', () => {
    const paths = statePaths(order, setting);
    assert.deepEqual([...paths.keys()].toSorted(), [
      'approved',
      'cancelled',
      'done',
      'draft',
      'in_progress',
    ]);
    assert.deepEqual(
      paths.get('done')?.map((record) => record['status']),
      ['draft', 'approved', 'in_progress', 'done'],
    );
    assert.ok(paths.get('cancelled')?.at(-1)?.['cancelReason']);
  });

  it('knows what a role can not reach', () => {
    assert.deepEqual(
      [...statePaths(order, { ...setting, roles: ['mechanic'] }).keys()].toSorted(),
      ['cancelled', 'draft'],
    );
  });
});

describe('ruleExamples', () => {
  for (const rule of order.rules) {
    it(`shows ${rule.id}`, () => {
      const examples = ruleExamples(order, rule, setting, callers);
      if (!isOverOneRecord(rule.expression)) return assert.deepEqual(examples, {});
      const { passes, fails } = examples;
      assert.ok(passes && fails, rule.id);
      const spared = sparedExample(order, rule, fails, setting) ?? passes;
      for (const example of [passes, fails, spared]) {
        const previous = example.before.at(-1);
        const { now } = setting;
        const scope = { entity: order, record: example.record, now, roles: example.roles };
        const broken = order.rules.filter(
          (other) =>
            other.on.includes(example.operation) &&
            evaluate(other.expression, { ...scope, ...(previous && { previous }) }) === false,
        );
        assert.deepEqual(broken, example === fails ? [rule] : []);
        for (const field of order.fields)
          assert.ok(accepts(field, example.record[jsonName(field)]), field.id);
      }
    });
  }

  it('shows where the limit is', () => {
    const shown = (name: string) => {
      const rule = order.rules.find(({ id }) => id.endsWith(name))!;
      const { fails } = ruleExamples(order, rule, setting, callers);
      const spared = fails && sparedExample(order, rule, fails, setting);
      return [fails?.roles, fails?.record, spared?.record] as const;
    };
    const [roles, over, at] = shown('big-discount');
    assert.deepEqual(
      [roles, over?.['discount'], at?.['discount']],
      [['mechanic'], '20.01', '20.00'],
    );
    const [, late, last] = shown('due-soon');
    const days = (record: typeof late) =>
      (Date.parse(String(record?.['dueDate'])) - Date.parse(String(record?.['startDate']))) /
      86_400_000;
    assert.deepEqual([days(late), days(last)], [46, 45]);
  });

  it('changes no id and no address to the text of another field', () => {
    const types: FieldType[] = [
      referenceTo('b'),
      { kind: 'uuid' },
      { kind: 'email' },
      { kind: 'url' },
      { kind: 'phone' },
    ];
    for (const type of types) {
      const frozen = buildField('a', { name: 'frozen', type, required: true });
      const state = buildField('a', {
        name: 'state',
        type: { kind: 'enum', values: [{ value: 'lent', label: 'Lent' }] },
        required: true,
      });
      const isSame: Expression = {
        kind: 'compare',
        operator: 'eq',
        left: get('frozen'),
        right: { kind: 'previous', field: 'frozen' },
      };
      const before: Expression = { kind: 'previous', field: 'state' };
      const condition: Expression = { kind: 'present', value: before };
      const rule = ruleOf({ kind: 'implies', condition, consequence: isSame }, ['update']);
      const entity = buildEntity({
        name: 'a',
        plural: 'as',
        fields: [frozen, state],
        rules: [rule],
      });
      const { fails } = ruleExamples(entity, rule, setting);
      assert.ok(fails, type.kind);
      const name = jsonName(frozen);
      assert.notEqual(fails.record[name], fails.before.at(-1)?.[name]);
      assert.doesNotMatch(String(fails.record[name]), /lent/, type.kind);
    }
  });

  it('has no failing example for a rule that always holds', () => {
    const one: Expression = { kind: 'literal', type: 'integer', value: '1' };
    const rule = ruleOf({ kind: 'compare', operator: 'eq', left: one, right: one });
    assert.deepEqual(Object.keys(ruleExamples(withRules([rule]), rule, setting)), ['passes']);
  });
});

function number(kind: 'integer' | 'number'): Field {
  return buildField('a', { name: 'amount', type: { kind }, required: true });
}
function text(kind: 'string' | 'email' | 'url' | 'phone'): Field {
  return buildField('a', { name: kind, type: { kind }, required: true });
}
function withRules(rules: Rule[]): Entity {
  const note = buildField('a', { name: 'note', type: { kind: 'string' } });
  const link = buildField('a', { name: 'link', type: { kind: 'url' } });
  return buildEntity({ name: 'a', plural: 'as', fields: [number('integer'), note, link], rules });
}

describe('examples of any blueprint', () => {
  for (let seed = 1; seed <= sweep(6, 20); seed += 1) {
    it(`keep what blueprint ${seed} asks for`, () => {
      const { services, roles } = randomBlueprint(seed).system;
      const callers = [['owner'], ...roles.map(({ name }) => [name])];
      for (const entity of services[0]!.entities) {
        const record = exampleRecord(entity, { ...setting, serial: seed });
        assert.ok(record, entity.name);
        for (const field of writableFields(entity)) {
          assert.ok(accepts(field, record[jsonName(field)]), field.id);
        }
        for (const rule of entity.rules.filter((one) => isOverOneRecord(one.expression))) {
          const { passes, fails } = ruleExamples(entity, rule, setting, callers);
          assert.ok(passes && fails, rule.id);
        }
      }
    });
  }
});
