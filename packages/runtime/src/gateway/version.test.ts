import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Version } from './version.ts';

const [a, b, c] = ['http://a', 'http://b', 'http://c'];
const version = () => new Version('orders', '1', { url: [a, b, c] });
const asked = (target: Version, times: number, failed?: URL) =>
  Array.from({ length: times }, () => target.nextUrl(failed)?.origin);

describe('the URLs of a version', () => {
  it('take turns, and a retry goes to another one', () => {
    const target = version();
    assert.deepEqual(new Set(asked(target, 3)), new Set([a, b, c]));
    assert.deepEqual(new Set(asked(target, 6, target.urls[1])), new Set([a, c]));
  });

  it('are passed over for a while when they could not be reached, until they answer', () => {
    const target = version();
    target.markAway(target.urls[0]!);
    assert.deepEqual(new Set(asked(target, 6)), new Set([b, c]));
    target.markThere(target.urls[0]!);
    assert.deepEqual(new Set(asked(target, 6)), new Set([a, b, c]));
  });

  it('are tried all the same when none is known to be there: first what has been away longest', async () => {
    const target = version();
    for (const url of target.urls) {
      target.markAway(url);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    assert.deepEqual(asked(target, 2), [a, a]);
    assert.deepEqual(asked(target, 2, target.urls[0]), [b, b]);
    const alone = new Version('orders', '1', { url: a });
    assert.deepEqual(asked(alone, 1, alone.urls[0]), [a]);
  });
});
