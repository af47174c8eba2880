import type { RuleExplanation } from '#rules';
import type { ReportItem } from './report-lines.ts';

/** A rule of requirements: the sentence, what it was understood to say, a write that keeps it and one that breaks it. */
export function ruleItem({
  entity,
  rule,
  expression,
  isEnforced,
  passes,
  fails,
}: RuleExplanation): ReportItem {
  return {
    text: `${entity.label}: ${rule.statement} ⟹ ${expression}${isEnforced ? '' : ' (not enforced)'}`,
    sources: rule.sources,
    more: [
      ...(passes === undefined ? [] : [`fine: ${passes}`]),
      ...(fails === undefined ? [] : [`refused: ${fails}`]),
    ],
  };
}
