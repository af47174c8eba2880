import { perform, resultOf, startScope } from './activities.ts';
import { writeIn } from './data.ts';
import { fail } from './enter.ts';
import type { ProcessEvent } from './events.ts';
import type { Execution } from './execution.ts';
import { broadcast, happen } from './happen.ts';
import { migrate } from './migrate.ts';
import { decide, proposeStep } from './orchestrate.ts';
import { raise } from './raise.ts';
import type { Token } from './state.ts';
import { hold } from './subscriptions.ts';

/** Takes an event in; what follows from it is left as work. Gives why it has no effect. */
export function receive(x: Execution, event: ProcessEvent): string | undefined {
  x.state.now = Math.max(x.state.now, event.at);
  switch (event.kind) {
    case 'start':
      return start(x, event);
    case 'complete': {
      const token = waiting(x, event.job, 'job');
      if (!token) return `job ${event.job} is not open`;
      const { result } = x.step(token.node);
      writeIn(x, token.scope, result === undefined ? event.data : resultOf({ result }, event.data));
      x.push({ kind: 'done', token: token.id });
      return undefined;
    }
    case 'fail': {
      const token = waiting(x, event.job, 'job');
      if (!token) return `job ${event.job} is not open`;
      writeIn(x, token.scope, event.data);
      const from = { scope: token.scope, token: token.id };
      const raised = event.error !== undefined && { kind: 'error' as const, code: event.error };
      if (!raised || !raise(x, raised, from)) hold(x, token, event.problem, 'perform');
      return undefined;
    }
    case 'escalate': {
      const token = waiting(x, event.job, 'job');
      if (!token) return `job ${event.job} is not open`;
      raise(x, { kind: 'escalation', code: event.code }, { scope: token.scope, token: token.id });
      return undefined;
    }
    case 'retry':
      return retry(x, event.job);
    case 'timer': {
      const subscription = x.state.subscriptions.get(event.subscription);
      if (subscription?.kind !== 'timer') return `timer ${event.subscription} is not set`;
      happen(x, subscription);
      return undefined;
    }
    case 'message': {
      const found = [...x.state.subscriptions.values()].find(
        ({ kind, name, key }) =>
          kind === 'message' && name === event.name && (key === undefined || key === event.key),
      );
      if (!found) return `nothing waits for message "${event.name}"`;
      happen(x, found, event.data);
      return undefined;
    }
    case 'signal':
      broadcast(x, event.name, event.data, false);
      return undefined;
    case 'propose': {
      const token = waiting(x, event.job, 'proposal');
      if (!token) return `nothing is to be decided at ${event.job}`;
      decide(x, token, event.choice);
      return undefined;
    }
    case 'migrate':
      return migrate(x, event.version, event.nodes);
    case 'cancel':
      fail(x, event.reason);
      return undefined;
  }
}

function start(x: Execution, event: Extract<ProcessEvent, { kind: 'start' }>): string | undefined {
  if (x.state.scopes.size > 0) return 'it has been started';
  const opening = x.definition.openings.find(({ node }) => x.step(node).id === event.node);
  if (event.node !== undefined && !opening) return `"${event.node}" does not start an instance`;
  if (!opening && x.plan(0).starts.length === 0) return 'it starts with an event only';
  const scope = x.addScope({
    plan: 0,
    parent: undefined,
    iteration: undefined,
    owns: true,
    data: new Map(Object.entries(event.data)),
  });
  // The event has happened: what it stands on is left, not entered.
  if (opening) x.push({ kind: 'leave', node: opening.node, scope: scope.id });
  const problem = startScope(x, scope.id, opening ? [] : x.plan(0).starts);
  if (problem !== undefined) fail(x, problem);
  return undefined;
}

function retry(x: Execution, job: number): string | undefined {
  const token = waiting(x, job, 'held');
  if (token?.wait.kind !== 'held') return `nothing is held at ${job}`;
  const step = x.step(token.node);
  const scope = x.scope(token.scope);
  if (token.wait.resume === 'perform') return performAgain(x, token);
  if (token.wait.resume === 'leave')
    x.push({ kind: 'leave', node: token.node, scope: scope.id, again: true });
  else if (step.inner !== undefined && scope.plan === step.inner) proposeStep(x, step, scope);
  else if (scope.iteration !== undefined || token.undoes !== undefined)
    x.push({ kind: 'begin', node: token.node, scope: scope.id, undoes: token.undoes ?? 0 });
  else x.push({ kind: 'enter', node: token.node, scope: scope.id, way: -1 });
  x.removeToken(token);
  return undefined;
}

function performAgain(x: Execution, token: Token): undefined {
  x.change(token, { wait: { kind: 'job' } });
  perform(x, token);
}

function waiting(x: Execution, id: number, kind: Token['wait']['kind']): Token | undefined {
  const token = x.state.tokens.get(id);
  return token?.wait.kind === kind ? token : undefined;
}
