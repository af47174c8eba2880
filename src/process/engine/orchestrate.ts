import { dataIn, holdsIn } from './data.ts';
import type { CompiledGuard, Step } from './definition.ts';
import type { Execution } from './execution.ts';
import { openWays, takeWay } from './gateways.ts';
import { guardAgainst, refusal } from './guards.ts';
import type { ScopeState, Token } from './state.ts';
import { hold } from './subscriptions.ts';

/** Wrong proposals for one step; after that the first of the options is taken. */
const MOST_REFUSALS = 3;

/** The choice that ends an ad hoc sub-process without a completion condition. */
export const FINISH = '#finish';

interface Option {
  readonly id: string;
  /** A node that is entered, or a flow that is taken; -1 for {@link FINISH}. */
  readonly index: number;
  /** The node whose guards count. */
  readonly node: number;
}

/** Asks the orchestrator which activity of an ad hoc sub-process is next. */
export function proposeStep(x: Execution, step: Step, scope: ScopeState): void {
  ask(x, x.addToken(step.index, scope.id, { kind: 'proposal', refused: 0 }));
}

/** Asks the orchestrator which flow of a gateway is taken; one that is alone is taken at once. */
export function proposeWay(x: Execution, step: Step, scope: number): void {
  ask(x, x.addToken(step.index, scope, { kind: 'proposal', refused: 0 }));
}

/**
 * Takes the orchestrator's proposal, which may be anything. What is not among the options is not done: a guard
 * that forbids it may name what is done instead, else another proposal is asked for.
 */
export function decide(x: Execution, token: Token, choice: unknown): void {
  if (token.wait.kind !== 'proposal') return;
  const all = candidates(x, token);
  const allowed = all.filter((option) => isAllowed(x, token, option));
  const chosen = allowed.find(({ id }) => id === choice);
  if (chosen) return follow(x, token, chosen);
  const known = all.find(({ id }) => id === choice);
  const guard = known && guardAgainst(x, known.node, token.scope);
  const about = typeof choice === 'string' ? choice.slice(0, 100) : typeof choice;
  const reason = guard ? refusal(guard) : `"${about}" is none of the options`;
  x.note('block', token.node, reason);
  const instead = guard && redirection(x, token, guard, allowed);
  if (instead) {
    x.note('redirect', instead.index, reason);
    return follow(x, token, instead, true);
  }
  const refused = token.wait.refused + 1;
  const [first] = allowed;
  if (refused >= MOST_REFUSALS && first) return follow(x, token, first);
  ask(x, x.change(token, { wait: { kind: 'proposal', refused } }));
}

/** What a guard names to be done instead, if that may be done: in an ad hoc sub-process, it is an option, too. */
function redirection(
  x: Execution,
  token: Token,
  { otherwise }: CompiledGuard,
  allowed: readonly Option[],
): Option | undefined {
  if (otherwise === undefined) return undefined;
  if (x.step(token.node).type !== 'exclusiveGateway')
    return allowed.find(({ index }) => index === otherwise);
  const option = { id: x.step(otherwise).id, index: otherwise, node: otherwise };
  return isAllowed(x, token, option) ? option : undefined;
}

/** Goes on with an ad hoc sub-process after something in it is over. */
export function continueAdHoc(x: Execution, scope: ScopeState): void {
  const parent = scope.parent === undefined ? undefined : x.state.tokens.get(scope.parent);
  if (!parent) return;
  const step = x.step(parent.node);
  if (step.until && holdsIn(x, scope.id, step.until)) {
    x.clearScope(scope);
    return x.push({ kind: 'done', token: parent.id });
  }
  const asked = [...x.state.tokens.values()].some(
    (token) => token.scope === scope.id && token.node === step.index,
  );
  if (asked || (step.sequential && scope.active > 0)) return;
  if (stepsLeft(x, step, scope).length > 0) proposeStep(x, step, scope);
  else if (scope.active === 0) x.push({ kind: 'done', token: parent.id });
}

function ask(x: Execution, token: Token): void {
  const step = x.step(token.node);
  const isGateway = step.type === 'exclusiveGateway';
  const allowed = candidates(x, token).filter((option) => isAllowed(x, token, option));
  const [only] = allowed;
  if (!only) {
    // While something is at work in the ad hoc sub-process, there may be a choice later.
    if (!isGateway && x.scope(token.scope).active > 1) return x.removeToken(token);
    return hold(x, token, 'the rules allow no next step');
  }
  if (isGateway && allowed.length === 1) return follow(x, token, only);
  x.commands.push({
    kind: 'propose',
    job: token.id,
    node: step.id,
    options: allowed.map(({ id }) => id),
    data: dataIn(x, token.scope),
  });
}

function follow(x: Execution, token: Token, { index, id }: Option, isNode = false): void {
  const step = x.step(token.node);
  if (step.type === 'exclusiveGateway') {
    x.note('complete', token.node, id);
    if (isNode) x.push({ kind: 'enter', node: index, scope: token.scope, way: -1 });
    else takeWay(x, index, token.scope);
    return x.removeToken(token);
  }
  const scope = x.scope(token.scope);
  if (index === -1) {
    x.removeToken(token);
    return x.push({ kind: 'done', token: scope.parent ?? 0 });
  }
  scope.begun = [...scope.begun, index];
  x.push({ kind: 'enter', node: index, scope: token.scope, way: -1 });
  x.removeToken(token);
  if (!step.sequential) continueAdHoc(x, scope);
}

/** All that can be proposed, allowed or not, in the order of the model. */
function candidates(x: Execution, token: Token): readonly Option[] {
  const step = x.step(token.node);
  if (step.type === 'exclusiveGateway') {
    const open = openWays(x, step, token.scope);
    const ways = open.length === 0 && step.fallback !== undefined ? [step.fallback] : open;
    return ways.map((index) => {
      const way = x.definition.ways[index];
      return { id: way?.id ?? '', index, node: way?.to ?? 0 };
    });
  }
  const scope = x.scope(token.scope);
  const options = stepsLeft(x, step, scope).map((node): Option => {
    return { id: x.step(node).id, index: node, node };
  });
  // Nothing but the question itself is at work, and nothing says when it is complete.
  const mayFinish = !step.until && scope.begun.length > 0 && scope.active === 1;
  return mayFinish ? [...options, { id: FINISH, index: -1, node: -1 }] : options;
}

/**
 * With a completion condition, activities may be done again (those that were done least come first); without
 * one, each is done once.
 */
function stepsLeft(x: Execution, step: Step, scope: ScopeState): readonly number[] {
  const { starts } = x.plan(scope.plan);
  if (!step.until) return starts.filter((node) => !scope.begun.includes(node));
  const active = new Set(
    [...x.state.tokens.values()].flatMap((token) => (token.scope === scope.id ? token.node : [])),
  );
  const times = (node: number) => scope.begun.filter((one) => one === node).length;
  return starts.filter((node) => !active.has(node)).sort((a, b) => times(a) - times(b));
}

function isAllowed(x: Execution, token: Token, { node }: Option): boolean {
  return node === -1 || guardAgainst(x, node, token.scope) === undefined;
}
