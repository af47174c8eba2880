import { camelCase } from '#blueprint';
import type { Blueprint, Entity, Process as Workflow, Step } from '#blueprint';
import type { RuleExpression } from '#rules';
import type { ProcessNode } from '../model/node.ts';
import type { Process } from '../model/process-model.ts';
import { actorsOf } from './actors.ts';
import type { StepActor } from './actors.ts';
import { FlowBuilder } from './flow-builder.ts';
import type { OpenEnd } from './flow-builder.ts';
import { recordExpression } from './record-expression.ts';
import { stepsIn, unitsOf } from './units.ts';
import type { Unit } from './units.ts';

/**
 * A workflow of the requirements as a process that can be executed: roles are lanes, conditions gateways, steps that
 * wait timers. A condition that says something of a record is FEEL over the process's data; of any other, the
 * orchestrator proposes. Every task names the step and the transitions that it stands for.
 */
export function workflowProcess(
  workflow: Workflow,
  blueprint: Blueprint,
  printFeel: (expression: RuleExpression) => string,
): Process {
  const writer = new WorkflowWriter(workflow, blueprint, printFeel);
  return writer.process();
}

class WorkflowWriter {
  readonly #workflow: Workflow;
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #printFeel: (expression: RuleExpression) => string;
  readonly #actors: ReadonlyMap<string, StepActor>;
  readonly #flow: FlowBuilder;
  readonly #units: readonly Unit[];
  /** The first node of the unit of each step: what is gone to. */
  readonly #entries = new Map<string, string>();
  readonly #targets: ReadonlySet<string>;
  #lane: string | undefined;

  constructor(
    workflow: Workflow,
    blueprint: Blueprint,
    printFeel: (expression: RuleExpression) => string,
  ) {
    this.#workflow = workflow;
    this.#printFeel = printFeel;
    const entities = blueprint.system.services.flatMap((service) => service.entities);
    this.#entities = new Map(entities.map((entity) => [entity.id, entity]));
    this.#actors = actorsOf(workflow, blueprint);
    this.#flow = new FlowBuilder(workflow.name);
    this.#units = unitsOf(workflow.steps);
    this.#targets = new Set(workflow.steps.flatMap(({ next }) => next ?? []));
    this.#lane = this.#actors.values().next().value?.name;
  }

