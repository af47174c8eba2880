import { isId } from './shape.ts';

/** What a request asks for, without the ids in it: `GET /orders/*`. Bounded, for callers can ask for anything. */
export function operationOf(method: string, path: string): string {
  const steps = path.split('/').slice(0, 12);
  const named = steps.map((step) => (isId(step) || step.length > 40 ? '*' : step));
  return `${method} ${named.join('/')}`;
}
