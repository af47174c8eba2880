import { dataIn, holdsIn, valueIn, writeIn } from './data.ts';
import type { Data, Step } from './definition.ts';
import type { Execution } from './execution.ts';
import type { Token } from './state.ts';
import { hold, keyOf, subscribe, subscribeAll } from './subscriptions.ts';
import { proposeStep } from './orchestrate.ts';

/** Begins an activity once. Its token is done when the activity is. */
export function begin(x: Execution, step: Step, scope: number, undoes: number): void {
  const inIteration = x.scope(scope).iteration !== undefined;
  // Boundary events of a repeated activity stand on the whole of it.
  const boundary = inIteration ? [] : step.boundary;
  switch (step.type) {
    case 'scriptTask':
    case 'businessRuleTask': {
      const formula = step.script ?? step.decide;
      if (!formula) return beginJob(x, step, scope, undoes, boundary);
      const token = x.addToken(step.index, scope, { kind: 'job' }, undoes);
      const { value, unknown } = valueIn(x, scope, formula);
      if (unknown !== undefined) return hold(x, token, unknown);
      writeIn(x, scope, resultOf(step, value));
      return x.push({ kind: 'done', token: token.id });
    }
    case 'sendTask': {
      if (step.trigger?.kind !== 'message') return beginJob(x, step, scope, undoes, boundary);
      const token = x.addToken(step.index, scope, { kind: 'job' }, undoes);
      const problem = send(x, step, scope);
      if (problem !== undefined) return hold(x, token, problem);
      return x.push({ kind: 'done', token: token.id });
    }
    case 'receiveTask': {
      const token = x.addToken(step.index, scope, { kind: 'event' }, undoes);
      subscribeAll(x, token, [step.index, ...boundary]);
      return;
    }
    case 'task':
    case 'manualTask': {
      // Nobody is asked to do it: it is a note for people.
      const token = x.addToken(step.index, scope, { kind: 'inner' }, undoes);
      return x.push({ kind: 'done', token: token.id });
    }
    case 'subProcess':
    case 'transaction':
    case 'adHocSubProcess':
    case 'callActivity':
      return beginScope(x, step, scope, undoes, boundary);
    default:
      return beginJob(x, step, scope, undoes, boundary);
  }
}

/** Sends the message of a step. Gives why it can't. */
export function send(x: Execution, { trigger }: Step, scope: number): string | undefined {
  if (trigger?.kind !== 'message') return undefined;
  const key = keyOf(x, scope, trigger);
  if (typeof key === 'string') return key;
  x.commands.push({
    kind: 'send',
    name: trigger.name,
    ...(key && { key: key.text }),
    data: dataIn(x, scope),
  });
  return undefined;
}

/** What a result does to the data: it goes where the activity says, a context else is merged. */
export function resultOf({ result }: Pick<Step, 'result'>, value: unknown): Data | undefined {
  if (result !== undefined) return { [result]: value };
  const isContext = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isContext ? { ...value } : undefined;
}

/** Starts what stands in a process or sub-process: its event sub-processes listen first. */
export function startScope(
  x: Execution,
  scope: number,
  starts: readonly number[],
): string | undefined {
  const state = x.scope(scope);
  for (const { start } of x.plan(state.plan).reactions) {
    const ids = subscribe(x, start, { scope, token: undefined });
    if (typeof ids === 'string') return ids;
    state.subscriptions = [...state.subscriptions, ...ids];
  }
  for (const node of starts) x.push({ kind: 'enter', node, scope, way: -1 });
  return undefined;
}

function beginJob(
  x: Execution,
  step: Step,
  scope: number,
  undoes: number,
  boundary: readonly number[],
): void {
  const token = x.addToken(step.index, scope, { kind: 'job' }, undoes);
  if (!subscribeAll(x, token, boundary)) return;
  perform(x, token);
}

/** Gives a job out. */
export function perform(x: Execution, token: Token): void {
  const { id: node, type, name } = x.step(token.node);
  const data = dataIn(x, token.scope);
  x.commands.push({ kind: 'perform', job: token.id, node, type, name, data });
}

function beginScope(
  x: Execution,
  step: Step,
  scope: number,
  undoes: number,
  boundary: readonly number[],
): void {
  const token = x.addToken(step.index, scope, { kind: 'inner' }, undoes);
  const armed = subscribeAll(x, token, boundary);
  if (!armed) return;
  const plan = x.plan(step.inner ?? 0);
  const child = x.addScope({
    plan: plan.index,
    parent: token.id,
    iteration: undefined,
    owns: plan.called,
    data: plan.called ? new Map(Object.entries(dataIn(x, scope))) : undefined,
  });
  const problem = startScope(x, child.id, step.type === 'adHocSubProcess' ? [] : plan.starts);
  if (problem !== undefined) return holdScope(x, armed, problem);
  if (step.type !== 'adHocSubProcess') {
    if (child.active === 0) x.push({ kind: 'done', token: token.id });
  } else if (step.until && holdsIn(x, child.id, step.until)) {
    x.push({ kind: 'done', token: token.id });
  } else {
    proposeStep(x, step, child);
  }
}

function holdScope(x: Execution, token: Token, problem: string): void {
  x.cancelInside(token);
  hold(x, token, problem);
}
