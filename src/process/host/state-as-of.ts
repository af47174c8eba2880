import { advance } from '../engine/advance.ts';
import type { Definition } from '../engine/definition.ts';
import { newState } from '../engine/state.ts';
import type { InstanceState } from '../engine/state.ts';
import type { EventStore } from './event-store.ts';

/** An instance as it was at a time: its events up to then, played again. */
export function stateAsOf(
  definition: Definition,
  { id, process, version, events }: NonNullable<ReturnType<EventStore['history']>>,
  time: number,
): InstanceState {
  const state = newState(id, process, version, definition.guards.length);
  for (const event of events) {
    if (event.at > time) break;
    advance(definition, state, event);
  }
  return state;
}
