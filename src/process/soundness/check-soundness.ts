import type { Diagnostic, SourceSpan } from '#diagnostics';
import type { ProcessNode } from '../model/node.ts';
import type { ProcessModel } from '../model/process-model.ts';
import { Report } from '../deploy/report.ts';
import { explore } from './explore.ts';
import type { Explored } from './explore.ts';
import { graphOf } from './graph.ts';
import { reduce } from './reduce.ts';

export interface SoundnessOptions {
  /** The process of the model; all of them without it. */
  readonly process?: string;
  readonly places?: ReadonlyMap<string, SourceSpan>;
  /** Markings that are looked at, for each process and sub-process. */
  readonly bound?: number;
}

export interface Soundness {
  readonly verdict: 'sound' | 'unsound' | 'not decided';
  readonly diagnostics: readonly Diagnostic[];
  /** Markings that were looked at. */
  readonly states: number;
}

const BOUND = 20_000;
/** Markings of the whole graph that are looked at to show a way that a person can follow. */
const MOST_FOR_WITNESS = 2000;

/**
 * Whether a process can always come to its end, whatever the data: looks for deadlocks, for tokens that come
 * twice where they should have been joined, and for what is never done. Sub-processes are looked at one by one.
 * Findings: `process/deadlock`, `process/unsynchronised`, `process/no-end`, `process/never-done`,
 * `process/not-decided`.
 */
export function checkSoundness(
  model: ProcessModel,
  { process, places = new Map(), bound = BOUND }: SoundnessOptions = {},
): Soundness {
  const report = new Report(places);
  type Scope = Pick<ProcessNode, 'id' | 'nodes' | 'flows' | 'type'>;
  const open: Scope[] = model.processes
    .filter(({ id }) => process === undefined || id === process)
    .map((one) => ({ ...one, type: 'subProcess' }));
  let states = 0;
  let decided = true;
  for (let scope = open.pop(); scope; scope = open.pop()) {
    const { nodes = [], id } = scope;
    open.push(...nodes.filter((node) => node.nodes));
    // What of an ad hoc sub-process is done, and in which order, is decided while it runs.
    if (scope.type === 'adHocSubProcess' || nodes.length === 0) continue;
    const graph = graphOf(scope);
    reduce(graph);
    const explored = explore(graph, bound);
    states += explored.states;
    const { stuck, crowded, endless } = withWitness(explored, scope, bound);
    const path = (trace: readonly string[]) => (trace.length > 0 ? trace.join(' → ') : 'the start');
    if (stuck) {
      const [at = id] = stuck.at;
      report.say(at, 'deadlock', { at: stuck.at.join(', ') || id, trace: path(stuck.trace) });
    }
    if (crowded) {
      const [at = id] = crowded.at;
      report.say(at, 'unsynchronised', { at, trace: path(crowded.trace) });
    }
    if (endless) {
      const [at = id] = endless.at;
      report.say(at, 'no-end', { at, trace: path(endless.trace) });
    }
    if (!explored.complete) {
      decided = false;
      report.say(id, 'not-decided', { id, states: explored.states });
    } else if (!crowded) {
      // Where tokens crowd, not all markings were looked at.
      for (const gate of graph.gates)
        if (!explored.usedGates.has(gate))
          for (const node of gate.holds) report.say(node, 'never-done', { id: node });
      for (const gate of graph.gates)
        for (const edge of gate.outgoing)
          if (!explored.usedEdges.has(edge))
            for (const node of edge.holds) report.say(node, 'never-done', { id: node });
    }
  }
  const found = report.diagnostics.some(({ code }) => code !== 'process/not-decided');
  const verdict = found ? 'unsound' : decided ? 'sound' : 'not decided';
  return { verdict, diagnostics: report.diagnostics, states };
}

/** What was found, with the way to it in the whole graph, where each node is one of the process. */
function withWitness(
  found: Explored,
  scope: Pick<ProcessNode, 'nodes' | 'flows'>,
  bound: number,
): Pick<Explored, 'stuck' | 'crowded' | 'endless'> {
  const most = Math.min(bound, MOST_FOR_WITNESS);
  const whole = (wanted?: 'stuck' | 'crowded') => explore(graphOf(scope), most, wanted);
  return {
    stuck: found.stuck && (whole('stuck').stuck ?? found.stuck),
    crowded: found.crowded && (whole('crowded').crowded ?? found.crowded),
    endless: found.endless && (whole().endless ?? found.endless),
  };
}
