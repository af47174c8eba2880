import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { checkBlueprint } from '#blueprint';
import { readPristine } from '#files';
import { targetRegistry } from '#targets';
import { contentOf } from '../../test/e2e/support/folder-content.ts';
import { changedBlueprint } from '../../test/support/changed-blueprint.ts';
import { EditedService, stateOf } from '../../test/support/edited-service.ts';
import { randomBlueprint } from '../../test/support/random-blueprint.ts';

const ROUNDS = 20;
const EDITS_PER_ROUND = 26;

describe('regeneration', () => {
  for (const { name } of targetRegistry) {
    it(`loses no edit of a ${name} service, and touches no file that need not change`, async () => {
      const service = new EditedService(name);
      after(() => rmSync(service.home, { recursive: true }));
      let blueprint = randomBlueprint(12);
      assert.equal((await service.forge(blueprint)).outcome, 'created');
      const tally = { updated: 0, conflicts: 0, untouched: 0, merged: 0, edits: 0 };
      for (let round = 1; round <= ROUNDS; round += 1) {
        for (let edit = 0; edit < EDITS_PER_ROUND; edit += 1) service.edit();
        tally.edits += EDITS_PER_ROUND;
        const next = changedBlueprint(blueprint, round);
        if (checkBlueprint(next).every(({ severity }) => severity !== 'error')) blueprint = next;
        const what = `${name}, round ${round}`;
        const before = stateOf(service.directory, service.paths());
        const base = readPristine(service.directory).value;
        assert.ok(base);
        const copy = join(service.home, 'copy', 'service');
        if (round % 5 === 0) cpSync(service.directory, copy, { recursive: true });

        let done = await service.forge(blueprint);
        if (done.outcome === 'refused') {
          const codes = new Set(
            done.diagnostics.filter((one) => one.severity === 'error').map((one) => one.code),
          );
          assert.deepEqual([...codes], ['files/merge-conflict'], what);
          assert.ok(done.conflicts && done.conflicts.length > 0, what);
          assert.deepEqual(stateOf(service.directory, service.paths()), before, `${what}: refused`);
          for (const side of done.conflicts) {
            assert.match(service.read(side), /^<{7} yours$/m);
            assert.match(service.read(side), /^>{7} generated$/m);
            service.resolve(side);
          }
          tally.conflicts += done.conflicts.length;
          done = await service.forge(blueprint);
        }
        assert.notEqual(done.outcome, 'refused', JSON.stringify(done.diagnostics));
        service.assertNothingLost(what);
        const old = new Map(base.files.map((file) => [file.path, file.content]));
        const made = readPristine(service.directory).value?.files ?? [];
        const same = made.filter(
          ({ path, content }) => old.get(path) === content && before.has(path),
        );
        const now = stateOf(
          service.directory,
          same.map(({ path }) => path),
        );
        for (const [path, state] of now) assert.equal(state, before.get(path), `${what}: ${path}`);
        tally.untouched += now.size;
        tally.merged += done.update?.merged.length ?? 0;
        if (done.outcome === 'updated') tally.updated += 1;
        if (round % 5 === 0) {
          let again = await service.forge(blueprint, copy);
          if (again.outcome === 'refused') rmSync(copy, { recursive: true });
          else {
            assert.deepEqual(
              contentOf(copy),
              contentOf(service.directory),
              `${what}: not the same again`,
            );
            again = await service.forge(blueprint, copy);
            assert.equal(again.outcome, 'unchanged', what);
            rmSync(copy, { recursive: true });
          }
        }
      }
      assert.ok(tally.edits >= 500 && tally.updated > 10, JSON.stringify(tally));
      assert.ok(tally.merged > 50 && tally.conflicts > 10, JSON.stringify(tally));
    });
  }
});
