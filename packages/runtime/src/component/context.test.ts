import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { component, host } from '../test-components.ts';

describe('the context', () => {
  it('makes a signal only for those who ask, aborted already when the call is', async () => {
    const { call } = await host(
      [
        {
          name: 'abort',
          wrap: (next) => (context) => {
            context.abort(new Error('gone'));
            return next(context);
          },
        },
      ],
      component(({ signal }) => [signal.aborted, String(signal.reason)]),
    );
    assert.deepEqual(await call(), [true, 'Error: gone']);
  });
});
