import { hasErrors } from '#diagnostics';
import type { Result, SourceSpan } from '#diagnostics';
import type { Definition, Formula, Way } from '../engine/definition.ts';
import type { FormulaMaker } from '../engine/formulas.ts';
import type { ProcessModel } from '../model/process-model.ts';
import { processDiagnostics } from '../process.diagnostics.ts';
import { checkStructure } from './check-structure.ts';
import { compileGuards } from './compile-guards.ts';
import { compileScopes } from './compile-scopes.ts';
import { compileStep } from './compile-step.ts';
import type { Links } from './compile-step.ts';
import type { Compiling } from './compile-event.ts';
import { flatten } from './flatten.ts';
import type { FlatProcess } from './flatten.ts';
import { Report } from './report.ts';

export interface DeployOptions {
  /** The process of the model; without it, the one that can be executed. */
  readonly process?: string;
  readonly version?: number;
  /** Decisions of business rule tasks, by name. */
  readonly decisions?: ReadonlyMap<string, Formula>;
  /** Where things stand in the document. */
  readonly places?: ReadonlyMap<string, SourceSpan>;
}

/**
 * Makes a process ready to be executed, or says at its place what is wrong with it or is not executed.
 * Errors: `process/no-process`, `process/not-executed`, `process/unknown-reference`, `process/duplicate-id`,
 * `process/misplaced`, `process/bad-expression`, `process/no-condition`, `process/bad-guard`.
 */
export function deployProcess(
  model: ProcessModel,
  makeFormula: FormulaMaker,
  { process: wanted, version = 1, decisions = new Map(), places = new Map() }: DeployOptions = {},
): Result<Definition> {
  const executable = model.processes.filter((one) => one.executable === true);
  const [process] =
    wanted === undefined
      ? [...executable, ...model.processes.filter((one) => one.nodes.length > 0)]
      : model.processes.filter((one) => one.id === wanted);
  if (!process || process.nodes.length === 0) {
    const diagnostic = processDiagnostics.create('no-process', { wanted: wanted ?? '' });
    return { value: undefined, diagnostics: [diagnostic] };
  }
  const report = new Report(places);
  const flat = flatten(model, process);
  checkStructure(flat, report);
  const formula = (id: string, feel: string): Formula | undefined => {
    const made = makeFormula(feel);
    if (typeof made !== 'string') return made;
    report.say(id, 'bad-expression', { id, problem: made });
    return undefined;
  };
  const c: Compiling = { model, flat, report, formula };
  const links = linksOf(flat);
  const steps = flat.nodes.map((node) => compileStep(node, links, decisions, c));
  const ways = flat.flows.map(({ flow, index }): Way => {
    const when = flow.when === undefined ? undefined : formula(flow.id, flow.when);
    const end = (id: string) => flat.byId.get(id)?.index ?? 0;
    return { index, id: flow.id, from: end(flow.from), to: end(flow.to), ...(when && { when }) };
  });
  checkConditions(flat, links, report);
  const { scopes, openings } = compileScopes(flat, steps, report);
  const guards = compileGuards(process, c);
  if (hasErrors(report.diagnostics)) return { value: undefined, diagnostics: report.diagnostics };
  const definition: Definition = {
    process: process.id,
    version,
    name: process.name ?? process.id,
    steps,
    ways,
    scopes,
    openings,
    ...guards,
  };
  return { value: definition, diagnostics: report.diagnostics };
}

/** A choice needs conditions: without them the first flow would be taken, always and silently. */
function checkConditions(flat: FlatProcess, links: Links, report: Report): void {
  for (const { node, index } of flat.nodes) {
    const outgoing = links.outgoing.get(index) ?? [];
    const isChoice = node.type === 'exclusiveGateway' || node.type === 'inclusiveGateway';
    if (!isChoice || outgoing.length < 2 || node.chosenBy === 'orchestrator') continue;
    for (const way of outgoing) {
      const flow = flat.flows[way]?.flow;
      if (flow && flow.when === undefined && flow.id !== node.default)
        report.say(flow.id, 'no-condition', { flow: flow.id, gateway: node.id });
    }
  }
}

function linksOf(flat: FlatProcess): Links {
  const incoming = new Map<number, number[]>();
  const outgoing = new Map<number, number[]>();
  const boundary = new Map<number, number[]>();
  const add = (map: Map<number, number[]>, id: string | undefined, index: number) => {
    const node = id === undefined ? undefined : flat.byId.get(id);
    if (!node) return;
    const list = map.get(node.index);
    if (list) list.push(index);
    else map.set(node.index, [index]);
  };
  for (const { flow, index } of flat.flows) {
    add(outgoing, flow.from, index);
    add(incoming, flow.to, index);
  }
  for (const { node, index } of flat.nodes)
    if (node.type === 'boundaryEvent') add(boundary, node.attachedTo, index);
  return { incoming, outgoing, boundary };
}
