import type { LogEntry, StoredInstance } from '../host/event-store.ts';

/** Where a running instance stands in the log. */
export interface Place {
  readonly number: number;
  readonly position: number;
}

/** Entries of one write as columns of the tables. Places change for others only when it is settled. */
export class Batch {
  next: number;
  readonly #known: ReadonlyMap<string, Place>;
  /** Undefined for instances that end. */
  readonly #changed = new Map<string, Place | undefined>();
  readonly #instances: (StoredInstance & { readonly number: number })[] = [];
  readonly #events: { instance: number; position: number; event: string }[] = [];
  readonly #ended: number[] = [];
  readonly #posted = new Map<number, string>();
  readonly #delivered: number[] = [];
  readonly #starts = new Map<string, string>();

  constructor(places: ReadonlyMap<string, Place>, next: number) {
    this.#known = places;
    this.next = next;
  }

  /** After the write: what is known of places from now on. */
  settle(places: Map<string, Place>): void {
    for (const [id, place] of this.#changed)
      if (place) places.set(id, place);
      else places.delete(id);
  }

  #placeOf(id: string): Place | undefined {
    return this.#changed.has(id) ? this.#changed.get(id) : this.#known.get(id);
  }

  add(entry: LogEntry): void {
    switch (entry.kind) {
      case 'instance':
        this.#instances.push({ ...entry.instance, number: this.next });
        this.#changed.set(entry.instance.id, { number: this.next, position: 0 });
        this.next += 1;
        return;
      case 'event': {
        const place = this.#placeOf(entry.instance);
        if (!place) throw new Error(`no running instance ${entry.instance}`);
        const event = JSON.stringify(entry.event);
        this.#events.push({ instance: place.number, position: place.position, event });
        this.#changed.set(entry.instance, { ...place, position: place.position + 1 });
        return;
      }
      case 'end': {
        const place = this.#placeOf(entry.instance);
        if (place) this.#ended.push(place.number);
        this.#changed.set(entry.instance, undefined);
        return;
      }
      case 'post':
        this.#posted.set(entry.number, JSON.stringify(entry.letter));
        return;
      case 'delivered':
        if (!this.#posted.delete(entry.number)) this.#delivered.push(entry.number);
        return;
      case 'starts':
        this.#starts.set(entry.starts.process, JSON.stringify(entry.starts));
    }
  }

  /** Statements whose first parameter is the log. */
  *statements(): Iterable<readonly [text: string, values: readonly unknown[]]> {
    const instances = this.#instances;
    if (instances.length > 0)
      yield [
        'INSERT INTO process_instances SELECT $1, n, i, p, v, true FROM unnest($2::bigint[], $3::text[], $4::text[], $5::integer[]) AS t (n, i, p, v)',
        [
          instances.map(({ number }) => number),
          instances.map(({ id }) => id),
          instances.map(({ process }) => process),
          instances.map(({ version }) => version),
        ],
      ];
    const events = this.#events;
    if (events.length > 0)
      yield [
        'INSERT INTO process_events SELECT $1, i, p, e FROM unnest($2::bigint[], $3::integer[], $4::text[]) AS t (i, p, e)',
        [
          events.map(({ instance }) => instance),
          events.map(({ position }) => position),
          events.map(({ event }) => event),
        ],
      ];
    if (this.#ended.length > 0)
      yield [
        'UPDATE process_instances SET running = false WHERE log = $1 AND number = ANY($2::bigint[])',
        [this.#ended],
      ];
    if (this.#posted.size > 0)
      yield [
        'INSERT INTO process_letters SELECT $1, n, l FROM unnest($2::bigint[], $3::text[]) AS t (n, l)',
        [[...this.#posted.keys()], [...this.#posted.values()]],
      ];
    if (this.#delivered.length > 0)
      yield [
        'DELETE FROM process_letters WHERE log = $1 AND number = ANY($2::bigint[])',
        [this.#delivered],
      ];
    if (this.#starts.size > 0)
      yield [
        'INSERT INTO process_starts SELECT $1, p, s FROM unnest($2::text[], $3::text[]) AS t (p, s) ON CONFLICT (log, process) DO UPDATE SET starts = excluded.starts',
        [[...this.#starts.keys()], [...this.#starts.values()]],
      ];
  }
}
