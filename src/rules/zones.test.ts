import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offsetAt, offsetAtLocal, parseZone, zoneOfOffset, zoneText } from './zones.ts';

const hours = (zone: string, time: string) => offsetAt(zone, Date.parse(time)) / 3600;

test('zones are UTC, offsets and names that there are', () => {
  assert.deepEqual(['Z', '+00:00', '-05:30', '+02:00:30', '@Europe/Paris'].map(parseZone), [
    'Z',
    'Z',
    '-05:30',
    '+02:00:30',
    'Europe/Paris',
  ]);
  for (const wrong of ['', '+2:00', '+19:00', '+02:60', '@Europe/Nowhere', '@../../etc', '@a b'])
    assert.equal(parseZone(wrong), undefined, wrong);
  assert.equal(zoneOfOffset(0.5), undefined);
  assert.deepEqual([undefined, 'Z', '+01:00', 'Asia/Tokyo'].map(zoneText), [
    '',
    'Z',
    '+01:00',
    '@Asia/Tokyo',
  ]);
});

test('the offset of a named zone is that of the day, also before our era', () => {
  assert.equal(hours('Europe/Paris', '2026-01-01T00:00:00Z'), 1);
  assert.equal(hours('Europe/Paris', '2026-07-01T00:00:00Z'), 2);
  assert.ok(Math.abs(hours('Australia/Melbourne', '-002021-01-01T00:00:00Z')) < 15);
  // The clocks go forward at 2:00: what is after it is of summer.
  assert.equal(offsetAtLocal('Europe/Paris', Date.UTC(2026, 2, 29, 3, 30)), 7200);
  assert.equal(offsetAtLocal('Europe/Paris', Date.UTC(2026, 2, 29, 1, 30)), 3600);
});
