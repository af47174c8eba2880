import { interfaceProblem } from '../component/interface.ts';

/** Why something is no component; undefined when it is one. */
export function componentProblem(component: unknown): string | undefined {
  if (typeof component !== 'object' || component === null) return 'a component is an object';
  const { metadata, execute } = component as Record<string, unknown>;
  if (typeof execute !== 'function') return 'it has no method "execute"';
  if (typeof metadata !== 'object' || metadata === null) return 'it has no "metadata"';
  return interfaceProblem((metadata as Record<string, unknown>)['interface']);
}
