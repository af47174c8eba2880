import type { Result } from '#diagnostics';
import type { RuleExpression } from '../language/expression.ts';
import { rulesDiagnostics } from '../rules.diagnostics.ts';
import { FeelParser } from './parser.ts';
import { FeelSyntaxError } from './token-cursor.ts';

export interface FeelOptions {
  /** Names of more than one word, such as `monthly salary`; others need not be listed. */
  readonly names?: readonly string[];
  /** Types of the model by name, as FEEL writes them. */
  readonly types?: ReadonlyMap<string, string>;
}

/** Reads a FEEL expression (the subset in docs/feel.md). Error: `rules/feel-syntax`. */
export function parseFeel(text: string, options: FeelOptions = {}): Result<RuleExpression> {
  return parsed(text, options, (parser) => parser.expression());
}

/**
 * Reads FEEL unary tests, the notation of decision table cells: `< 18`, `[1..5), 7`, `not("a", "b")`,
 * `-`. Gives a condition on the variable `?`. Error: `rules/feel-syntax`.
 */
export function parseUnaryTests(text: string, options: FeelOptions = {}): Result<RuleExpression> {
  return parsed(text, options, (parser) => parser.unaryTests());
}

function parsed(
  text: string,
  { names = [], types = new Map() }: FeelOptions,
  read: (parser: FeelParser) => RuleExpression,
): Result<RuleExpression> {
  try {
    return { value: read(new FeelParser(text, names, types)), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof FeelSyntaxError)) throw error;
    const params = { problem: error.message, at: error.at + 1, text: text.slice(0, SHOWN) };
    return { value: undefined, diagnostics: [rulesDiagnostics.create('feel-syntax', params)] };
  }
}

/** Characters of a text that a diagnostic repeats. */
const SHOWN = 200;
