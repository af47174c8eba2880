import { startScope } from './activities.ts';
import type { Step } from './definition.ts';
import type { Execution } from './execution.ts';
import type { ScopeState } from './state.ts';

/** What is thrown upwards: an error ends what it leaves, an escalation need not. */
export interface Raised {
  readonly kind: 'error' | 'escalation';
  readonly code: string;
}

/**
 * Looks for the event that catches what is raised, from a scope (or the activity of a token) upwards, and lets
 * it happen. False if nothing catches it.
 */
export function raise(
  x: Execution,
  raised: Raised,
  from: { readonly scope: number; readonly token?: number },
): boolean {
  let scope: ScopeState | undefined = x.state.scopes.get(from.scope);
  let token = from.token === undefined ? undefined : x.state.tokens.get(from.token);
  for (;;) {
    // Of a repeated activity, boundary events stand on the whole and not on an iteration.
    if (token && x.scope(token.scope).iteration === undefined) {
      const boundary = x.step(token.node).boundary.find((node) => catches(x.step(node), raised));
      if (boundary !== undefined) {
        const { interrupting } = x.step(boundary);
        x.note('catch', boundary, raised.code);
        const place = token.scope;
        x.push({ kind: 'leave', node: boundary, scope: place });
        if (interrupting) x.cancelToken(token);
        return true;
      }
    }
    if (token) scope = x.state.scopes.get(token.scope);
    if (!scope) return false;
    if (scope.iteration === undefined) {
      const reaction = x
        .plan(scope.plan)
        .reactions.find(({ start }) => catches(x.step(start), raised));
      // What is raised inside of an event sub-process is not caught by that sub-process itself.
      if (reaction && !isInside(x, from.scope, reaction.node, scope.id)) {
        react(x, reaction, scope, raised.code);
        return true;
      }
    }
    token = scope.parent === undefined ? undefined : x.state.tokens.get(scope.parent);
    scope = undefined;
  }
}

/** Starts an event sub-process; an interrupting one ends all else in its scope. */
export function react(
  x: Execution,
  { start, node }: { readonly start: number; readonly node: number },
  scope: ScopeState,
  about?: string,
): void {
  x.note('catch', start, about);
  const inner = x.step(node).inner ?? 0;
  const token = x.addToken(node, scope.id, { kind: 'inner' });
  if (x.step(start).interrupting) {
    x.clearScope(scope, token.id);
    for (const id of scope.subscriptions) x.unsubscribe(id);
    scope.subscriptions = [];
  }
  const child = x.addScope({
    plan: inner,
    parent: token.id,
    iteration: undefined,
    owns: false,
    data: undefined,
  });
  startScope(x, child.id, []);
  x.push({ kind: 'leave', node: start, scope: child.id });
}

function catches({ trigger }: Step, { kind, code }: Raised): boolean {
  return (
    trigger !== undefined &&
    trigger.kind === kind &&
    (trigger.code === undefined || trigger.code === code)
  );
}

function isInside(x: Execution, from: number, node: number, until: number): boolean {
  for (let scope = x.state.scopes.get(from); scope && scope.id !== until;) {
    const token = scope.parent === undefined ? undefined : x.state.tokens.get(scope.parent);
    if (token?.node === node) return true;
    scope = token && x.state.scopes.get(token.scope);
  }
  return false;
}
