import { holdsIn, valueIn } from './data.ts';
import type { Step } from './definition.ts';
import type { Execution } from './execution.ts';
import type { ScopeState, Token } from './state.ts';
import { hold, subscribeAll } from './subscriptions.ts';
import { writeIn } from './data.ts';

/** How often an activity is repeated at most. */
const MOST_ITERATIONS = 100_000;

/** Begins an activity that is done several times: one token for all, a scope for each. */
export function beginRepeated(x: Execution, step: Step, scope: number): void {
  const { repeat } = step;
  if (!repeat) return;
  if (repeat.kind === 'loop') {
    const wait = { kind: 'repeat', total: -1, started: 0, finished: 0, results: [] } as const;
    const token = x.addToken(step.index, scope, wait);
    const armed = subscribeAll(x, token, step.boundary);
    if (!armed) return;
    if (repeat.before && repeat.while && !holdsIn(x, scope, repeat.while))
      return x.push({ kind: 'done', token: token.id });
    return iterate(x, armed, step);
  }
  const list = repeat.of && valueIn(x, scope, repeat.of);
  const count = repeat.count && valueIn(x, scope, repeat.count);
  const items = list?.value;
  const total = Array.isArray(items) ? items.length : count?.value;
  const isTotal = typeof total === 'number' && Number.isInteger(total) && total >= 0;
  const fits = isTotal && total <= MOST_ITERATIONS && (!list || Array.isArray(items));
  const token = x.addToken(step.index, scope, {
    kind: 'repeat',
    total: fits ? total : 0,
    started: 0,
    finished: 0,
    results: [],
    ...(Array.isArray(items) && { items }),
  });
  if (!fits) {
    const problem = list?.unknown ?? count?.unknown ?? 'it is no number of times';
    return hold(x, token, `how often "${step.id}" is done is not known: ${problem}`);
  }
  const armed = subscribeAll(x, token, step.boundary);
  if (!armed) return;
  if (total === 0) return finish(x, armed, step);
  let current: Token = armed;
  for (let index = 0; index < (repeat.sequential ? 1 : total); index += 1) {
    iterate(x, current, step);
    current = x.state.tokens.get(current.id) ?? current;
  }
}

/** One iteration is over: the next, or the end. */
export function iterationOver(x: Execution, scope: ScopeState): void {
  const token = scope.parent === undefined ? undefined : x.state.tokens.get(scope.parent);
  if (token?.wait.kind !== 'repeat') return;
  const step = x.step(token.node);
  const { repeat } = step;
  if (!repeat) return;
  const collected = repeat.kind === 'each' && repeat.collect !== undefined;
  const value =
    repeat.kind === 'each' && repeat.value ? valueIn(x, scope.id, repeat.value).value : null;
  const results = collected ? withResult(token.wait.results, scope.iteration ?? 0, value) : [];
  // The condition sees the data of the iteration, so it is asked before that is gone.
  const again = repeat.kind === 'loop' ? !repeat.while || holdsIn(x, scope.id, repeat.while) : true;
  const enough =
    repeat.kind === 'each' && repeat.until ? holdsIn(x, scope.id, repeat.until) : false;
  x.removeScope(scope);
  const finished = token.wait.finished + 1;
  const changed = x.change(token, { wait: { ...token.wait, finished, results } });
  const { total, started } = token.wait;
  if (repeat.kind === 'loop') {
    const limit = repeat.most > 0 ? repeat.most : MOST_ITERATIONS;
    if (again && started < limit) return iterate(x, changed, step);
    if (again && repeat.most <= 0) return hold(x, changed, `it was done ${started} times`);
    return finish(x, changed, step);
  }
  if (enough || finished === total) return finish(x, changed, step);
  if (repeat.sequential) iterate(x, changed, step);
}

function iterate(x: Execution, token: Token, step: Step): void {
  if (token.wait.kind !== 'repeat') return;
  const { repeat } = step;
  const { started, items } = token.wait;
  x.change(token, { wait: { ...token.wait, started: started + 1 } });
  const data = new Map<string, unknown>([['loopCounter', started + 1]]);
  if (repeat?.kind === 'each' && repeat.item !== undefined)
    data.set(repeat.item, items?.[started] ?? null);
  const scope = x.addScope({
    plan: step.scope,
    parent: token.id,
    iteration: started,
    owns: false,
    data,
  });
  x.push({ kind: 'begin', node: step.index, scope: scope.id, undoes: 0 });
}

/** Iterations that are still at work are cancelled. */
function finish(x: Execution, token: Token, { repeat }: Step): void {
  if (token.wait.kind !== 'repeat') return;
  x.cancelInside(token);
  if (repeat?.kind === 'each' && repeat.collect !== undefined)
    writeIn(x, token.scope, { [repeat.collect]: token.wait.results });
  x.push({ kind: 'done', token: token.id });
}

function withResult(results: readonly unknown[], index: number, value: unknown): unknown[] {
  const next = [...results];
  while (next.length < index) next.push(null);
  next[index] = value;
  return next;
}
