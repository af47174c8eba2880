import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEntity, buildField } from '#blueprint';
import { columnName, entityNames, tableName } from './names.ts';

const entity = (name: string, plural = `${name}s`) => buildEntity({ name, plural, fields: [] });

describe('names', () => {
  it('leave the words of the user as they are', () => {
    const { type, value, folder, file } = entityNames(entity('order-line'));
    assert.deepEqual(
      [type, value('Fields'), folder, file],
      ['OrderLine', 'orderLineFields', 'src/resources/order-lines', 'order-line'],
    );
    assert.equal(tableName(entity('order-line')), 'order_line');
  });

  it('give way where a type is imported', () => {
    assert.equal(entityNames(entity('rule')).type, 'RuleRecord');
  });

  it('avoid what systems refuse: devices, system columns, reserved prefixes', () => {
    assert.equal(entityNames(entity('con', 'aux')).folder, 'src/resources/aux-resource');
    const field = buildField('a', { name: 'xmin', type: { kind: 'string' } });
    assert.equal(columnName(field), 'xmin_');
    assert.equal(tableName(entity('sqlite-log')), 't_sqlite_log');
  });

  it('stay short and distinct', () => {
    const [a, b] = ['a', 'b'].map((end) => tableName(entity(`x${'y'.repeat(199)}${end}`)));
    assert.notEqual(a, b);
    assert.ok(String(a).length <= 63);
  });
});
