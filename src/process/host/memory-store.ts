import type { ProcessEvent } from '../engine/events.ts';
import type { EventStore, Letter, LogEntry, StoredInstance, StoredStarts } from './event-store.ts';

/** Keeps everything as long as the process lives. */
export function memoryStore(): EventStore {
  const instances = new Map<string, StoredInstance & { readonly events: ProcessEvent[] }>();
  const ended = new Set<string>();
  const letters = new Map<number, Letter>();
  const starts = new Map<string, StoredStarts>();
  const add = (entry: LogEntry): void => {
    switch (entry.kind) {
      case 'instance':
        instances.set(entry.instance.id, { ...entry.instance, events: [] });
        return;
      case 'event':
        instances.get(entry.instance)?.events.push(entry.event);
        return;
      case 'end':
        ended.add(entry.instance);
        return;
      case 'post':
        letters.set(entry.number, entry.letter);
        return;
      case 'delivered':
        letters.delete(entry.number);
        return;
      case 'starts':
        starts.set(entry.starts.process, entry.starts);
    }
  };
  return {
    append: (entries) => entries.forEach(add),
    running: () => [...instances.values()].filter(({ id }) => !ended.has(id)),
    history: (id) => instances.get(id),
    count: () => instances.size,
    letters: () => letters,
    starts: () => starts.values(),
  };
}
