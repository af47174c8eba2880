import { advance } from '../engine/advance.ts';
import type { Outcome } from '../engine/advance.ts';
import type { Data, Definition } from '../engine/definition.ts';
import type { Command, ProcessEvent, TraceLine } from '../engine/events.ts';
import { migrateState } from '../engine/migrate.ts';
import type { NodeMap } from '../engine/migrate.ts';
import { copyState, newState } from '../engine/state.ts';
import type { InstanceState } from '../engine/state.ts';
import { DueQueue } from './due-queue.ts';
import type { EventStore, LogEntry, RemoteEventStore } from './event-store.ts';
import { Library } from './library.ts';
import { Listeners } from './listeners.ts';
import { PostOffice } from './post-office.ts';
import { Starts } from './starts.ts';
import type { DueStart } from './starts.ts';

/** What an instance wants from outside: work, answers, attention. */
export type Errand = Extract<
  Command,
  { kind: 'perform' | 'withdraw' | 'propose' | 'hold' | 'end' }
>;

export interface HostPorts {
  readonly store: EventStore | RemoteEventStore;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /**
   * Carries out what an instance wants, after what caused it is safe in the store. After a restart it may be
   * asked again: the instance's id and the number of the job are the same then.
   */
  readonly carryOut: (errand: Errand, instance: string) => void;
  /** Hears what instances do, as they do it. */
  readonly observe?: (lines: readonly TraceLine[], instance: string) => void;
  /** Messages that wait for somebody to wait for them: so many at most, the oldest are then dropped. */
  readonly mostLetters?: number;
}

/** Timers that go off in one `wake`. */
const MOST_AT_ONCE = 10_000;

interface Hosted {
  definition: Definition;
  readonly state: InstanceState;
}

/**
 * Runs instances: writes events to the store before anything that follows from them leaves the host, carries
 * messages and signals from one instance to others, and wakes what waits for a time. Nothing happens by
 * itself: the owner calls `flush` (after a number of events: they share one write) and `wake`.
 */
export class ProcessHost {
  readonly #ports: HostPorts;
  readonly #library = new Library();
  readonly #instances = new Map<string, Hosted>();
  readonly #listeners = new Listeners();
  readonly #timers = new DueQueue<{ readonly instance: string; readonly subscription: number }>();
  readonly #post: PostOffice;
  readonly #starts: Starts;
  #entries: LogEntry[] = [];
  #errands: { readonly errand: Errand; readonly instance: string }[] = [];
  #count: number;
  #writing: Promise<void> | undefined;

  constructor(ports: HostPorts) {
    this.#ports = ports;
    this.#post = new PostOffice(ports.mostLetters);
    this.#count = ports.store.count();
    this.#starts = new Starts(ports.store.starts());
  }

  /**
   * Makes a version of a process known; new instances get the last one. Timers at its start run from the first time
   * that the version was deployed.
   */
  deploy(definition: Definition): void {
    this.#library.add(definition);
    this.#entries.push(...this.#starts.deploy(definition, this.#ports.clock()));
  }

  /**
   * Takes up all instances that have not ended, by replaying their events, and asks for their open jobs again.
   * @throws if a version of a process is not deployed
   */
  recover(): void {
    const { store } = this.#ports;
    for (const [number, letter] of store.letters()) this.#post.keep(number, letter);
    for (const { id, process, version, events } of store.running()) {
      const hosted = this.#create(id, process, version);
      const errands = new Map<number, Errand>();
      for (const event of events) {
        for (const command of this.#apply(hosted, event).commands) {
          if (command.kind === 'perform' || command.kind === 'propose' || command.kind === 'hold')
            errands.set(command.job, command);
          this.#index(id, command);
        }
      }
      for (const [job, errand] of errands)
        if (isOpen(hosted.state, job, errand.kind)) this.#errands.push({ errand, instance: id });
    }
  }

