import { outerScope } from './data.ts';
import type { Trigger } from './definition.ts';
import type { Execution } from './execution.ts';
import type { Completed, ScopeState, Token } from './state.ts';

/** Remembers an activity that completed, if it can be undone. */
export function remember(
  x: Execution,
  scope: ScopeState,
  node: number,
  inside: readonly Completed[],
): void {
  const { undoneBy, inner } = x.step(node);
  const reacts = inner !== undefined && undoReaction(x, inner) !== undefined;
  if (undoneBy !== undefined || inside.length > 0 || reacts)
    scope.completed = [...scope.completed, { node, inside }];
}

/**
 * Undoes what completed, the last first, and then goes on at the node: all of its scope, or one activity.
 * `cancels` says that the scope is then left by the cancel event of its transaction.
 */
export function undo(
  x: Execution,
  node: number,
  scopeId: number,
  activity: Extract<Trigger, { kind: 'compensation' }>['activity'],
  cancels = false,
): void {
  const scope = scopeToUndo(x, x.scope(scopeId), activity);
  const rest = scope.completed.filter((one) => activity === undefined || one.node === activity);
  scope.completed = scope.completed.filter((one) => !rest.includes(one));
  const token = x.addToken(node, scopeId, { kind: 'undoing', rest, cancels });
  undoNext(x, token);
}

/** Undoes the next, or is done. */
export function undoNext(x: Execution, token: Token): void {
  if (token.wait.kind !== 'undoing') return;
  const next = token.wait.rest.at(-1);
  if (!next) return x.push({ kind: 'done', token: token.id });
  const changed = x.change(token, { wait: { ...token.wait, rest: token.wait.rest.slice(0, -1) } });
  const { undoneBy, inner } = x.step(next.node);
  // A handler runs where the event was thrown: it sees the data of the process.
  const place = token.scope;
  if (undoneBy !== undefined) {
    x.push({ kind: 'begin', node: undoneBy, scope: place, undoes: changed.id });
    return;
  }
  const around = x.addToken(next.node, place, { kind: 'inner' }, changed.id);
  const child = x.addScope({
    plan: inner ?? 0,
    parent: around.id,
    iteration: undefined,
    owns: false,
    data: undefined,
  });
  const reaction = inner === undefined ? undefined : undoReaction(x, inner);
  if (reaction) {
    const own = x.addToken(reaction.node, child.id, { kind: 'inner' });
    const handler = x.addScope({
      plan: x.step(reaction.node).inner ?? 0,
      parent: own.id,
      iteration: undefined,
      owns: false,
      data: undefined,
    });
    handler.completed = next.inside;
    x.note('catch', reaction.start);
    x.push({ kind: 'leave', node: reaction.start, scope: handler.id });
    return;
  }
  const inside = x.addToken(next.node, child.id, {
    kind: 'undoing',
    rest: next.inside,
    cancels: false,
  });
  undoNext(x, inside);
}

/** The event sub-process of a scope that undoes it. */
function undoReaction(x: Execution, plan: number) {
  return x.plan(plan).reactions.find(({ start }) => x.step(start).trigger?.kind === 'compensation');
}

function scopeToUndo(x: Execution, from: ScopeState, activity: number | undefined): ScopeState {
  let scope: ScopeState | undefined = from;
  while (scope) {
    const found =
      activity === undefined
        ? scope.completed.length > 0
        : scope.completed.some(({ node }) => node === activity);
    if (found) return scope;
    // An event sub-process undoes what its scope did; a sub-process only what is its own.
    const token: Token | undefined =
      scope.parent === undefined ? undefined : x.state.tokens.get(scope.parent);
    const reaction: boolean =
      token !== undefined &&
      x.plan(x.step(token.node).scope).reactions.some(({ node }) => node === token.node);
    if (activity === undefined && !reaction) return from;
    scope = outerScope(x, scope);
  }
  return from;
}
