import type { Data, Formula, Lookup } from './definition.ts';
import type { Execution } from './execution.ts';
import type { ScopeState } from './state.ts';

/** The scope around a scope; undefined for the process. */
export function outerScope({ state }: Execution, scope: ScopeState): ScopeState | undefined {
  const token = scope.parent === undefined ? undefined : state.tokens.get(scope.parent);
  return token && state.scopes.get(token.scope);
}

/** Values by name as a scope sees them: its own first. */
export function lookupIn(x: Execution, scope: number): Lookup {
  const first = x.scope(scope);
  return (name) => {
    let at: ScopeState | undefined = first;
    while (at) {
      if (at.data?.has(name)) return at.data.get(name);
      at = at.owns ? undefined : outerScope(x, at);
    }
    return undefined;
  };
}

/** The value of an expression in a scope, now. */
export function valueIn(x: Execution, scope: number, formula: Formula): ReturnType<Formula> {
  return formula(lookupIn(x, scope), x.state.now);
}

/** Whether a condition holds: what is unknown does not. */
export function holdsIn(x: Execution, scope: number, formula: Formula): boolean {
  return valueIn(x, scope, formula).value === true;
}

/** All that a scope sees. */
export function dataIn(x: Execution, scope: number): Data {
  const chain: ScopeState[] = [];
  let at: ScopeState | undefined = x.scope(scope);
  while (at) {
    chain.push(at);
    at = at.owns ? undefined : outerScope(x, at);
  }
  const entries = chain.toReversed().flatMap(({ data }) => (data ? [...data] : []));
  return Object.fromEntries(entries);
}

/** Writes data: a name that a scope has as its own stays there, others go to the process. */
export function writeIn(x: Execution, scope: number, data: Data | undefined): void {
  for (const [name, value] of Object.entries(data ?? {})) {
    const owner = ownerOf(x, x.scope(scope), name);
    owner.data ??= new Map();
    owner.data.set(name, value);
  }
}

function ownerOf(x: Execution, scope: ScopeState, name: string): ScopeState {
  if (scope.owns || scope.data?.has(name)) return scope;
  const outer = outerScope(x, scope);
  return outer ? ownerOf(x, outer, name) : scope;
}