  process(): Process {
    const { name, label } = this.#workflow;
    const flow = this.#flow;
    const start = flow.add({ id: 'start', type: 'startEvent' }, [], this.#lane);
    let ends: readonly OpenEnd[] = [{ from: start }];
    for (const [at, unit] of this.#units.entries()) {
      const steps = stepsIn(unit);
      const count = flow.nodes.length;
      if (steps.some(({ id }) => this.#targets.has(id))) {
        const from = flow.add(
          { id: `${localId(steps[0])}.again`, type: 'exclusiveGateway' },
          ends,
          this.#laneOf(steps[0]),
        );
        ends = [{ from }];
      }
      ends = this.#write(unit, ends, this.#units[at + 1]);
      const entry = flow.nodes[count]?.id ?? '';
      for (const { id } of steps) this.#entries.set(id, entry);
    }
    flow.add({ id: 'end', type: 'endEvent' }, ends, this.#lane);
    const lanes = [...Map.groupBy(flow.laneOf, ([, lane]) => lane)];
    return {
      id: name,
      name: label,
      documentation: placeOf(this.#workflow),
      executable: true,
      ...(lanes.length > 0 && {
        lanes: lanes.map(([lane, nodes], at) => ({
          id: `${name}.lane-${at + 1}`,
          name: lane,
          nodes: nodes.map(([id]) => id),
        })),
      }),
      nodes: flow.nodes,
      flows: [...flow.flows],
    };
  }

  #write(unit: Unit, ends: readonly OpenEnd[], next?: Unit, isBeside = false): readonly OpenEnd[] {
    switch (unit.kind) {
      case 'step':
        return this.#step(unit.step, ends, next, isBeside);
      case 'choice':
        return this.#choice(unit, ends, isBeside);
      case 'beside':
        return this.#beside(unit.units, ends);
    }
  }

  #step(
    step: Step,
    ends: readonly OpenEnd[],
    next: Unit | undefined,
    isBeside: boolean,
  ): readonly OpenEnd[] {
    const after = this.#task(step, ends);
    if (isBeside) return after;
    if (step.next !== undefined) return this.#maybeGo(step, after);
    return next?.kind === 'choice' ? after : this.#maybeEnd(step, after);
  }

  /** The task of a step, or the time that it waits; nothing for one that only goes on elsewhere. */
  #task(step: Step, ends: readonly OpenEnd[]): readonly OpenEnd[] {
    if (step.onlyGoes) return ends;
    const actor = this.#actors.get(step.id);
    this.#lane = actor?.name;
    const notes = [
      placeOf(step),
      ...(actor?.assumed ? ['Who does it is not said: assumed is who did the step before.'] : []),
    ];
    const common = {
      id: localId(step),
      name: nameOf(step),
      documentation: notes.join('\n'),
      blueprint: [step.id, ...this.#transitionsOf(step)].slice(0, 100),
    };
    const { waits } = step;
    const node: Omit<ProcessNode, 'id'> & { id: string } =
      waits === undefined
        ? { ...common, type: step.automatic ? 'serviceTask' : 'userTask' }
        : { ...common, type: 'intermediateCatchEvent', event: { type: 'timer', after: waits } };
    return [{ from: this.#flow.add(node, ends, this.#lane) }];
  }

  #choice(
    { step, otherwise }: Extract<Unit, { kind: 'choice' }>,
    ends: readonly OpenEnd[],
    isBeside: boolean,
  ): readonly OpenEnd[] {
    const when = this.#feelOf(step);
    const text = step.condition?.text ?? '';
    const gateway = this.#gateway(`${localId(step)}.choice`, ends, when, this.#laneOf(step));
    const yes: OpenEnd = { from: gateway, name: text, ...(when !== undefined && { when }) };
    const no: OpenEnd = {
      from: gateway,
      ...(when === undefined ? { name: 'otherwise' } : { fallback: true }),
    };
    const isBack = step.next !== undefined && !isBeside;
    const rest = (): readonly OpenEnd[] =>
      otherwise ? this.#write(otherwise, [no], undefined, isBeside) : [no];
    if (isBack) {
      const after = rest();
      this.#goBack(step, yes);
      return after;
    }
    const after = step.onlyGoes ? [yes] : this.#task(step, [yes]);
    return [...after, ...rest()];
  }

  /** What goes back is written last, and its first way is the last one of the gateway. */
  #goBack(step: Step, yes: OpenEnd): void {
    const target = () => this.#entries.get(step.next ?? '') ?? '';
    if (step.onlyGoes) return this.#flow.leadBack([yes], target);
    const after = this.#task(step, []);
    const [task] = after;
    this.#flow.leadBack([yes], () => task?.from ?? '');
    this.#flow.leadBack(after, target);
  }

  /** A step after which one may go on elsewhere: who is at work says so. */
  #maybeGo(step: Step, ends: readonly OpenEnd[]): readonly OpenEnd[] {
    const gateway = this.#gateway(`${localId(step)}.next`, ends, undefined, this.#laneOf(step));
    this.#flow.leadBack(
      [{ from: gateway, name: nameOf(step) }],
      () => this.#entries.get(step.next ?? '') ?? '',
    );
    return [{ from: gateway, name: 'go on' }];
  }

