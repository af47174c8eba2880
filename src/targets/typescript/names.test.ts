import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEntity } from '#blueprint';
import { entityNames } from './names.ts';

const entity = (name: string, plural = `${name}s`) => buildEntity({ name, plural, fields: [] });

describe('names in TypeScript', () => {
  it('leave the words of the user as they are', () => {
    const { type, value, folder, file } = entityNames(entity('order-line'));
    assert.deepEqual(
      [type, value('Fields'), folder, file],
      ['OrderLine', 'orderLineFields', 'src/resources/order-lines', 'order-line'],
    );
  });

  it('give way where a type is imported', () => {
    assert.equal(entityNames(entity('rule')).type, 'RuleRecord');
  });

  it('avoid the devices of Windows', () => {
    assert.equal(entityNames(entity('con', 'aux')).folder, 'src/resources/aux-resource');
  });
});
