import type { ServiceRegistry } from '../registry/service-registry.ts';
import type { VersionTarget } from './gateway-config.ts';
import { isSafe } from './idempotent.ts';

/**
 * Whether a request may be sent to a version a second time, for a mirror or a comparison: when it changes nothing
 * (a safe method, a component whose interface is safe), or changes only the version's own copy of the store.
 */
export function mayCopy(
  { isolated, component }: VersionTarget,
  method: string,
  registry: ServiceRegistry | undefined,
): boolean {
  if (isolated === true) return true;
  if (component === undefined) return isSafe(method);
  const { safe, stream } = registry?.find().find(({ id }) => id === component)?.interface ?? {};
  return safe === true && stream !== true;
}
