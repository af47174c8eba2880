import type { Consumer, ConsumeOptions, Delivery } from '../bus.ts';
import { consumeDefaults, retryDelay } from '../bus.ts';
import { decodeEvent } from '../cloud-event.ts';
import { InFlight } from '../in-flight.ts';
import type { PendingRow } from './store.ts';

/** What a group needs of the durable part of the bus; each promise resolves when it is stored. */
export interface GroupStore {
  load(after: number, limit: number): readonly PendingRow[];
  attempted(entries: readonly { readonly seq: number; readonly attempts: number }[]): Promise<void>;
  done(seq: number): Promise<void>;
  postpone(seq: number, available: number): Promise<void>;
  deadLetter(row: PendingRow, attempts: number, reason: string): Promise<void>;
}

interface Entry {
  readonly row: PendingRow;
  attempts: number;
  available: number;
  /** The member that has it now, and when its patience ends. */
  taken: { readonly member: Member; readonly until: number } | undefined;
}

interface Member {
  readonly handler: Consumer;
  readonly options: Required<ConsumeOptions>;
  readonly running: InFlight;
  held: number;
}

/** Entries looked at together. A key that is stuck holds up others only beyond so many. */
const WINDOW = 1000;

/**
 * One group of consumers of a topic: hands out what is pending, to members in turn, in order for each key.
 * The store is the truth; this is a window on it.
 */
export class ConsumerGroup {
  readonly #store: GroupStore;
  readonly #members: Member[] = [];
  readonly #entries = new Map<number, Entry>();
  #loadedTo = 0;
  #more = true;
  #turn = 0;
  #scheduled = false;
  #timer: NodeJS.Timeout | undefined = undefined;
  readonly #onRedelivery: () => void;

  constructor(store: GroupStore, onRedelivery: () => void) {
    this.#store = store;
    this.#onRedelivery = onRedelivery;
  }

