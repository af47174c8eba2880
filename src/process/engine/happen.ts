import { writeIn } from './data.ts';
import type { Data } from './definition.ts';
import type { Execution } from './execution.ts';
import { react } from './raise.ts';
import type { Subscription } from './state.ts';
import { renew } from './subscriptions.ts';

/** What was waited for happens: at a boundary, at a catching event, behind a gateway, or to a whole scope. */
export function happen(x: Execution, subscription: Subscription, data?: Data): void {
  const { node, scope: scopeId } = subscription;
  const step = x.step(node);
  const scope = x.state.scopes.get(scopeId);
  if (!scope) return;
  writeIn(x, scopeId, data);
  if (subscription.token === undefined) {
    const reaction = x.plan(scope.plan).reactions.find(({ start }) => start === node);
    if (!reaction) return;
    if (subscription.kind === 'timer') renew(x, subscription);
    return react(x, reaction, scope);
  }
  const token = x.state.tokens.get(subscription.token);
  if (!token) return;
  if (step.type === 'boundaryEvent') {
    x.note('catch', node);
    x.push({ kind: 'leave', node, scope: scopeId });
    if (step.interrupting) return x.cancelToken(token);
    if (subscription.kind === 'timer') renew(x, subscription);
    return;
  }
  if (token.node === node) {
    // A receive task, or an event on its own.
    return x.push({ kind: 'done', token: token.id });
  }
  // The event behind an event-based gateway.
  x.note('catch', node);
  x.push({ kind: 'leave', node, scope: scopeId });
  x.removeToken(token);
}

/** Throws a signal: all that waits for it in this instance, and (by a command) in others. */
export function broadcast(
  x: Execution,
  name: string,
  data: Data | undefined,
  outside: boolean,
): void {
  if (outside) x.commands.push({ kind: 'signal', name, data: data ?? {} });
  const waiting = [...x.state.subscriptions.values()].filter(
    (one) => one.kind === 'signal' && one.name === name,
  );
  for (const { id } of waiting) {
    const subscription = x.state.subscriptions.get(id);
    if (subscription) happen(x, subscription, outside ? undefined : data);
  }
}
