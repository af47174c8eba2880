import type { Entity, Rule } from '#blueprint';
import { ruleExamples } from '#rules';
import type { ExampleSetting, RuleExamples } from '#rules';

/** Examples of a rule that a test of the service can write: one record, and where it has a lifecycle the way to a state. */
export function plainExamples(
  entity: Entity,
  rule: Rule,
  setting: ExampleSetting,
  callers: readonly (readonly string[])[],
): RuleExamples {
  const { passes, fails } = ruleExamples(entity, rule, setting, callers);
  const isPlain = (example: RuleExamples['fails']) =>
    example !== undefined && (entity.lifecycle !== undefined || example.before.length < 2);
  return { ...(isPlain(passes) && { passes }), ...(isPlain(fails) && { fails }) };
}
