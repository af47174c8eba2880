import { holds } from './holds.ts';
import type { Sample } from './sample.ts';

/** A state in which the rules let a record be deleted; undefined if there is none. */
export function deletableState({ entity, states }: Sample): string | undefined {
  return [...states].find(([, path]) => {
    const record = path.at(-1) ?? path[0];
    return holds(entity, { on: 'delete', record, previous: record });
  })?.[0];
}
