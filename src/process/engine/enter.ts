import { beginRepeated } from './repeat.ts';
import { dataIn } from './data.ts';
import type { Step } from './definition.ts';
import type { Execution } from './execution.ts';
import { arrive, holdAtGateway, joinAll, leaveBy } from './gateways.ts';
import { guardAgainst, refusal, tellGuards } from './guards.ts';
import { broadcast } from './happen.ts';
import { proposeWay } from './orchestrate.ts';
import { raise } from './raise.ts';
import { send } from './activities.ts';
import { hold, subscribeAll } from './subscriptions.ts';
import { undo } from './undo.ts';

/** A token comes to a node. */
export function enter(x: Execution, step: Step, scope: number, way: number): void {
  const { index: node, type } = step;
  if (type === 'parallelGateway' && step.incoming.length > 1) {
    if (!joinAll(step, x.scope(scope), way)) return;
  } else if (type === 'inclusiveGateway' && step.incoming.length > 1) {
    return arrive(x.scope(scope), way);
  }
  const guard = guardAgainst(x, node, scope);
  if (guard) {
    const reason = refusal(guard);
    x.note('block', node, reason);
    if (guard.otherwise === undefined)
      return hold(x, x.addToken(node, scope, { kind: 'event' }), reason);
    x.note('redirect', guard.otherwise, reason);
    return x.push({ kind: 'enter', node: guard.otherwise, scope, way: -1 });
  }
  tellGuards(x, node, 'begin');
  x.note('enter', node);
  switch (type) {
    case 'exclusiveGateway':
      if (step.chosen) return proposeWay(x, step, scope);
      if (!leaveBy(x, step, scope, true)) holdAtGateway(x, step, scope);
      return;
    case 'inclusiveGateway':
    case 'parallelGateway':
    case 'startEvent':
      return x.push({ kind: 'leave', node, scope });
    case 'eventBasedGateway':
      return waitForFirst(x, step, scope);
    case 'intermediateCatchEvent':
      return waitFor(x, step, scope);
    case 'intermediateThrowEvent':
    case 'endEvent':
      return throwEvent(x, step, scope);
    case 'boundaryEvent':
    case 'complexGateway':
      throw new Error(`a ${type} is not entered`);
    default:
      if (step.repeat) return beginRepeated(x, step, scope);
      x.push({ kind: 'begin', node, scope, undoes: 0 });
  }
}

function waitFor(x: Execution, step: Step, scope: number): void {
  if (!step.trigger || step.trigger.kind === 'link')
    return x.push({ kind: 'leave', node: step.index, scope });
  subscribeAll(x, x.addToken(step.index, scope, { kind: 'event' }), [step.index]);
}

function waitForFirst(x: Execution, step: Step, scope: number): void {
  const events = step.outgoing.map((way) => x.definition.ways[way]?.to ?? 0);
  subscribeAll(x, x.addToken(step.index, scope, { kind: 'event' }), events);
}

/** Throwing events, and ends. */
function throwEvent(x: Execution, step: Step, scope: number): void {
  const { trigger, index: node } = step;
  const onwards = () => x.push({ kind: 'leave', node, scope });
  switch (trigger?.kind) {
    case 'message': {
      const problem = send(x, step, scope);
      if (problem !== undefined)
        return hold(x, x.addToken(node, scope, { kind: 'event' }), problem);
      x.note('throw', node, trigger.name);
      return onwards();
    }
    case 'signal': {
      x.note('throw', node, trigger.name);
      onwards();
      return broadcast(x, trigger.name, dataIn(x, scope), true);
    }
    case 'error': {
      const code = trigger.code ?? '';
      x.note('throw', node, code);
      if (!raise(x, { kind: 'error', code }, { scope })) fail(x, `error "${code}" was not caught`);
      return;
    }
    case 'escalation': {
      const code = trigger.code ?? '';
      x.note('throw', node, code);
      onwards();
      raise(x, { kind: 'escalation', code }, { scope });
      return;
    }
    case 'compensation':
      x.note('throw', node);
      return undo(x, node, scope, trigger.activity);
    case 'cancel':
      x.note('throw', node);
      x.clearScope(x.scope(scope));
      return undo(x, node, scope, undefined, true);
    case 'terminate': {
      x.note('throw', node);
      return x.clearScope(x.scope(scope));
    }
    case 'link':
      return x.push({ kind: 'enter', node: trigger.to, scope, way: -1 });
    default:
      onwards();
  }
}

/** The instance ends: nobody caught what went wrong. */
export function fail(x: Execution, problem: string): void {
  x.state.problem = problem;
  x.state.status = 'failed';
  for (const scope of x.state.scopes.values()) {
    if (scope.parent !== undefined) continue;
    x.state.result = dataIn(x, scope.id);
    x.cancelScope(scope);
  }
}
