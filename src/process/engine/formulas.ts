import { loadDecisions } from '#rules';
import type { Formula } from './definition.ts';

/** Makes expressions in FEEL ready to run; a string is what is wrong with one. */
export type FormulaMaker = (feel: string) => Formula | string;

/** Reasons that are data and no faults: null was written, or the name has no value. */
const harmless = new Set(['null', 'missing']);

/** Expressions of the rule language. Values are JSON: decimals that a double cannot hold and dates are texts. */
export async function formulaMaker(): Promise<FormulaMaker> {
  const { parseFeel, interpret, environment, fromJson, toJson, reasonOf, Unknown } =
    await loadDecisions();
  return (feel) => {
    // Other engines mark FEEL by a sign of equality.
    const { value: expression, diagnostics } = parseFeel(feel.replace(/^\s*=/, '').trim());
    if (!expression) return diagnostics[0]?.message ?? 'it cannot be read';
    return (lookup, now) => {
      const value = interpret(
        expression,
        environment({ now, variable: (name) => fromJson(lookup(name), name) }),
      );
      if (!(value instanceof Unknown)) return { value: toJson(value) };
      return harmless.has(value.code) ? { value: null } : { value: null, unknown: reasonOf(value) };
    };
  };
}
