import assert from 'node:assert/strict';
import { it } from 'node:test';
import { wrongEngine, wrongPort, wrongSeed } from './wrong-option.ts';

it('takes ports and seeds that are numbers, and refuses the rest as cli/bad-option', () => {
  for (const port of [undefined, '0', '8080', '65535']) assert.equal(wrongPort(port), undefined);
  for (const port of ['', '-1', '65536', '80a', '1e3', ' 80'])
    assert.equal(wrongPort(port)?.code, 'cli/bad-option', port);
  assert.equal(wrongSeed('0'), undefined);
  assert.equal(wrongSeed('9007199254740'), undefined);
  for (const seed of ['', '-1', '1.5', 'x', '1'.repeat(16)])
    assert.equal(wrongSeed(seed)?.code, 'cli/bad-option', seed);
});

it('takes the one engine that there is', () => {
  for (const engine of [undefined, 'schemathesis']) assert.equal(wrongEngine(engine), undefined);
  assert.equal(wrongEngine('afl')?.code, 'cli/bad-option');
});
