import { advance } from '../engine/advance.ts';
import type { Definition } from '../engine/definition.ts';
import { migrateState } from '../engine/migrate.ts';
import { newState } from '../engine/state.ts';
import type { InstanceState } from '../engine/state.ts';
import type { EventStore } from './event-store.ts';

/**
 * An instance as it was at a time: its events up to then, played again. `definitionOf` gives the versions that it
 * had. @throws if one of them is not there
 */
export function stateAsOf(
  definitionOf: (version: number) => Definition | undefined,
  { id, process, version, events }: NonNullable<ReturnType<EventStore['history']>>,
  time: number,
): InstanceState {
  const known = (wanted: number): Definition => {
    const definition = definitionOf(wanted);
    if (!definition) throw new Error(`version ${wanted} of ${process} is not known`);
    return definition;
  };
  let definition = known(version);
  const state = newState(id, process, version, definition.guards.length);
  for (const event of events) {
    if (event.at > time) break;
    if (event.kind === 'migrate') {
      const next = known(event.version);
      if (migrateState(definition, next, state, event.nodes).length === 0) definition = next;
    } else {
      advance(definition, state, event);
    }
  }
  return state;
}
