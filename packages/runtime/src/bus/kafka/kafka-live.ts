import { randomUUID } from 'node:crypto';
import { ServiceUnavailableError } from '../../errors/call-errors.ts';
import { within } from '../../registry/within.ts';
import { AwaitedAnswers } from '../awaited-answers.ts';
import type { Stop } from '../broker-bus.ts';
import { InFlight } from '../in-flight.ts';
import { subjectMatcher } from '../subject.ts';
import type { KafkaClients } from './kafka-clients.ts';
import type { KafkaRecord } from './kafka-fetch.ts';
import { LiveLog } from './live-log.ts';
import { type LiveMember, Members } from './members.ts';

interface Local {
  readonly member: LiveMember;
  readonly matches: (subject: string) => boolean;
  /** Whether only one of its queue takes what comes. */
  readonly shares: boolean;
  readonly take: (subject: string, text: string, asker: string, id: string) => void;
  /** Resolves when the log has told all of us. */
  readonly known: PromiseWithResolvers<void>;
  readonly gone: PromiseWithResolvers<void>;
  isActive: boolean;
  /** Who has said farewell is not to be named among the living again: the log keeps what comes last. */
  isLeaving: boolean;
}

const ALIVE_MS = 1000;
const KNOWN_MS = 5000;

/**
 * Requests and published events over Kafka, which has neither: one log, that every process reads. It also tells who
 * is there, so that all know without asking who takes a request, or that nobody does.
 */
export class KafkaLive {
  readonly #process = randomUUID();
  readonly #members = new Members();
  readonly #answers = new AwaitedAnswers<string>();
  readonly #locals = new Map<string, Local>();
  readonly #clients: KafkaClients;
  readonly #topic: string;
  readonly #onLoss: (count: number) => void;
  readonly #aliveMs: number;
  #log: Promise<LiveLog> | undefined = undefined;
  #timer: NodeJS.Timeout | undefined = undefined;

  /** @param aliveMs how often to give a sign of life */
  constructor(
    clients: KafkaClients,
    topic: string,
    onLoss: (count: number) => void,
    aliveMs = ALIVE_MS,
  ) {
    this.#clients = clients;
    this.#topic = topic;
    this.#onLoss = onLoss;
    this.#aliveMs = aliveMs;
  }