  /** A step that chooses between states of which some are final: with those, the workflow is over. */
  #maybeEnd(step: Step, ends: readonly OpenEnd[]): readonly OpenEnd[] {
    const [entity] = new Set(step.states?.map((one) => one.entity));
    const known = entity === undefined ? undefined : this.#entities.get(entity);
    const states = (step.states ?? []).filter((one) => one.entity === entity);
    const { transitions = [], field = '' } = known?.lifecycle ?? {};
    const finals = states.filter(
      ({ state }) => !transitions.some(({ from }) => from.includes(state)),
    );
    const isLast = this.#workflow.steps.at(-1) === step;
    if (!known || isLast || finals.length === 0 || finals.length === states.length) return ends;
    const when = (state: string) =>
      this.#printed(
        {
          kind: 'compare',
          operator: 'eq',
          left: { kind: 'field', field },
          right: { kind: 'literal', type: 'string', value: state },
        },
        known,
      );
    const gateway = this.#gateway(`${localId(step)}.outcome`, ends, '', this.#lane);
    for (const [at, { state }] of finals.entries()) {
      const end: OpenEnd = { from: gateway, name: state, when: when(state) ?? 'false' };
      this.#flow.add(
        { id: `${localId(step)}.end-${at + 1}`, type: 'endEvent', name: state },
        [end],
        this.#lane,
      );
    }
    return [{ from: gateway, fallback: true }];
  }

  #beside(units: readonly Unit[], ends: readonly OpenEnd[]): readonly OpenEnd[] {
    const [first] = stepsIn({ kind: 'beside', units });
    const id = localId(first);
    const split = this.#flow.add(
      { id: `${id}.split`, type: 'parallelGateway' },
      ends,
      this.#laneOf(first),
    );
    const after = units.map((unit, at) => {
      const branch = this.#write(unit, [{ from: split }], undefined, true);
      // A join wants one token of each branch.
      if (branch.length === 1) return branch;
      const merge = { id: `${id}.merge-${at + 1}`, type: 'exclusiveGateway' } as const;
      return [{ from: this.#flow.add(merge, branch, this.#lane) }];
    });
    const join = this.#flow.add({ id: `${id}.join`, type: 'parallelGateway' }, [], this.#lane);
    this.#flow.lead(after.flat(), join);
    return [{ from: join }];
  }

  #gateway(
    id: string,
    ends: readonly OpenEnd[],
    when: string | undefined,
    lane: string | undefined,
  ): string {
    const chosen = when === undefined ? { chosenBy: 'orchestrator' as const } : {};
    return this.#flow.add({ id, type: 'exclusiveGateway', ...chosen }, ends, lane);
  }

  #laneOf(step: Step | undefined): string | undefined {
    return this.#lane ?? this.#actors.get(step?.id ?? '')?.name;
  }

  #feelOf({ condition }: Step): string | undefined {
    const entity = this.#entities.get(condition?.entity ?? '');
    return entity && condition?.expression && this.#printed(condition.expression, entity);
  }

  #printed(
    expression: NonNullable<Step['condition']>['expression'] & {},
    entity: Entity,
  ): string | undefined {
    const made = recordExpression(expression, entity, camelCase(entity.name));
    return made && this.#printFeel(made);
  }

  #transitionsOf({ states = [] }: Step): readonly string[] {
    return states.flatMap(({ entity, state }) =>
      (this.#entities.get(entity)?.lifecycle?.transitions ?? []).flatMap(({ id, to }) =>
        to === state ? id : [],
      ),
    );
  }
}

/** `process/purchase/step-8/2` → `step-8.2`. */
function localId(step: Step | undefined): string {
  return (step?.id ?? '').split('/').slice(2).join('.');
}

function nameOf({ does, label }: Step): string {
  const text = (does ?? label).replaceAll(/\*\*|__|`/g, '').replace(/[\s.。;；]+$/u, '');
  const name = text.length > 160 ? `${text.slice(0, 159)}…` : text;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function placeOf({ label, sources }: Pick<Step, 'label' | 'sources'>): string {
  const [first] = sources;
  return first ? `${label} (${first.document}:${first.line})` : label;
}
