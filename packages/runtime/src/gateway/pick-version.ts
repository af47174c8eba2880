import type { Match } from './route-table.ts';
import type { Version } from './version.ts';

/**
 * The version that answers a request: the one whose path it is, the one its header asks for, or one by weight.
 * Undefined when there is no such version, or none has a weight.
 * @param random 0 to 1
 */
export function pickVersion(
  { route, version }: Match,
  asked: string | undefined,
  random: number,
): Version | undefined {
  if (version !== undefined) return version;
  if (asked !== undefined) return route.versions.get(asked);
  let left = random * route.totalWeight;
  for (const share of route.shares) {
    left -= share.weight;
    if (left < 0) return share;
  }
  return route.shares.at(-1);
}
