import type { Blueprint } from '#blueprint';

/** Requests per client and minute: what the requirements say, else 60,000 (SP-12.1). */
export function requestsPerMinute(blueprint: Blueprint): number {
  const stated = blueprint.system.qualities.find(
    ({ category, value }) => category === 'rate-limit' && value !== undefined && value > 0,
  );
  if (stated?.value === undefined) return 60_000;
  const minutes = { 'per-second': 60, 'per-hour': 1 / 60 }[stated.unit ?? ''] ?? 1;
  return Math.max(1, Math.round(stated.value * minutes));
}
