import type { Entity } from '#blueprint';
import { nobody } from '../checks/caller.ts';
import type { CheckGroup } from '../checks/check.ts';
import { Untestable } from '../checks/failure.ts';
import type { Created } from '../checks/records.ts';
import type { Tester } from '../checks/tester.ts';

/** Records of both tenants that nobody may have touched in the end. */
export const canaryChecks: CheckGroup = ({ resources }, check) => {
  for (const entity of resources) {
    check(
      'SP-8.1',
      `${entity.label}: records to watch`,
      async (t) => void (await canaries(t, entity)),
    );
  }
};

/** After all attacks: the process lives, and the records are as they were (SP-2.5, 8.1). */
export const aftermathChecks: CheckGroup = ({ resources }, check) => {
  for (const entity of resources) {
    check(
      'SP-8.1',
      `${entity.label}: nothing was changed`,
      async (t) => {
        const watched = await canaries(t, entity);
        const callers = [await t.owner(), await t.other()];
        for (const [index, created] of watched.entries()) {
          const answer = t.expect(await t.get(callers[index] ?? nobody, created.path), 200);
          t.same(answer.record, created.record, 'a record after all attacks');
          t.same(answer.headers['etag'], created.etag, 'its ETag');
        }
      },
      { alone: true },
    );
  }
  check(
    'SP-2.5',
    'the service is alive after all attacks',
    async (t) => {
      t.that(t.session.options.alive?.() !== false, 'the process has ended');
      for (const path of ['/health/live', '/health/ready'])
        t.expect(await t.get(nobody, path), 200);
    },
    { alone: true },
  );
};

/** One record of each tenant. */
function canaries(t: Tester, entity: Entity): Promise<readonly Created[]> {
  return t.session.once(`canaries of ${entity.id}`, async () => {
    try {
      const mine = await t.create(await t.owner(), entity);
      return [mine, await t.create(await t.other(), entity)];
    } catch (error) {
      if (error instanceof Untestable) return [];
      throw error;
    }
  });
}
