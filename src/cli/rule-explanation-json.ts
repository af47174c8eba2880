import type { RuleExplanation } from '#rules';

/** An explained rule as `--json` shows it. */
export function ruleExplanationJson({
  entity,
  rule,
  expression,
  isEnforced,
  ...examples
}: RuleExplanation) {
  const { id, statement, sources } = rule;
  return {
    id,
    entity: entity.name,
    statement,
    sources,
    expression,
    enforced: isEnforced,
    ...examples,
  };
}
