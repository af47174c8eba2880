import type { HttpClient } from '../http/http-client.ts';
import { Accounts } from './accounts.ts';
import type { Answer } from './answer.ts';
import { Journal } from './journal.ts';
import type { Fault } from './judge-answer.ts';
import { Records } from './records.ts';
import type { Subject } from './subject.ts';
import { Tester } from './tester.ts';

/** A service that was started for one check, with an environment of its own. */
export interface StartedService {
  readonly url: string;
  alive(): boolean;
  log(): string;
  stop(): Promise<{ readonly code: number | null }>;
}

/** Where and how checks run. */
export interface SessionOptions {
  readonly url: string;
  readonly subject: Subject;
  readonly client: HttpClient;
  readonly signal: AbortSignal;
  /** How often each race is run. */
  readonly rounds: number;
  /** Only the verdict counts: no check begins once one has failed. */
  readonly stopAtFirst?: boolean;
  /** The tail of what the service printed; absent where only a URL is known. */
  readonly log?: () => string;
  /** False once its process is gone; absent where only a URL is known. */
  readonly alive?: () => boolean;
  /** Starts the service once more with extra environment; absent where only a URL is known. */
  readonly start?: (environment: Readonly<Record<string, string>>) => Promise<StartedService>;
}

/** A fault that many answers may have: reported once, with the first of them. */
export interface SeenFault {
  readonly fault: Fault;
  readonly asked: string;
  readonly script: string;
  count: number;
}

/** What all checks of one run share. */
export class Session {
  readonly options: SessionOptions;
  readonly journal: Journal;
  readonly accounts: Accounts;
  readonly records: Records;
  readonly #shared = new Map<string, Promise<unknown>>();
  readonly #faults = new Map<string, SeenFault>();

  constructor(options: SessionOptions, journal = new Journal()) {
    this.options = options;
    this.journal = journal;
    this.accounts = new Accounts(this);
    this.records = new Records(this);
  }

  get client(): HttpClient {
    return this.options.client;
  }
  get subject(): Subject {
    return this.options.subject;
  }
  get faults(): readonly SeenFault[] {
    return [...this.#faults.values()];
  }

  /** Makes something that several checks share, once. */
  once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#shared.get(key) as Promise<T> | undefined;
    if (known) return known;
    const made = make();
    this.#shared.set(key, made);
    return made;
  }

  tester(firstSerial: number): Tester {
    return new Tester(this, firstSerial);
  }

  fault(fault: Fault, answer: Answer, t: Tester): void {
    const key = `${fault.clause} ${fault.problem}`;
    const seen = this.#faults.get(key);
    if (seen) {
      seen.count += 1;
      return;
    }
    const script = this.journal.script(t.steps);
    this.#faults.set(key, { fault, asked: answer.asked, script, count: 1 });
  }
}
