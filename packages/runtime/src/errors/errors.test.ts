import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as runtime from '../index.ts';

/** Every error class that the package exports, but the base and the one that has the code of another. */
const classes = Object.entries(runtime).filter(
  ([name, value]) => name.endsWith('Error') && typeof value === 'function',
);

describe('errors of the runtime', () => {
  it('each have a line in the table of the README, with its code', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const missing = classes
      .map(([name]) => name)
      .filter((name) => !['RuntimeError', 'RemoteError'].includes(name))
      .filter(
        (name) =>
          !readme.includes(
            `\`${name
              .replace(/Error$/, '')
              .replaceAll(/(?<!^)([A-Z])/g, '-$1')
              .toLowerCase()}\``,
          ),
      );
    assert.deepEqual(missing, []);
    assert.ok(classes.length > 15);
  });

  it('say what programs need, and travel over a bus', async () => {
    const error = new runtime.RateLimitedError('orders', 250);
    assert.deepEqual(
      [error.name, error.code, error.status, error.retryable, error.data],
      ['RateLimitedError', 'rate-limited', 429, true, { serviceId: 'orders', retryAfterMs: 250 }],
    );
    assert.ok(error instanceof runtime.RuntimeError && error instanceof Error);
  });
});
