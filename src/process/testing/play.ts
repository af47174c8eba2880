import { deployProcess } from '../deploy/deploy-process.ts';
import { formulaMaker } from '../engine/formulas.ts';
import type { Definition } from '../engine/definition.ts';
import { simulate } from '../host/simulate.ts';
import type { Answer, Simulated, SimulateOptions } from '../host/simulate.ts';
import type { Errand } from '../host/process-host.ts';
import type { Flow } from '../model/flow.ts';
import type { ProcessNode } from '../model/node.ts';
import type { Process, ProcessModel } from '../model/process-model.ts';

/** Nodes by short lines (`a: userTask`), with what is special about them; flows as `a -> b` or `a -> b: x > 1`. */
export function content(
  nodes: Readonly<Record<string, ProcessNode['type'] | Omit<ProcessNode, 'id'>>>,
  flows: readonly string[] = [],
): { nodes: ProcessNode[]; flows: Flow[] } {
  return {
    nodes: Object.entries(nodes).map(([id, node]) =>
      typeof node === 'string' ? { id, type: node } : { id, ...node },
    ),
    flows: flows.flatMap((line) => {
      const [path = '', ...when] = line.split(': ');
      const ids = path.split(' -> ');
      return ids.slice(1).map((to, index): Flow => {
        const from = ids[index] ?? '';
        const flow = { id: `${from}-${to}`, from, to };
        return when.length > 0 ? { ...flow, when: when.join(': ') } : flow;
      });
    }),
  };
}

export function modelOf(process: Partial<Process>, rest: Partial<ProcessModel> = {}): ProcessModel {
  return {
    formatVersion: 1,
    processes: [{ id: 'test', executable: true, nodes: [], flows: [], ...process }],
    ...rest,
  };
}

/** @throws with the diagnostics if the process can't be deployed */
export async function deployed(model: ProcessModel): Promise<Definition> {
  const { value, diagnostics } = deployProcess(model, await formulaMaker());
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

/** What to do with a job, by node: its data, an error code after `!`, or `open` to leave it. */
export type Script = Readonly<Record<string, Readonly<Record<string, unknown>> | string>>;

export interface Played extends Simulated {
  /** The nodes whose jobs were given out, in their order. */
  readonly jobs: readonly string[];
}

/** Deploys a model and plays it once. */
export async function play(
  model: ProcessModel,
  script: Script = {},
  options: SimulateOptions = {},
): Promise<Played> {
  const jobs: string[] = [];
  const answer = (errand: Errand): Answer => {
    if (errand.kind === 'propose')
      return { kind: 'propose', job: errand.job, choice: errand.options[0] };
    if (errand.kind !== 'perform') return undefined;
    const { job, node } = errand;
    jobs.push(node);
    const say = script[node];
    if (say === 'open') return undefined;
    if (typeof say === 'string' && say.startsWith('!'))
      return { kind: 'fail', job, problem: 'as scripted', error: say.slice(1) };
    return { kind: 'complete', job, ...(typeof say === 'object' && { data: say }) };
  };
  return { ...(await simulate(await deployed(model), { answer, ...options })), jobs };
}
