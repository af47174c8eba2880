import { hashOf } from '../partition.ts';

/** Somebody who takes a part of what comes: requests at a subject, or events of a pattern in a queue. */
export interface LiveMember {
  readonly id: string;
  readonly kind: 'request' | 'event';
  /** Subject or pattern. */
  readonly at: string;
  readonly queue: string;
}

/** Who says so often that he lives, while another says nothing, has seen the other die. */
const SILENCES = 3;

/**
 * Who is there, as the log of all tells it. Whoever has read as far knows the same, so that all agree on who takes
 * what comes next, without asking each other, and without clocks.
 */
export class Members {
  readonly #processes = new Map<string, Map<string, LiveMember>>();
  /** For each process: how often each other one has spoken since it did. */
  readonly #silences = new Map<string, Map<string, number>>();
  /** Kind and place → queue → sorted ids. */
  #index: Map<string, Map<string, string[]>> | undefined = undefined;

  join(process: string, member: LiveMember): void {
    this.#of(process).set(member.id, member);
    if (!this.#silences.has(process)) this.#silences.set(process, new Map());
    this.#index = undefined;
  }

  leave(process: string, id: string): void {
    this.#processes.get(process)?.delete(id);
    this.#index = undefined;
  }

  /** A sign of life, with all members of a process. */
  lives(process: string, members: readonly LiveMember[]): void {
    const known = this.#of(process);
    if (members.length !== known.size || members.some(({ id }) => !known.has(id))) {
      this.#processes.set(process, new Map(members.map((member) => [member.id, member])));
      this.#index = undefined;
    }
    this.#silences.set(process, new Map());
    for (const [other, silences] of this.#silences) {
      if (other === process) continue;
      const count = (silences.get(process) ?? 0) + 1;
      if (count > SILENCES) this.gone(other);
      else silences.set(process, count);
    }
  }

  gone(process: string): void {
    this.#processes.delete(process);
    this.#silences.delete(process);
    this.#index = undefined;
  }

  /** Who takes what was written at an offset: one of each queue. */
  takers(kind: LiveMember['kind'], at: string, offset: number): readonly string[] {
    this.#index ??= this.#makeIndex();
    const hash = hashOf(String(offset));
    const queues = this.#index.get(`${kind} ${at}`)?.values() ?? [];
    return Array.from(queues, (ids) => ids[hash % ids.length] ?? '');
  }

  #of(process: string): Map<string, LiveMember> {
    const known = this.#processes.get(process) ?? new Map<string, LiveMember>();
    this.#processes.set(process, known);
    return known;
  }

  #makeIndex(): Map<string, Map<string, string[]>> {
    const index = new Map<string, Map<string, string[]>>();
    for (const members of this.#processes.values()) {
      for (const { id, kind, at, queue } of members.values()) {
        const place = `${kind} ${at}`;
        const queues = index.get(place) ?? new Map<string, string[]>();
        index.set(place, queues.set(queue, [...(queues.get(queue) ?? []), id].sort()));
      }
    }
    return index;
  }
}
