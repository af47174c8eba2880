import { begin } from './activities.ts';
import { dataIn, writeIn } from './data.ts';
import type { Definition } from './definition.ts';
import { enter, fail } from './enter.ts';
import type { Command, ProcessEvent, TraceLine } from './events.ts';
import { Execution } from './execution.ts';
import type { Work } from './execution.ts';
import { leaveBy, releaseInclusiveJoin } from './gateways.ts';
import { tellGuards } from './guards.ts';
import { happen } from './happen.ts';
import { continueAdHoc } from './orchestrate.ts';
import { receive } from './receive.ts';
import { iterationOver } from './repeat.ts';
import { copyState } from './state.ts';
import type { InstanceState, ScopeState, Token } from './state.ts';
import { hold, risenCondition } from './subscriptions.ts';
import { remember, undoNext } from './undo.ts';

/** What one event led to. */
export interface Outcome {
  readonly commands: readonly Command[];
  readonly trace: readonly TraceLine[];
  /** Why the event had no effect: it was for something that is not (any more) waiting. */
  readonly ignored?: string;
}

/** The state after an event, and what is to be done: the same for the same state and event, always. */
export function stepInstance(
  definition: Definition,
  state: InstanceState,
  event: ProcessEvent,
): Outcome & { readonly state: InstanceState } {
  const next = copyState(state);
  return { ...advance(definition, next, event), state: next };
}

/** The same, changing the state that is given: for its owner, who has no use for the old one. */
export function advance(
  definition: Definition,
  state: InstanceState,
  event: ProcessEvent,
): Outcome {
  const x = new Execution(definition, state);
  const { now } = state;
  const ignored = state.status === 'running' ? receive(x, event) : `it is ${state.status}`;
  if (ignored !== undefined) {
    // It is not in the log, so it must leave no trace: not even its time.
    state.now = now;
    return { commands: [], trace: [], ignored };
  }
  run(x);
  return { commands: x.commands, trace: x.trace };
}

/** Until all that is left waits for an event. */
function run(x: Execution): void {
  for (;;) {
    for (let work = x.take(); work; work = x.take()) {
      if (x.exhausted) {
        fail(x, 'it goes round without ever waiting');
        break;
      }
      doWork(x, work);
    }
    if (x.state.status !== 'running') break;
    const condition = risenCondition(x);
    if (condition) happen(x, condition);
    else if (!releaseInclusiveJoin(x)) break;
  }
  finishUp(x);
}

function doWork(x: Execution, work: Work): void {
  switch (work.kind) {
    case 'enter':
      enter(x, x.step(work.node), work.scope, work.way);
      return x.release(work.scope);
    case 'begin':
      begin(x, x.step(work.node), work.scope, work.undoes);
      return x.release(work.scope);
    case 'leave':
      return leave(x, work.node, work.scope, work.again);
    case 'done': {
      const token = x.state.tokens.get(work.token);
      return token && done(x, token);
    }
    case 'empty': {
      const scope = x.state.scopes.get(work.scope);
      return scope?.active === 0 ? scopeOver(x, scope) : undefined;
    }
  }
}

function leave(x: Execution, node: number, scope: number, again = false): void {
  const step = x.step(node);
  if (!again) {
    tellGuards(x, node, 'complete');
    x.note('complete', node);
  }
  const isSplit = step.type === 'parallelGateway' || step.type === 'eventBasedGateway';
  if (isSplit) {
    for (const way of step.outgoing) {
      const flow = x.definition.ways[way];
      x.trace.push({ what: 'take', id: flow?.id ?? '' });
      x.push({ kind: 'enter', node: flow?.to ?? 0, scope, way });
    }
  } else if (!leaveBy(x, step, scope, false)) {
    const token = x.addToken(node, scope, { kind: 'event' });
    hold(x, token, 'no flow has a condition that holds, and there is no default flow', 'leave');
  }
  x.release(scope);
  const state = x.state.scopes.get(scope);
  if (state && step.outgoing.length === 0 && isAdHoc(x, state)) continueAdHoc(x, state);
}

/** What a token waited for is over: it leaves its node, or what is around it goes on. */
function done(x: Execution, token: Token): void {
  const scope = x.scope(token.scope);
  const isAround = token.wait.kind === 'inner' || token.wait.kind === 'repeat';
  const inside: ScopeState[] = isAround
    ? [...x.state.scopes.values()].filter(({ parent }) => parent === token.id)
    : [];
  const completed = inside.flatMap((one) => one.completed);
  for (const one of inside) {
    if (one.owns) writeIn(x, token.scope, Object.fromEntries(one.data ?? []));
    x.removeScope(one);
  }
  if (token.wait.kind === 'undoing') {
    x.removeToken(token);
    if (token.wait.cancels) return cancelTransaction(x, scope);
    if (token.node === parentNode(x, scope)) return;
    return x.push({ kind: 'leave', node: token.node, scope: scope.id });
  }
  if (token.undoes !== undefined) {
    const waiting = x.state.tokens.get(token.undoes);
    x.note('complete', token.node, 'undone');
    if (waiting) undoNext(x, waiting);
    return x.removeToken(token);
  }
  if (scope.iteration !== undefined) {
    x.removeToken(token);
    return;
  }
  remember(x, scope, token.node, completed);
  x.push({ kind: 'leave', node: token.node, scope: scope.id });
  x.removeToken(token);
}

function parentNode(x: Execution, scope: ScopeState): number | undefined {
  return scope.parent === undefined ? undefined : x.state.tokens.get(scope.parent)?.node;
}

function cancelTransaction(x: Execution, scope: ScopeState): void {
  const token = scope.parent === undefined ? undefined : x.state.tokens.get(scope.parent);
  if (!token) return;
  const boundary = x
    .step(token.node)
    .boundary.find((node) => x.step(node).trigger?.kind === 'cancel');
  if (boundary !== undefined) {
    x.note('catch', boundary);
    x.push({ kind: 'leave', node: boundary, scope: token.scope });
  }
  x.cancelToken(token);
}

function scopeOver(x: Execution, scope: ScopeState): void {
  if (scope.iteration !== undefined) return iterationOver(x, scope);
  if (scope.parent === undefined) {
    x.state.status = 'completed';
    x.state.result = dataIn(x, scope.id);
    return x.removeScope(scope);
  }
  if (isAdHoc(x, scope)) return continueAdHoc(x, scope);
  x.push({ kind: 'done', token: scope.parent });
}

function isAdHoc(x: Execution, scope: ScopeState): boolean {
  const node = parentNode(x, scope);
  if (node === undefined || scope.iteration !== undefined) return false;
  return x.step(node).type === 'adHocSubProcess';
}

/** An instance in which nothing waits and nothing flows can never end: that is said, not hidden. */
function finishUp(x: Execution): void {
  const { state } = x;
  if (state.status === 'running' && state.tokens.size === 0 && state.subscriptions.size === 0)
    fail(x, 'it is stuck: tokens wait at joins that nothing can reach any more');
  if (state.status === 'running') return;
  const data = state.result ?? {};
  const { problem } = state;
  x.trace.push({ what: 'end', id: state.status, ...(problem !== undefined && { about: problem }) });
  const status = state.status;
  x.commands.push({ kind: 'end', status, data, ...(problem !== undefined && { problem }) });
}
