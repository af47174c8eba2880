import type { Blueprint, Service } from '#blueprint';
import type { Contract } from '#contract';
import type { Diagnostic } from '#diagnostics';
import type { CommandResult } from './process/run-command.ts';
import type { Command, TestCounts, Tool } from './toolchains/toolchain.ts';

/** A problem that a gate found in a service. */
export interface Finding extends Diagnostic {
  /** The clause of the service profile that is broken, such as `SP-3.2`. */
  readonly clause?: string;
  /** A command that shows it again against a running service; `$URL` is its base, `$TOKEN` a bearer token. */
  readonly curl?: string;
}

/** What a gate says. `skipped` always has a reason and makes the whole verdict "not fully verified". */
export interface GateResult {
  readonly verdict: 'passed' | 'failed' | 'skipped';
  readonly reason?: string;
  readonly findings: readonly Finding[];
  /** How much was done, in words that are the same for the same seed: `412 requests, 37 operations`. */
  readonly summary: string;
  /** What differs from run to run, such as `{ p99Ms: 4.2 }`: shown, but kept out of the written reports. */
  readonly measured?: Readonly<Record<string, number>>;
}

/** A running service under test. */
export interface RunningService {
  /** Without a slash at the end, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** False once the process is gone; `log` is the tail of what it printed (at most 64 kB). */
  alive(): boolean;
  log(): string;
  /** Asks it to stop (SIGTERM) and ends it if it doesn't; `code` is null when it had to be killed. */
  stop(): Promise<{ readonly code: number | null }>;
}

/** What a gate works with. */
export interface GateContext {
  /** The folder of the service (a staging folder during `forge`). */
  readonly directory: string;
  /** The target that made it, such as `typescript`. */
  readonly target: string;
  readonly blueprint: Blueprint;
  readonly service: Service;
  readonly contract: Contract;
  /** Every random choice derives from it. */
  readonly seed: number;
  /** Aborted when the user asks, and when the gate has used up its time. */
  readonly signal: AbortSignal;
  /** True where only the verdict counts: a gate may end at its first error. */
  readonly stopAtFirst: boolean;
  /**
   * Starts the service on a fresh, empty database and a free port, with extra environment. It is
   * stopped after the gate at the latest.
   * @throws ServiceStartError when it does not get ready; the runner makes a finding of it.
   */
  start(environment?: Readonly<Record<string, string>>): Promise<RunningService>;
  /** The service that gates share; started at the first call, stopped after the last gate. */
  shared(): Promise<RunningService>;
  /** Makes an empty folder; it is removed after the gate, whatever happens. */
  folder(): Promise<string>;
  /**
   * Runs a tool of the target in the service's folder, its dependencies installed.
   * @throws ToolchainMissing when this machine has no such tool; the runner skips the gate.
   */
  tool(tool: Tool): Promise<CommandResult>;
  /**
   * Runs a program that is none of the target's, in a clean environment.
   * @param limit ends it as well; then this rejects
   * @throws if it can't be started
   */
  execute(command: Command, cwd: string, limit?: AbortSignal): Promise<CommandResult>;
  /** Where what such programs need is kept between runs. */
  readonly cache: string;
  /** What the output of the tool `tests` says; undefined when it says nothing about tests. */
  testCounts(output: string): TestCounts | undefined;
  /** Tells how far it is, for a progress line: `120/412 requests`. */
  progress(text: string): void;
}

/** One verification step. A gate that throws is a bug of ours: exit 3. */
export interface Gate {
  /** As in `--gate fuzz`. */
  readonly name: string;
  readonly title: string;
  /** Gates run from low to high: 10 artefacts, 20 format, 30 types, 40 tests, 50 boot, 60 contract, 70 behaviour, 80 fuzz, 85 another fuzzer, 90 abuse, 100 load. */
  readonly order: number;
  /** Names of gates without which this one says nothing: it is skipped unless they passed. */
  readonly needs?: readonly string[];
  /** Its hard limit; 120 when not given. */
  readonly timeoutSeconds?: number;
  /** True for a gate that measures: nothing else runs beside it. */
  readonly alone?: boolean;
  /** True for one that runs only where it is asked for. */
  readonly optional?: boolean;
  run(context: GateContext): Promise<GateResult>;
}
