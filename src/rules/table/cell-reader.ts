import type { Diagnostic } from '#diagnostics';
import { parseFeel, parseUnaryTests } from '../feel/parse-feel.ts';
import type { FeelOptions } from '../feel/parse-feel.ts';
import { KnownNames } from '../feel/names.ts';
import type { RuleExpression } from '../language/expression.ts';

/** Reads each text once: the cells of a large table are few different ones. */
export class CellReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #options: FeelOptions;
  readonly #expressions = new Map<string, RuleExpression>();
  readonly #conditions = new Map<string, RuleExpression>();

  constructor(options: FeelOptions) {
    // Names are read once for all cells.
    this.#options = { ...options, names: new KnownNames(options.names ?? []) };
  }

  expression(text: string): RuleExpression {
    return this.#read(text, this.#expressions, parseFeel);
  }

  condition(text: string): RuleExpression {
    return this.#read(text, this.#conditions, parseUnaryTests);
  }

  #read(text: string, known: Map<string, RuleExpression>, parse: typeof parseFeel): RuleExpression {
    const before = known.get(text);
    if (before) return before;
    const { value = { kind: 'null' as const }, diagnostics } = parse(text, this.#options);
    this.diagnostics.push(...diagnostics);
    known.set(text, value);
    return value;
  }
}
