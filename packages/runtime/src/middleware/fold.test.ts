import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeOfCall, component, host } from '../test-components.ts';
import type { Middleware } from './middleware.ts';

/** Writes down what it sees: a name in, a name with the outcome out. */
function recorder(log: string[]) {
  return {
    wrap: (name: string): Middleware => ({
      name,
      wrap: (next) => async (call) => {
        log.push(name);
        const value = await next(call);
        log.push(`/${name}`);
        return value;
      },
    }),
    watch: (name: string, refuse = false): Middleware => ({
      name,
      watch: () => ({
        enter() {
          if (refuse) throw new Error(`${name} refuses`);
          log.push(name);
        },
        leave: (_call, code) => log.push(`/${name} ${code}`),
      }),
    }),
  };
}

describe('a chain', () => {
  it('has the order of its list, whatever its members do', async () => {
    const log: string[] = [];
    const { wrap, watch } = recorder(log);
    const inside = component(() => log.push('inside'));
    const { call } = await host([watch('a'), watch('b'), wrap('c'), watch('d'), wrap('e')], inside);
    await call();
    assert.deepEqual(log, [
      'a',
      'b',
      'c',
      'd',
      'e',
      'inside',
      '/e',
      '/d ok',
      '/c',
      '/b ok',
      '/a ok',
    ]);
  });

  it('is folded once per service, not once per call', async () => {
    let folded = 0;
    const once: Middleware = {
      name: 'once',
      wrap: (next) => {
        folded += 1;
        return next;
      },
    };
    const { call } = await host(
      [once],
      component(() => 1),
    );
    await call();
    await call();
    assert.equal(folded, 1);
  });

  it('tells those that let a call in that it has ended, when a later one refuses it', async () => {
    const log: string[] = [];
    const { watch } = recorder(log);
    const { call, registry } = await host(
      [watch('a'), watch('b', true), watch('c')],
      component(() => 1),
    );
    assert.equal(await codeOfCall(call()), 'b refuses');
    assert.deepEqual(log, ['a', '/a error']);
    assert.deepEqual(
      registry.status().map(({ inFlight, failed }) => [inFlight, failed]),
      [[0, 1]],
    );
  });

  it('makes no promise for an answer that is there at once, and takes those of other libraries', async () => {
    const log: string[] = [];
    const { watch } = recorder(log);
    // oxlint-disable-next-line unicorn/no-thenable -- that is the point
    const thenable = { then: (done: (value: number) => void) => done(7) };
    const { call } = await host(
      [watch('a')],
      component(({ data }) => (data === 1 ? 1 : thenable)),
    );
    const answer = call(1);
    assert.deepEqual(log, ['a', '/a ok']);
    assert.equal(await answer, 1);
    assert.equal(await call(2), 7);
  });
});
