import type { Definition } from './definition.ts';
import type { Completed, InstanceState, Wait } from './state.ts';

/** Which node of the new version each node of the old one becomes, by id; those not named keep their id. */
export type NodeMap = Readonly<Record<string, string>>;

/**
 * Takes an instance to another version of its process: what waits, waits at the node of the same id, or where the
 * map says. Gives a problem for each that cannot be; the state is then as it was.
 */
export function migrateState(
  from: Definition,
  to: Definition,
  state: InstanceState,
  nodes: NodeMap,
): readonly string[] {
  const problems = new Set<string>();
  const steps = new Map(to.steps.map((step) => [step.id, step]));
  const ways = new Map(to.ways.map((way) => [way.id, way.index]));
  const renamed = new Map(Object.entries(nodes));
  const node = (index: number): number => {
    const old = from.steps[index];
    const id = old && (renamed.get(old.id) ?? old.id);
    const next = id === undefined ? undefined : steps.get(id);
    if (old && next?.type === old.type && next.repeat?.kind === old.repeat?.kind) return next.index;
    problems.add(`"${old?.id}" has no ${old?.type} to go on at`);
    return 0;
  };
  const way = (index: number): number => {
    const id = from.ways[index]?.id ?? '';
    const next = ways.get(id);
    if (next === undefined) problems.add(`a token waits behind flow "${id}", which is gone`);
    return next ?? 0;
  };
  const plan = (index: number): number => {
    if (index === 0) return 0;
    const owner = from.steps.find(({ inner }) => inner === index);
    return (owner && to.steps[node(owner.index)]?.inner) ?? 0;
  };
  if (to.process !== from.process) problems.add(`version ${to.version} is of another process`);
  if (from.guards.some(({ guard }, at) => to.guards[at]?.guard.id !== guard.id))
    problems.add('its guards are others');
  const undoable = (one: Completed): Completed => ({
    node: node(one.node),
    inside: one.inside.map(undoable),
  });
  const waiting = (wait: Wait): Wait =>
    wait.kind === 'undoing' ? { ...wait, rest: wait.rest.map(undoable) } : wait;
  const tokens = [...state.tokens].map(
    ([id, token]) => [id, { ...token, node: node(token.node), wait: waiting(token.wait) }] as const,
  );
  const subscriptions = [...state.subscriptions].map(
    ([id, one]) => [id, { ...one, node: node(one.node) }] as const,
  );
  const scopes = [...state.scopes].map(([id, scope]) => {
    const arrived = new Map([...scope.arrived].map(([index, count]) => [way(index), count]));
    const completed = scope.completed.map(undoable);
    const begun = scope.begun.map(node);
    return [id, { ...scope, plan: plan(scope.plan), arrived, completed, begun }] as const;
  });
  if (problems.size > 0) return [...problems];
  for (const [id, token] of tokens) state.tokens.set(id, token);
  for (const [id, one] of subscriptions) state.subscriptions.set(id, one);
  for (const [id, scope] of scopes) state.scopes.set(id, scope);
  state.version = to.version;
  while (state.guards.length < to.guards.length) state.guards.push(0);
  return [];
}
