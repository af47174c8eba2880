import type { Data, Definition } from '../engine/definition.ts';
import type { TraceLine } from '../engine/events.ts';
import { memoryStore } from './memory-store.ts';
import { ProcessHost } from './process-host.ts';
import type { Errand, WithoutTime } from './process-host.ts';

/** What becomes of an errand: an event, or nothing (it stays open). */
export type Answer = WithoutTime | undefined;

export interface SimulateOptions {
  readonly data?: Data;
  /** Milliseconds since 1970 at the start; time goes on only when nothing else can happen. */
  readonly now?: number;
  /** The start event, where it is not a plain one. */
  readonly node?: string;
  /** Answers jobs and proposals; without it, jobs are done and the first option is taken. */
  readonly answer?: (errand: Errand) => Answer | Promise<Answer>;
  readonly observe?: (line: TraceLine, now: number) => void;
  /** Errands and waits at most. */
  readonly most?: number;
}

export interface Simulated {
  /** `waiting`: nothing can happen any more without an event from outside. */
  readonly status: 'completed' | 'failed' | 'waiting';
  readonly data: Data;
  readonly problem?: string;
  readonly trace: readonly TraceLine[];
  /** What is waited for: ids of nodes. */
  readonly waitsAt: readonly string[];
}

/** Plays one instance in memory, with time that passes as fast as it may. */
export async function simulate(
  definition: Definition,
  { data = {}, now: start = 0, node, answer = usual, observe, most = 10_000 }: SimulateOptions = {},
): Promise<Simulated> {
  let now = start;
  const { process, version } = definition;
  const trace: TraceLine[] = [];
  const errands: Errand[] = [];
  const host = new ProcessHost({
    // Nothing is started but the one instance: what waits at the start is as good as done.
    store: { ...memoryStore(), starts: () => [{ process, version, starts: [] }] },
    clock: () => now,
    carryOut: (errand) => errands.push(errand),
    observe(lines) {
      for (const line of lines) {
        trace.push(line);
        observe?.(line, now);
      }
    },
  });
  host.deploy(definition);
  const [opening] = definition.openings;
  const instance =
    host.start(definition.process, data, node) ??
    host.start(definition.process, data, opening && definition.steps[opening.node]?.id);
  if (instance === undefined)
    return { status: 'failed', data, problem: 'it cannot be started so', trace, waitsAt: [] };
  for (let count = 0; count < most; count += 1) {
    host.flush();
    const errand = errands.shift();
    if (errand?.kind === 'end') {
      const { status, data: result, problem } = errand;
      return {
        status,
        data: result,
        trace,
        waitsAt: [],
        ...(problem !== undefined && { problem }),
      };
    }
    if (errand) {
      const event = await answer(errand);
      if (event) host.tell(instance, event);
      continue;
    }
    const next = host.wake();
    if (next === undefined && !host.hasWork) break;
    if (next !== undefined) now = Math.max(now, next);
  }
  const state = host.state(instance);
  const tokens = [...(state?.tokens.values() ?? [])];
  const waitsAt = tokens.map((token) => definition.steps[token.node]?.id ?? '');
  const held = tokens.find(({ wait }) => wait.kind === 'held')?.wait;
  const seen = [...(state?.scopes.values() ?? [])].find(({ parent }) => parent === undefined);
  return {
    status: 'waiting',
    data: Object.fromEntries(seen?.data ?? []),
    trace,
    waitsAt,
    ...(held?.kind === 'held' && { problem: held.problem }),
  };
}

function usual(errand: Errand): Answer {
  if (errand.kind === 'perform') return { kind: 'complete', job: errand.job };
  if (errand.kind === 'propose')
    return { kind: 'propose', job: errand.job, choice: errand.options[0] };
  return undefined;
}
