import type { Entity, Rule } from '#blueprint';
import { evaluate } from '#rules';
import type { JsonRecord } from '#rules';
import { NOW } from './now.ts';

/** A write to be judged. */
export interface Attempt {
  readonly on: Rule['on'][number];
  readonly record: JsonRecord;
  readonly previous?: JsonRecord;
  readonly roles?: readonly string[];
}

/** True if the write breaks no rule of the entity. */
export function holds(
  entity: Entity,
  { on, record, previous, roles = ['owner'] }: Attempt,
): boolean {
  const scope = { entity, record, now: NOW, roles, ...(previous && { previous }) };
  return entity.rules.every(
    (rule) => !rule.on.includes(on) || evaluate(rule.expression, scope) !== false,
  );
}
