import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelAnswer } from './model-port.ts';
import { stepProposer } from './propose-step.ts';

test('a model that fails three times in a row is asked no more; one that answers is', async () => {
  let answer: ModelAnswer = { problem: 'it could not be reached' };
  let asked = 0;
  const propose = stepProposer({
    ask: async () => {
      asked += 1;
      return answer;
    },
  });
  const next = () => propose({ step: 's', options: ['a', 'b'], data: {} });
  assert.deepEqual(await next(), { choice: 'a', problem: 'it could not be reached' });
  answer = { text: 'b' };
  assert.deepEqual(await next(), { choice: 'b' });
  answer = { text: 'c' };
  assert.deepEqual(await next(), { choice: 'a', problem: 'it proposed none of the options' });
  await next();
  assert.match((await next())?.problem ?? '', /and it is asked no more$/);
  assert.deepEqual([await next(), asked], [{ choice: 'a' }, 5]);
  assert.equal(await propose({ step: 's', options: [], data: {} }), undefined);
});
