import type { Definition, ScopePlan, Step } from './definition.ts';
import type { Command, TraceLine } from './events.ts';
import type { InstanceState, ScopeState, Token, Wait } from './state.ts';

/** What is still to be done before the instance rests. */
export type Work =
  /** A token comes to a node, by a flow (or -1). */
  | { readonly kind: 'enter'; readonly node: number; readonly scope: number; readonly way: number }
  /** An activity is begun once: guards were asked, and repetition is taken care of. */
  | {
      readonly kind: 'begin';
      readonly node: number;
      readonly scope: number;
      readonly undoes: number;
    }
  | { readonly kind: 'leave'; readonly node: number; readonly scope: number; readonly again?: true }
  /** What a token waited for is over. */
  | { readonly kind: 'done'; readonly token: number }
  | { readonly kind: 'empty'; readonly scope: number };

/** Steps that one event may cause: a process that loops without waiting is stopped. */
const MOST_WORK = 200_000;

/**
 * One event at work on a state. It holds what all kinds of nodes need: tokens, scopes, what is to be done,
 * and what came out of it.
 */
export class Execution {
  readonly definition: Definition;
  readonly state: InstanceState;
  readonly commands: Command[] = [];
  readonly trace: TraceLine[] = [];
  #queue: Work[] = [];
  #head = 0;
  #work = 0;

  constructor(definition: Definition, state: InstanceState) {
    this.definition = definition;
    this.state = state;
  }

  step(node: number): Step {
    const step = this.definition.steps[node];
    if (!step) throw new Error(`no node ${node} in ${this.definition.process}`);
    return step;
  }

  plan(index: number): ScopePlan {
    const plan = this.definition.scopes[index];
    if (!plan) throw new Error(`no scope ${index} in ${this.definition.process}`);
    return plan;
  }

  scope(id: number): ScopeState {
    const scope = this.state.scopes.get(id);
    if (!scope) throw new Error(`no scope ${id} in instance ${this.state.id}`);
    return scope;
  }

  note(what: TraceLine['what'], node: number, about?: string): void {
    const { id } = this.step(node);
    this.trace.push(about === undefined ? { what, id } : { what, id, about });
  }

  id(): number {
    const { next } = this.state;
    this.state.next = next + 1;
    return next;
  }

  push(work: Work): void {
    if ('scope' in work && work.kind !== 'empty') this.scope(work.scope).active += 1;
    this.#queue.push(work);
  }

  /** The next thing to do; what was to be done in a scope that is gone is left out. */
  take(): Work | undefined {
    for (;;) {
      const work = this.#queue[this.#head];
      if (!work) {
        this.#queue = [];
        this.#head = 0;
        return undefined;
      }
      this.#head += 1;
      if ('scope' in work && !this.state.scopes.has(work.scope)) continue;
      if (work.kind === 'done' && !this.state.tokens.has(work.token)) continue;
      this.#work += 1;
      return work;
    }
  }

  get exhausted(): boolean {
    return this.#work > MOST_WORK;
  }

  /** Says that a piece of work in a scope is done: what it led to has been counted before. */
  release(scope: number): void {
    const state = this.state.scopes.get(scope);
    if (!state) return;
    state.active -= 1;
    if (state.active === 0) this.#queue.push({ kind: 'empty', scope });
  }

  addToken(node: number, scope: number, wait: Wait, undoes = 0): Token {
    const token: Token = {
      id: this.id(),
      node,
      scope,
      wait,
      subscriptions: [],
      ...(undoes > 0 && { undoes }),
    };
    this.state.tokens.set(token.id, token);
    this.scope(scope).active += 1;
    return token;
  }

  change(token: Token, changes: Partial<Pick<Token, 'wait' | 'subscriptions'>>): Token {
    const changed = { ...token, ...changes };
    this.state.tokens.set(token.id, changed);
    return changed;
  }

  removeToken(token: Token): void {
    if (!this.state.tokens.delete(token.id)) return;
    for (const id of token.subscriptions) this.unsubscribe(id);
    this.release(token.scope);
  }

  unsubscribe(id: number): void {
    if (this.state.subscriptions.delete(id))
      this.commands.push({ kind: 'forget', subscription: id });
  }

  addScope(given: Pick<ScopeState, 'plan' | 'parent' | 'iteration' | 'owns' | 'data'>): ScopeState {
    const scope: ScopeState = {
      ...given,
      id: this.id(),
      active: 0,
      arrived: new Map(),
      completed: [],
      subscriptions: [],
      begun: [],
    };
    this.state.scopes.set(scope.id, scope);
    return scope;
  }

  removeScope(scope: ScopeState): void {
    for (const id of scope.subscriptions) this.unsubscribe(id);
    this.state.scopes.delete(scope.id);
  }

  /** Ends what a token waits for, and all that is inside. */
  cancelToken(token: Token): void {
    const current = this.state.tokens.get(token.id);
    if (!current) return;
    this.note('cancel', token.node);
    const { kind } = current.wait;
    if (kind === 'job' || kind === 'proposal' || kind === 'held')
      this.commands.push({ kind: 'withdraw', job: token.id });
    this.cancelInside(token);
    this.removeToken(current);
  }

  /** Ends the scopes inside of a token; the token stays. */
  cancelInside(token: Token): void {
    for (const scope of this.state.scopes.values())
      if (scope.parent === token.id) this.cancelScope(scope);
  }

  /** Ends a scope and all in it. */
  cancelScope(scope: ScopeState): void {
    this.clearScope(scope);
    this.removeScope(scope);
  }

  /** Ends all in a scope but, if given, one token; the scope goes on. */
  clearScope(scope: ScopeState, but?: number): void {
    for (const token of this.state.tokens.values())
      if (token.scope === scope.id && token.id !== but) this.cancelToken(token);
    for (const count of scope.arrived.values()) scope.active -= count;
    scope.arrived.clear();
    const kept = this.#queue.slice(this.#head).filter((work) => {
      if (!('scope' in work) || work.scope !== scope.id) return true;
      if (work.kind !== 'empty') scope.active -= 1;
      return false;
    });
    this.#queue = kept;
    this.#head = 0;
  }
}
