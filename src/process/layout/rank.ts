/** A way from one node to another, by index. */
export interface Link {
  readonly from: number;
  readonly to: number;
  /** It leaves its node below: from a boundary event. */
  readonly below?: boolean;
}

export interface Ranks {
  /** The column of each node. */
  readonly rank: readonly number[];
  /** Links that lead back; the others lead to a higher column. */
  readonly back: ReadonlySet<Link>;
}

/** Columns: each node stands right of all that lead to it, but for the ways that close a circle. Linear. */
export function ranksOf(count: number, links: readonly Link[]): Ranks {
  const outgoing = Array.from({ length: count }, (): Link[] => []);
  const incoming = Array.from({ length: count }, () => 0);
  for (const link of links) {
    outgoing[link.from]?.push(link);
    incoming[link.to] = (incoming[link.to] ?? 0) + 1;
  }
  const back = new Set<Link>();
  const state = new Uint8Array(count);
  const order: number[] = [];
  const roots = [...Array(count).keys()].sort(
    (a, b) => Number(incoming[a] !== 0) - Number(incoming[b] !== 0),
  );
  for (const root of roots) {
    if (state[root] !== 0) continue;
    state[root] = 1;
    const path = [{ node: root, at: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const link = outgoing[top.node]?.[top.at];
      top.at += 1;
      if (!link) {
        state[top.node] = 2;
        order.push(top.node);
        path.pop();
      } else if (state[link.to] === 1) {
        back.add(link);
      } else if (state[link.to] === 0) {
        state[link.to] = 1;
        path.push({ node: link.to, at: 0 });
      }
    }
  }
  const rank = Array.from({ length: count }, () => 0);
  for (const node of order.toReversed())
    for (const link of outgoing[node] ?? [])
      if (!back.has(link)) rank[link.to] = Math.max(rank[link.to] ?? 0, (rank[node] ?? 0) + 1);
  return { rank, back };
}