  /** Gives the text of the answer. @throws NoResponderError, TimeoutError, ServiceUnavailableError */
  ask(subject: string, text: string, timeoutMs: number): Promise<string> {
    const id = randomUUID();
    return this.#answers.ask(id, subject, timeoutMs, async () => {
      try {
        await this.#append(['request', subject, this.#process, id], text);
      } catch {
        throw new ServiceUnavailableError(subject, 'not reachable: Kafka takes nothing');
      }
    });
  }

  async answer(
    subject: string,
    queue: string,
    reply: (text: string) => Promise<string>,
  ): Promise<Stop> {
    const running = new InFlight();
    const take: Local['take'] = (_subject, text, asker, id) => {
      void running.track(async () => {
        const answer = await reply(text);
        // Whoever asked knows soon enough that there is none.
        await this.#append(['answer', asker, id], answer).catch(() => {});
      });
    };
    const leave = await this.#join({ kind: 'request', at: subject, queue }, take);
    return async () => {
      await leave();
      await running.idle();
    };
  }

  async tell(subject: string, text: string): Promise<void> {
    await this.#append(['event', subject], text);
  }

  listen(
    pattern: string,
    queue: string | undefined,
    put: (subject: string, text: string) => void,
  ): Promise<Stop> {
    return this.#join({ kind: 'event', at: pattern, queue }, put);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    const log = await this.#log?.catch(() => undefined);
    if (log === undefined) return;
    await within('A farewell', ALIVE_MS, () => log.append(['gone', this.#process], '')).catch(
      () => {},
    );
    await log.close();
  }

  async #join(
    { queue, ...place }: Omit<LiveMember, 'id' | 'queue'> & { readonly queue: string | undefined },
    take: Local['take'],
  ): Promise<Stop> {
    const member = { ...place, id: randomUUID(), queue: queue ?? '' };
    const local: Local = {
      member,
      matches: subjectMatcher(member.at),
      shares: queue !== undefined,
      take,
      known: Promise.withResolvers(),
      gone: Promise.withResolvers(),
      isActive: false,
      isLeaving: false,
    };
    await this.#open();
    this.#locals.set(member.id, local);
    try {
      await this.#announce('in', local);
    } catch (error) {
      this.#locals.delete(member.id);
      throw error;
    }
    return async () => {
      local.isLeaving = true;
      // What was written before we were gone is ours still; who reads it knows that.
      await this.#announce('out', local).catch(() => {});
      this.#locals.delete(member.id);
    };
  }

  /** Resolves when we have read it ourselves: from then on all agree. */
  async #announce(what: 'in' | 'out', { member, shares, known, gone }: Local): Promise<void> {
    const { id, kind, at, queue } = member;
    await within(`Telling of "${at}"`, KNOWN_MS, async () => {
      const key = [what, this.#process, id, kind, at, queue, shares ? 'shared' : ''];
      await this.#append(key, '');
      await (what === 'in' ? known : gone).promise;
    });
  }

  async #append(key: readonly string[], value: string): Promise<void> {
    await (await this.#open()).append(key, value);
  }

  #open(): Promise<LiveLog> {
    if (this.#log !== undefined) return this.#log;
    this.#log = LiveLog.open(
      this.#clients,
      this.#topic,
      (record) => this.#read(record),
      this.#onLoss,
    );
    this.#log.then(
      (log) => {
        const alive = () => {
          const members = [...this.#locals.values()].filter(
            ({ shares, isLeaving }) => shares && !isLeaving,
          );
          const text = JSON.stringify(members.map(({ member }) => member));
          log.append(['alive', this.#process], text).catch(() => {});
        };
        this.#timer = setInterval(alive, this.#aliveMs).unref();
      },
      () => (this.#log = undefined),
    );
    return this.#log;
  }

  #read({ offset, key, value }: KafkaRecord): void {
    const [what = '', first = '', second = '', ...rest] = textsOf(key);
    if (what === 'event') this.#deliver(offset, first, value);
    else if (what === 'request') this.#request(offset, first, second, rest[0] ?? '', value);
    else if (what === 'answer') {
      if (first === this.#process) this.#answers.resolve(second, value);
    } else if (what === 'in') {
      const [kind = '', at = '', queue = '', shared = ''] = rest;
      if (shared !== '') this.#members.join(first, { id: second, kind: kindOf(kind), at, queue });
      const local = this.#locals.get(second);
      if (local === undefined) return;
      local.isActive = true;
      local.known.resolve();
    } else if (what === 'out') {
      this.#members.leave(first, second);
      const local = this.#locals.get(second);
      if (local === undefined) return;
      local.isActive = false;
      local.gone.resolve();
    } else if (what === 'alive') this.#members.lives(first, membersOf(value));
    else if (what === 'gone') this.#members.gone(first);
  }

  #deliver(offset: number, subject: string, text: string): void {
    for (const { member, matches, shares, isActive, take } of this.#locals.values()) {
      if (!isActive || member.kind !== 'event' || !matches(subject)) continue;
      const takers = shares ? this.#members.takers('event', member.at, offset) : [member.id];
      if (takers.includes(member.id)) take(subject, text, '', '');
    }
  }

  #request(offset: number, subject: string, asker: string, id: string, text: string): void {
    const takers = this.#members.takers('request', subject, offset);
    if (takers.length === 0 && asker === this.#process) this.#answers.reject(id);
    for (const taker of takers) {
      this.#locals.get(taker)?.take(subject, text, asker, id);
    }
  }
}

const kindOf = (text: unknown): LiveMember['kind'] => (text === 'request' ? 'request' : 'event');

/** Others may write to the topic: what is none of ours is none. */
function textsOf(key: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(key);
    return Array.isArray(found) ? found.map(String) : [];
  } catch {
    return [];
  }
}

function membersOf(text: string): readonly LiveMember[] {
  try {
    return (JSON.parse(text) as Record<keyof LiveMember, unknown>[]).map((member) => ({
      id: String(member.id),
      kind: kindOf(member.kind),
      at: String(member.at),
      queue: String(member.queue),
    }));
  } catch {
    return [];
  }
}