  /** Starts an instance of the last version. Gives its id; undefined if it can't be started so. */
  start(process: string, data: Data = {}, node?: string): string | undefined {
    const definition = this.#library.latest(process);
    if (!definition) return undefined;
    this.#count += 1;
    const id = String(this.#count);
    const hosted = this.#create(id, process, definition.version);
    const instance = { id, process, version: definition.version };
    this.#entries.push({ kind: 'instance', instance });
    const at = this.#ports.clock();
    const outcome = this.#happen(hosted, {
      at,
      kind: 'start',
      data,
      ...(node !== undefined && { node }),
    });
    if (outcome.ignored === undefined) return id;
    this.#entries.pop();
    this.#instances.delete(id);
    this.#count -= 1;
    return undefined;
  }

  /** Something happens to an instance: a job is done, say. Gives why it had no effect. */
  tell(instance: string, event: WithoutTime): string | undefined {
    const hosted = this.#instances.get(instance);
    if (!hosted) return `there is no running instance ${instance}`;
    return this.#happen(hosted, { ...event, at: this.#ports.clock() }).ignored;
  }

  /**
   * What stands in the way of taking an instance to another version: nothing if the list is empty. `nodes` says
   * what nodes that were renamed are called now. The instance stays as it is: `tell` it to `migrate`.
   */
  planMigration(instance: string, version: number, nodes: NodeMap = {}): readonly string[] {
    const hosted = this.#instances.get(instance);
    const next = hosted && this.#library.get(hosted.definition.process, version);
    if (!hosted || !next) return [`there is no such instance, or no version ${version}`];
    return migrateState(hosted.definition, next, copyState(hosted.state), nodes);
  }

  /**
   * A message for one instance: the oldest that waits for it, else a new one if it starts a process; else it
   * is kept until somebody waits for it. Gives the instance.
   */
  message(name: string, key: string | undefined, data: Data): string | undefined {
    const letter = { name, ...(key !== undefined && { key }), data };
    for (const id of this.#listeners.find('message', name, key))
      if (this.tell(id, { kind: 'message', ...letter }) === undefined) return id;
    for (const { process, steps, openings } of this.#library.all()) {
      const opening = openings.find(
        ({ trigger }) => trigger.kind === 'message' && trigger.name === name,
      );
      const id = opening && this.start(process, data, steps[opening.node]?.id);
      if (id !== undefined) return id;
    }
    this.#entries.push(...this.#post.add(letter));
    return undefined;
  }

  /** A signal for all that wait for it, and for the processes that it starts. */
  signal(name: string, data: Data, but?: string): void {
    for (const id of this.#listeners.find('signal', name))
      if (id !== but) this.tell(id, { kind: 'signal', name, data });
    for (const { process, steps, openings } of this.#library.all()) {
      const opening = openings.find(
        ({ trigger }) => trigger.kind === 'signal' && trigger.name === name,
      );
      if (opening) this.start(process, data, steps[opening.node]?.id);
    }
  }

  /**
   * Lets happen what is due. Gives when to wake it again: a time that has passed where so much was due (a timer of
   * a second, after a year) that the rest is for after the next `flush`.
   */
  wake(most = MOST_AT_ONCE): number | undefined {
    const now = this.#ports.clock();
    for (let count = 0; count < most; count += 1) {
      const due = this.#timers.take(now);
      const start = due ? undefined : this.#starts.take(now);
      if (due) this.tell(due.instance, { kind: 'timer', subscription: due.subscription });
      else if (start) this.#startBy(start);
      else break;
    }
    const times = [this.#timers.next, this.#starts.next].filter((time) => time !== undefined);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /**
   * How things are outside, as far as start conditions ask for it: starts each process whose condition comes to hold
   * by it, with this data. It can come to hold again when it has not held in between.
   */
  situation(data: Data): readonly string[] {
    return this.#starts.holding(data, this.#ports.clock()).flatMap((start) => {
      const id = start.holds ? this.#startBy(start, data) : undefined;
      if (!start.holds) this.#entries.push(start.entry);
      return id ?? [];
    });
  }

  /** An instance, and that what started it has done so, are written together. */
  #startBy(
    { process, node, entry }: DueStart & { readonly entry: LogEntry },
    data: Data = {},
  ): string | undefined {
    this.#entries.push(entry);
    return this.start(process, data, node);
  }

  /**
   * Makes safe what happened, then carries out what follows from it.
   * @throws what the store throws: nothing was carried out then, and the next `flush` writes all of it
   */
  flush(): void {
    if (this.#entries.length > 0 && this.#ports.store.append(this.#entries) !== undefined)
      throw new Error('this store has to be waited for: commit() does');
    this.#entries = [];
    this.#carryOut(this.#errands.splice(0));
  }

  /**
   * The same for a store that has to be waited for. What happens meanwhile is for the next write.
   * @throws what the store throws, as `flush` does
   */
  async commit(): Promise<void> {
    while (this.#writing) await this.#writing.catch(() => undefined);
    const entries = this.#entries.splice(0);
    const errands = this.#errands.splice(0);
    this.#writing = (async () => {
      if (entries.length > 0) await this.#ports.store.append(entries);
    })();
    try {
      await this.#writing;
    } catch (error) {
      this.#entries.unshift(...entries);
      this.#errands.unshift(...errands);
      throw error;
    } finally {
      this.#writing = undefined;
    }
    this.#carryOut(errands);
  }

  #carryOut(errands: readonly { readonly errand: Errand; readonly instance: string }[]): void {
    // What was asked for and withdrawn at once is nobody's business.
    const withdrawn = new Map<string, Set<number>>();
    for (const { errand, instance } of errands)
      if (errand.kind === 'withdraw')
        withdrawn.set(instance, (withdrawn.get(instance) ?? new Set()).add(errand.job));
    for (const { errand, instance } of errands)
      if (!(errand.kind === 'perform' && withdrawn.get(instance)?.has(errand.job)))
        this.#ports.carryOut(errand, instance);
  }

  /** True while something waits for `flush`. */
  get hasWork(): boolean {
    return this.#entries.length > 0 || this.#errands.length > 0;
  }

  /** The state of a running instance: to look at, not to change. */
  state(instance: string): InstanceState | undefined {
    return this.#instances.get(instance)?.state;
  }

  #create(id: string, process: string, version: number): Hosted {
    const definition = this.#library.get(process, version);
    if (!definition) throw new Error(`process ${process} version ${version} is not deployed`);
    const hosted = { definition, state: newState(id, process, version, definition.guards.length) };
    this.#instances.set(id, hosted);
    return hosted;
  }

  /** What the event does to the state; a migrated instance has another definition from then on. */
  #apply(hosted: Hosted, event: ProcessEvent): Outcome {
    if (event.kind !== 'migrate') return advance(hosted.definition, hosted.state, event);
    const { definition, state } = hosted;
    const next = this.#library.get(definition.process, event.version);
    const problems = next
      ? migrateState(definition, next, state, event.nodes)
      : [`version ${event.version} is not deployed`];
    if (next && problems.length === 0) hosted.definition = next;
    return {
      commands: [],
      trace: [],
      ...(problems.length > 0 && { ignored: problems.join('; ') }),
    };
  }

  #happen(hosted: Hosted, event: ProcessEvent): Outcome {
    const { id } = hosted.state;
    const outcome = this.#apply(hosted, event);
    if (outcome.ignored !== undefined) return outcome;
    this.#entries.push({ kind: 'event', instance: id, event });
    this.#ports.observe?.(outcome.trace, id);
    for (const command of outcome.commands) this.#obey(id, command);
    return outcome;
  }

  #obey(instance: string, command: Command): void {
    this.#index(instance, command);
    switch (command.kind) {
      case 'send':
        this.message(command.name, command.key, command.data);
        return;
      case 'signal':
        this.signal(command.name, command.data, instance);
        return;
      case 'listen': {
        const { what, name, key } = command;
        const letter = what === 'message' ? this.#post.take(name, key) : undefined;
        if (!letter) return;
        this.#entries.push({ kind: 'delivered', number: letter.number });
        this.tell(instance, { kind: 'message', ...letter.letter });
        return;
      }
      case 'await':
      case 'forget':
        return;
      case 'end':
        this.#entries.push({ kind: 'end', instance });
        this.#instances.delete(instance);
        this.#listeners.remove(instance);
        this.#errands.push({ errand: command, instance });
        return;
      default:
        this.#errands.push({ errand: command, instance });
    }
  }

  #index(instance: string, command: Command): void {
    if (command.kind === 'listen')
      this.#listeners.add(instance, command.what, command.name, command.key);
    if (command.kind === 'await')
      this.#timers.add(command.due, { instance, subscription: command.subscription });
  }
}

/** An event, whose time is the host's to say. */
export type WithoutTime = ProcessEvent extends infer E
  ? E extends ProcessEvent
    ? Omit<E, 'at'>
    : never
  : never;

function isOpen({ tokens }: InstanceState, job: number, errand: Errand['kind']): boolean {
  const kind = tokens.get(job)?.wait.kind;
  return (
    (errand === 'perform' && kind === 'job') ||
    (errand === 'propose' && kind === 'proposal') ||
    (errand === 'hold' && kind === 'held')
  );
}
