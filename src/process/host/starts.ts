import type { Data, Definition, Opening } from '../engine/definition.ts';
import { dueAfter, dueTime, nextDue } from '../engine/timers.ts';
import type { Due } from '../engine/timers.ts';
import type { LogEntry, StoredStart, StoredStarts } from './event-store.ts';

/** A timer at the start of a process that is due. */
export interface DueStart {
  readonly process: string;
  readonly node: string;
}

/**
 * What starts instances by itself: timers and conditions at the start of the last version of each process. Kept in the
 * store together with the instances that they start, so that none is started twice and none is forgotten.
 */
export class Starts {
  readonly #known = new Map<string, StoredStarts>();
  readonly #definitions = new Map<string, Definition>();

  constructor(stored: Iterable<StoredStarts>) {
    for (const one of stored) this.#known.set(one.process, one);
  }

  /** Takes a version in; timers of an older one go. Gives what is to be written: nothing for one that is known. */
  deploy(definition: Definition, now: number): readonly LogEntry[] {
    const { process, version, openings } = definition;
    const known = this.#known.get(process);
    if (known && known.version > version) return [];
    this.#definitions.set(process, definition);
    if (known?.version === version) return [];
    const starts = openings.flatMap((opening) => startOf(definition, opening, now) ?? []);
    return starts.length > 0 || known ? [this.#keep({ process, version, starts })] : [];
  }

  /** When the next timer is due. */
  get next(): number | undefined {
    const times = [...this.#definitions.keys()].flatMap((process) =>
      (this.#known.get(process)?.starts ?? []).flatMap(({ due }) => due?.due ?? []),
    );
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Takes the first timer that is due; `entry` is written together with what it starts. */
  take(now: number): (DueStart & { readonly entry: LogEntry }) | undefined {
    const next = this.next;
    if (next === undefined || next > now) return undefined;
    for (const process of this.#definitions.keys()) {
      const known = this.#known.get(process);
      const start = known?.starts.find(({ due }) => due?.due === next);
      if (!known || !start?.due) continue;
      const due = nextDue(start.due);
      const after: StoredStart = { node: start.node, ...(due && { due }) };
      return { process, node: start.node, entry: this.#replace(known, after) };
    }
    return undefined;
  }

  /** The processes whose start condition comes to hold by this data, and what is to be written. */
  holding(
    data: Data,
    now: number,
  ): readonly (DueStart & { readonly holds: boolean; readonly entry: LogEntry })[] {
    const found: (DueStart & { holds: boolean; entry: LogEntry })[] = [];
    for (const [process, { openings, steps }] of this.#definitions) {
      for (const { node: index, trigger } of openings) {
        const node = steps[index]?.id ?? '';
        const known = this.#known.get(process);
        if (trigger.kind !== 'condition' || !known) continue;
        const lookup = (name: string) => (Object.hasOwn(data, name) ? data[name] : undefined);
        const holds = trigger.holds(lookup, now).value === true;
        const before = known.starts.find((one) => one.node === node)?.held === true;
        if (holds !== before)
          found.push({ process, node, holds, entry: this.#replace(known, { node, held: holds }) });
      }
    }
    return found;
  }

  #replace(known: StoredStarts, after: StoredStart): LogEntry {
    const starts = known.starts.map((one) => (one.node === after.node ? after : one));
    return this.#keep({ ...known, starts });
  }

  #keep(starts: StoredStarts): LogEntry {
    this.#known.set(starts.process, starts);
    return { kind: 'starts', starts };
  }
}

function startOf(
  { steps }: Definition,
  { node: index, trigger }: Opening,
  now: number,
): StoredStart | undefined {
  const node = steps[index]?.id ?? '';
  if (trigger.kind === 'condition') return { node, held: false };
  if (trigger.kind !== 'timer') return undefined;
  const { value } = trigger.when(() => undefined, now);
  const first: Due | undefined = dueTime(trigger.form, value, now);
  const due = first && dueAfter(first, now - 1);
  return { node, ...(due && { due }) };
}