  /** A new event has been stored. */
  offer(row: PendingRow): void {
    if (row.seq <= this.#loadedTo) return;
    // Once something was left in the store, what is newer has to wait behind it there.
    if (this.#more || this.#entries.size >= WINDOW) this.#more = true;
    else this.#admit(row);
    this.#wake();
  }

  join(handler: Consumer, options: ConsumeOptions): { leave(): Promise<void> } {
    const member = {
      handler,
      options: { ...consumeDefaults, ...options },
      running: new InFlight(),
      held: 0,
    };
    this.#members.push(member);
    this.#wake();
    return {
      leave: async () => {
        const index = this.#members.indexOf(member);
        if (index !== -1) this.#members.splice(index, 1);
        await member.running.idle();
        // What it got and did not acknowledge is for the others, at once.
        for (const entry of this.#entries.values()) {
          if (entry.taken?.member === member) this.#release(entry);
        }
        this.#wake();
        if (this.#members.length === 0) this.#stopTimer();
      },
    };
  }

  #admit(row: PendingRow): void {
    this.#loadedTo = row.seq;
    const { attempts, available } = row;
    this.#entries.set(row.seq, { row, attempts, available, taken: undefined });
  }

  #wake(delayMs?: number): void {
    if (delayMs !== undefined) {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#hand();
      }, delayMs);
      return;
    }
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#hand();
    });
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Gives out what can be given, in the order of the store; then says when to look again. */
  #hand(): void {
    if (this.#members.length === 0) return;
    this.#refill();
    const now = Date.now();
    let next = Infinity;
    const busyKeys = new Set<string>();
    const chosen: { entry: Entry; member: Member }[] = [];
    for (const entry of this.#entries.values()) {
      const { key } = entry.row;
      if (key !== null && busyKeys.has(key)) continue;
      if (key !== null) busyKeys.add(key);
      if (entry.taken !== undefined) {
        if (entry.taken.until > now) {
          next = Math.min(next, entry.taken.until);
          continue;
        }
        this.#release(entry);
        void this.#fail(entry, entry.attempts, 'no acknowledgement in time');
      }
      if (entry.available > now) {
        next = Math.min(next, entry.available);
        continue;
      }
      const member = this.#free();
      if (member === undefined) break;
      this.#take(entry, member, now);
      chosen.push({ entry, member });
      next = Math.min(next, entry.taken?.until ?? Infinity);
    }
    if (chosen.length > 0) this.#deliver(chosen);
    if (next !== Infinity) this.#wake(Math.max(1, Math.min(next - now, 50)));
  }

  #refill(): void {
    if (!this.#more || this.#entries.size > WINDOW / 2) return;
    const rows = this.#store.load(this.#loadedTo, WINDOW);
    for (const row of rows) this.#admit(row);
    this.#more = rows.length === WINDOW;
  }

  /** The next member in turn that may have one more. */
  #free(): Member | undefined {
    for (let step = 0; step < this.#members.length; step += 1) {
      const member = this.#members[(this.#turn + step) % this.#members.length];
      if (member === undefined || member.held >= member.options.maxInFlight) continue;
      this.#turn = (this.#turn + step + 1) % this.#members.length;
      return member;
    }
    return undefined;
  }

  #take(entry: Entry, member: Member, now: number): void {
    entry.attempts += 1;
    member.held += 1;
    entry.taken = { member, until: now + member.options.ackWaitMs };
  }

  #release(entry: Entry): void {
    if (entry.taken !== undefined) entry.taken.member.held -= 1;
    entry.taken = undefined;
  }

  /** The attempt is stored before it is made: an event that kills the process counts its victims. */
  #deliver(chosen: readonly { entry: Entry; member: Member }[]): void {
    const stored = this.#store.attempted(
      chosen.map(({ entry }) => ({ seq: entry.row.seq, attempts: entry.attempts })),
    );
    for (const { entry, member } of chosen) {
      // Counted from here on: a member that leaves meanwhile gets what it was given, and then no more.
      void member.running.track(async () => {
        try {
          await stored;
        } catch {
          this.#giveBack(entry);
          return;
        }
        await this.#run(entry, member);
      });
    }
  }

  /** The bus was closed, or the disk is in trouble: the attempt does not count, and is made again. */
  #giveBack(entry: Entry): void {
    entry.attempts -= 1;
    this.#release(entry);
    entry.available = Date.now() + 100;
    this.#wake(100);
  }

  async #run(entry: Entry, { handler, options }: Member): Promise<void> {
    const attempt = entry.attempts;
    if (attempt > options.maxDeliveries) {
      await this.#fail(entry, attempt - 1, 'its consumer died with it');
      return;
    }
    if (attempt > 1) this.#onRedelivery();
    const current = () => this.#entries.get(entry.row.seq) === entry && entry.attempts === attempt;
    const delivery: Delivery = {
      event: decodeEvent(entry.row.event),
      attempt,
      ack: () => this.#end(entry, () => this.#store.done(entry.row.seq)),
      retry: async (delayMs) => {
        if (current() && entry.taken !== undefined)
          await this.#fail(entry, attempt, 'refused', delayMs);
      },
    };
    try {
      await handler(delivery);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (current() && entry.taken !== undefined) await this.#fail(entry, attempt, reason);
    }
  }

  /** Another attempt later, or the end of them. */
  async #fail(entry: Entry, attempts: number, reason: string, delayMs?: number): Promise<void> {
    const options = entry.taken?.member.options ?? this.#members[0]?.options ?? consumeDefaults;
    if (attempts >= options.maxDeliveries) {
      // Nobody may take it while it is being moved.
      entry.available = Infinity;
      await this.#end(entry, () => this.#store.deadLetter(entry.row, attempts, reason)).catch(
        () => {
          entry.available = Date.now() + 1000;
          this.#wake(1000);
        },
      );
      return;
    }
    this.#release(entry);
    entry.available = Date.now() + (delayMs ?? retryDelay(attempts, options.retryDelayMs));
    await this.#store.postpone(entry.row.seq, entry.available).catch(() => {});
    this.#wake();
  }

  /** Once it is stored that an entry is done with, the next of its key may go. */
  async #end(entry: Entry, store: () => Promise<void>): Promise<void> {
    if (this.#entries.get(entry.row.seq) !== entry) return;
    await store();
    this.#release(entry);
    this.#entries.delete(entry.row.seq);
    this.#wake();
  }
}
