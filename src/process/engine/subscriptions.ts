import { holdsIn, valueIn } from './data.ts';
import type { Trigger } from './definition.ts';
import type { Execution } from './execution.ts';
import type { Resume, Subscription, Token } from './state.ts';
import { dueTime, nextDue } from './timers.ts';

interface Owner {
  readonly scope: number;
  readonly token: number | undefined;
}

/**
 * Waits for the event of a node. Gives the subscriptions (none for events that are not waited for: errors,
 * escalations), or why it can't be waited for.
 */
export function subscribe(x: Execution, node: number, owner: Owner): readonly number[] | string {
  const { trigger, name: label } = x.step(node);
  const shape = {
    node,
    ...owner,
    name: '',
    key: undefined,
    due: 0,
    period: '',
    left: 0,
    from: 0,
    times: 0,
    held: false,
  };
  switch (trigger?.kind) {
    case 'message': {
      const key = keyOf(x, owner.scope, trigger);
      if (typeof key === 'string') return key;
      return [add(x, { ...shape, kind: 'message', name: trigger.name, key: key?.text })];
    }
    case 'signal':
      return [add(x, { ...shape, kind: 'signal', name: trigger.name })];
    case 'condition':
      return [add(x, { ...shape, kind: 'condition' })];
    case 'timer': {
      const { value, unknown } = valueIn(x, owner.scope, trigger.when);
      const time = dueTime(trigger.form, value, x.state.now);
      if (!time) return `the time of "${label}" is not known: ${unknown ?? JSON.stringify(value)}`;
      return [add(x, { ...shape, kind: 'timer', ...time })];
    }
    default:
      return [];
  }
}

/** Waits for several events as one token; undefined if one of them can't be waited for: the token is held. */
export function subscribeAll(
  x: Execution,
  token: Token,
  nodes: readonly number[],
): Token | undefined {
  if (nodes.length === 0) return token;
  const found: number[] = [...token.subscriptions];
  for (const node of nodes) {
    const ids = subscribe(x, node, { scope: token.scope, token: token.id });
    if (typeof ids === 'string') {
      hold(x, x.change(token, { subscriptions: found }), ids);
      return undefined;
    }
    found.push(...ids);
  }
  return x.change(token, { subscriptions: found });
}

/** Stops at a token until somebody says that it may go on. A job that failed still has its boundary events. */
export function hold(x: Execution, token: Token, problem: string, resume: Resume = 'enter'): void {
  const keeps = resume === 'perform';
  if (!keeps) for (const id of token.subscriptions) x.unsubscribe(id);
  x.change(token, {
    wait: { kind: 'held', problem, resume },
    ...(!keeps && { subscriptions: [] }),
  });
  x.note('hold', token.node, problem);
  x.commands.push({ kind: 'hold', job: token.id, node: x.step(token.node).id, problem });
}

/** After a timer was due: the same subscription with its next time, if there is one. */
export function renew(x: Execution, subscription: Subscription): void {
  const next = nextDue(subscription);
  if (!next) return x.unsubscribe(subscription.id);
  x.state.subscriptions.set(subscription.id, { ...subscription, ...next });
  x.commands.push({ kind: 'await', subscription: subscription.id, due: next.due });
}

/** The first condition that has come to hold; those that hold no longer can come to hold again. */
export function risenCondition(x: Execution): Subscription | undefined {
  for (const subscription of x.state.subscriptions.values()) {
    if (subscription.kind !== 'condition') continue;
    const { trigger } = x.step(subscription.node);
    if (trigger?.kind !== 'condition') continue;
    const held = holdsIn(x, subscription.scope, trigger.holds);
    if (held === subscription.held) continue;
    const changed = { ...subscription, held };
    x.state.subscriptions.set(subscription.id, changed);
    if (held) return changed;
  }
  return undefined;
}

function add(x: Execution, given: Omit<Subscription, 'id'>): number {
  const id = x.id();
  x.state.subscriptions.set(id, { ...given, id });
  const { kind: what, name, key, due } = given;
  if (what === 'timer') x.commands.push({ kind: 'await', subscription: id, due });
  else if (what !== 'condition')
    x.commands.push({
      kind: 'listen',
      subscription: id,
      what,
      name,
      ...(key !== undefined && { key }),
    });
  return id;
}

/**
 * The key of a message, as text: 7 and "7" are the same order. Undefined if the message has none; a string says
 * why it is not known.
 */
export function keyOf(
  x: Execution,
  scope: number,
  { name, key }: Extract<Trigger, { kind: 'message' }>,
): { readonly text: string } | undefined | string {
  if (!key) return undefined;
  const { value, unknown } = valueIn(x, scope, key);
  if (value === undefined || value === null)
    return `the key of message "${name}" is not known: ${unknown ?? 'it is null'}`;
  return { text: typeof value === 'string' ? value : JSON.stringify(value) };
}
