import type { DecisionRule, RuleSet } from '../rule-set/rule-set.ts';
import { rulesDiagnostics } from '../rules.diagnostics.ts';
import type { InputType } from '../table/rule-table.ts';
import { RuleGrid } from './rule-grid.ts';
import { holdsFor, ruleRegion } from './rule-region.ts';
import type { RuleRegion } from './rule-region.ts';

/** Something that is wrong with rules, with values of their inputs that show it. */
export interface RuleFinding {
  readonly diagnostic: ReturnType<typeof rulesDiagnostics.create>;
  readonly rules: readonly string[];
  readonly witness: Readonly<Record<string, unknown>>;
}

/** Combinations of values that are looked at, for one pair and over all. */
const MOST_FOR_PAIR = 20_000;
const MOST_WORK = 4_000_000;
const MOST_FINDINGS = 100;

type Known = RuleRegion & { readonly rule: DecisionRule; readonly at: number };

/**
 * What is wrong with rules that have to hold together: rules that no values keep, that all values keep, that
 * contradict each other (of rules with different priorities it is said which wins), and rules that others make needless.
 * Rules that compare with more than constants are left out; that a value is not given is left out of account.
 */
export function analyseRules({ rules, inputs }: RuleSet): readonly RuleFinding[] {
  const analysis = new RuleAnalysis(new Map(inputs.map(({ name, type }) => [name, type])));
  const known = rules.flatMap((rule, at): Known[] => {
    const region = ruleRegion(rule.condition);
    return region ? [{ ...region, rule, at }] : [];
  });
  const sensible = known.filter((rule) => analysis.alone(rule));
  // Rules meet only where they share an input.
  const byInput = new Map<string, Known[]>();
  for (const rule of sensible) {
    const others = new Set([...rule.inputs].flatMap((input) => byInput.get(input) ?? []));
    for (const other of [...others].toSorted((a, b) => a.at - b.at)) analysis.together(other, rule);
    for (const input of rule.inputs) byInput.set(input, [...(byInput.get(input) ?? []), rule]);
  }
  return analysis.findings();
}

class RuleAnalysis {
  readonly #types: ReadonlyMap<string, InputType>;
  readonly #found: RuleFinding[] = [];
  #work = 0;
  #isCut = false;

  constructor(types: ReadonlyMap<string, InputType>) {
    this.#types = types;
  }

  findings(): readonly RuleFinding[] {
    const cut = rulesDiagnostics.create('rules-cut', {});
    return [
      ...this.#found.slice(0, MOST_FINDINGS),
      ...(this.#isCut ? [{ diagnostic: cut, rules: [], witness: {} }] : []),
    ];
  }

  /** False for a rule that says nothing that another could contradict. */
  alone(one: Known): boolean {
    const grid = this.#grid([one]);
    if (!grid) return true;
    const all = [...grid.combinations()].map((classes) => holdsFor(one.region, grid.axes, classes));
    const { id } = one.rule;
    const isOne = all.every(Boolean) || !all.some(Boolean);
    if (isOne) {
      const code = all[0] === true ? 'always-holds' : 'never-holds';
      this.#report(rulesDiagnostics.create(code, { rule: id }), [one], undefined);
    }
    return !isOne;
  }

  together(first: Known, second: Known): void {
    const grid = this.#grid([first, second]);
    if (!grid) return;
    const conditions = [...first.conditions, ...second.conditions].filter(
      (input) =>
        (first.conditions.has(input) || !first.inputs.has(input)) &&
        (second.conditions.has(input) || !second.inputs.has(input)),
    );
    /** By the values of what only says when rules apply: what can be kept then. */
    const cases = new Map<
      string,
      { one: boolean; other: boolean; both: boolean; classes: ReadonlyMap<string, number> }
    >();
    let [needsOther, needsOne] = [false, false];
    let broken: ReadonlyMap<string, number> | undefined;
    for (const classes of grid.combinations()) {
      const one = holdsFor(first.region, grid.axes, classes);
      const other = holdsFor(second.region, grid.axes, classes);
      const key = conditions.map((input) => classes.get(input)).join();
      const seen = cases.get(key) ?? { one: false, other: false, both: false, classes };
      cases.set(key, {
        one: seen.one || one,
        other: seen.other || other,
        both: seen.both || (one && other),
        classes: seen.classes,
      });
      if (one && !other) needsOther = true;
      if (other && !one) needsOne = true;
      if (!one && !other) broken ??= classes;
    }
    const conflict = [...cases.values()].find(({ one, other, both }) => one && other && !both);
    const ids = { first: first.rule.id, second: second.rule.id };
    if (conflict) {
      const seen = new Map([...conflict.classes].filter(([input]) => conditions.includes(input)));
      const example = grid.example(seen);
      const [a, b] = [first.rule, second.rule];
      if (a.priority === b.priority) {
        const diagnostic = rulesDiagnostics.create('contradiction', { ...ids, example });
        this.#report(diagnostic, [first, second], grid.witness(seen));
      } else {
        const [wins, loses] = a.priority > b.priority ? [a, b] : [b, a];
        const params = { wins: wins.id, loses: loses.id, example };
        const diagnostic = rulesDiagnostics.create('outranked', params);
        this.#report(diagnostic, [first, second], grid.witness(seen));
      }
    } else if (broken && (!needsOther || !needsOne)) {
      // If the first holds, so does the second: the second says nothing more.
      const [needless, by] = needsOther ? [first, second] : [second, first];
      const params = { rule: needless.rule.id, by: by.rule.id, example: grid.example(broken) };
      const diagnostic = rulesDiagnostics.create('needless', params);
      this.#report(diagnostic, [needless, by], grid.witness(broken));
    }
  }

  #grid(rules: readonly Known[]): RuleGrid | undefined {
    const grid = RuleGrid.of(rules, this.#types);
    if (!grid) return undefined;
    this.#work += grid.size;
    if (grid.size <= MOST_FOR_PAIR && this.#work <= MOST_WORK) return grid;
    this.#isCut = true;
    return undefined;
  }

  #report(
    diagnostic: RuleFinding['diagnostic'],
    rules: readonly Known[],
    witness: RuleFinding['witness'] | undefined,
  ): void {
    this.#found.push({
      diagnostic,
      rules: rules.map(({ rule }) => rule.id),
      witness: witness ?? {},
    });
  }
}
