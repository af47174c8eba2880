import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { selectTargets } from './select-targets.ts';

const names = async (list: string) => (await selectTargets(list)).value?.map(({ name }) => name);

describe('selectTargets', () => {
  it('loads the targets of a list, each once', async () => {
    assert.deepEqual(await names('typescript'), ['typescript']);
    assert.deepEqual(await names(' TypeScript ,typescript,'), ['typescript']);
  });

  it('refuses what is no target, all of it at once', async () => {
    const { value, diagnostics } = await selectTargets('typescript,cobol,rest');
    assert.equal(value, undefined);
    assert.deepEqual(
      diagnostics.map(({ code, message }) => [code, /"(.*)"/.exec(message)?.[1]]),
      [
        ['forge/unknown-target', 'cobol'],
        ['forge/unknown-target', 'rest'],
      ],
    );
    assert.match(diagnostics[0]?.message ?? '', /there is: .*typescript/);
    assert.equal(await names(''), undefined);
    assert.equal(await names(' , '), undefined);
  });
});
