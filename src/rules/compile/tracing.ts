import type { Environment } from '../interpret/environment.ts';
import { MAX_WORK } from '../interpret/environment.ts';
import { interpret } from '../interpret/interpret.ts';
import type { RuleExpression } from '../language/expression.ts';
import { partsOfRule } from '../language/operands.ts';
import type { DecisionRule } from '../rule-set/rule-set.ts';
import { Unknown } from '../unknown.ts';
import type { Value } from '../value.ts';
import type { RuleTrace } from './rule-trace.ts';
import { sourceOf } from './slots.ts';
import { truthOf, UNKNOWN } from './verdict.ts';

/** A rule, and which of the values that all rules read are its own: found once. */
interface Reader {
  readonly rule: DecisionRule;
  readonly paths: readonly string[];
  readonly places: readonly number[];
}

/**
 * Keeps what rules read. Each value is read once for a record, however many rules read it; a rule's own map
 * of them is made when it is looked at, of the values as they were then.
 */
export class Tracing {
  readonly #env: Environment;
  readonly #parts: readonly RuleExpression[];
  readonly #readers: readonly Reader[];

  constructor(rules: readonly DecisionRule[], env: Environment) {
    const places = new Map<string, number>();
    const parts: RuleExpression[] = [];
    this.#readers = rules.map((rule) => {
      const own = new Map<string, number>();
      for (const part of partsOfRule(rule.condition)) {
        const source = sourceOf(part);
        if (typeof source !== 'object') continue;
        const key = JSON.stringify(source);
        const place = places.get(key) ?? parts.push(part) - 1;
        places.set(key, place);
        own.set(source.join('.'), place);
      }
      return { rule, paths: [...own.keys()], places: [...own.values()] };
    });
    this.#parts = parts;
    this.#env = env;
  }

  /** The traces of all rules, of which the environment's record was just decided. */
  of(verdicts: Uint8Array): readonly RuleTrace[] {
    const env = this.#env;
    env.work.left = MAX_WORK;
    const values = this.#parts.map((part) => interpret(part, env));
    return this.#readers.map((reader, index) => {
      const verdict = verdicts[index] ?? UNKNOWN;
      const reason = verdict === UNKNOWN ? this.#reasonOf(reader.rule) : undefined;
      return new TracedRule(reader, truthOf(verdict), reason, values);
    });
  }

  #reasonOf({ condition }: DecisionRule): Unknown | undefined {
    this.#env.work.left = MAX_WORK;
    const value = interpret(condition, this.#env);
    return value instanceof Unknown ? value : undefined;
  }
}

class TracedRule implements RuleTrace {
  readonly verdict: boolean | undefined;
  readonly reason: Unknown | undefined;
  readonly #reader: Reader;
  readonly #values: readonly Value[];

  constructor(
    reader: Reader,
    verdict: boolean | undefined,
    reason: Unknown | undefined,
    values: readonly Value[],
  ) {
    this.#reader = reader;
    this.verdict = verdict;
    this.reason = reason;
    this.#values = values;
  }

  get rule(): string {
    return this.#reader.rule.id;
  }

  get read(): ReadonlyMap<string, Value> {
    const { paths, places } = this.#reader;
    return new Map(
      paths.map((path, at) => [
        path,
        this.#values[places[at] ?? 0] ?? new Unknown('missing', path),
      ]),
    );
  }
}
