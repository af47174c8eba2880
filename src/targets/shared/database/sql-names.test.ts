import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEntity, buildField } from '#blueprint';
import { columnName, tableName } from './sql-names.ts';

const entity = (name: string) => buildEntity({ name, plural: `${name}s`, fields: [] });

describe('names in a database', () => {
  it('leave the words of the user as they are', () => {
    assert.equal(tableName(entity('order-line')), 'order_line');
  });

  it('avoid what databases refuse: system columns, reserved prefixes', () => {
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
