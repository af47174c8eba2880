import { interpret } from '../interpret/interpret.ts';
import { MAX_WORK } from '../interpret/environment.ts';
import { inputEnvironment } from '../rule-set/input-value.ts';
import type { JsonRecord } from '../rule-set/input-value.ts';
import type { RuleSet } from '../rule-set/rule-set.ts';
import { bytecodeOf } from './bytecode.ts';
import { canMakeCode, chunksOf } from './emit-code.ts';
import { Lowering } from './lower.ts';
import { runBytecode } from './run-bytecode.ts';
import type { RuleTrace } from './rule-trace.ts';
import { Slots } from './slots.ts';
import { Tracing } from './tracing.ts';
import { TRUE, verdictOf } from './verdict.ts';

/** Rules that are ready to run. Not reentrant: the result of `decide` is valid until the next call. */
export interface RuleProgram {
  readonly form: ProgramForm;
  /**
   * The verdict of each rule over a record, in the order of the rules: 0 false, 1 unknown, 2 true. `now` is
   * in milliseconds since 1970. Rules out of force have one too: `rulesInForce` leaves them out.
   */
  decide(record: JsonRecord, now: number): Uint8Array;
  /** The ids of the rules that hold, in the order of the rules. */
  hits(record: JsonRecord, now: number): readonly string[];
  /** The same, with what each rule read and why it is unknown. */
  trace(record: JsonRecord, now: number): readonly RuleTrace[];
}

export type ProgramForm = 'code' | 'bytecode';

/**
 * Compiles rules: as generated code where that is possible, else as bytecode. Both give what the plain
 * interpreter gives.
 */
export function compileRules(
  { inputs, rules }: RuleSet,
  form: ProgramForm = canMakeCode() ? 'code' : 'bytecode',
): RuleProgram {
  let record: JsonRecord = {};
  let now = 0;
  const env = inputEnvironment(
    inputs,
    () => record,
    () => now,
  );
  const slots = new Slots(inputs);
  const lowering = new Lowering(slots);
  const plans = rules.map(({ condition }) => lowering.plan(condition));
  slots.seal();
  const { parts, sets } = lowering;
  const ask = (number: number): number => {
    const part = parts[number];
    env.work.left = MAX_WORK;
    return part ? verdictOf(interpret(part, env)) : 1;
  };
  const verdicts = new Uint8Array(rules.length);
  const run = form === 'code' ? asCode() : asBytecode();
  /** Made when it is first asked for: most programs are never traced. */
  let tracing: Tracing | undefined;

  function asCode(): () => void {
    const chunks = chunksOf(plans);
    const { tags, numbers } = slots;
    return () => {
      for (const chunk of chunks) chunk(tags, numbers, verdicts, ask, sets);
    };
  }

  function asBytecode(): () => void {
    const bytecode = bytecodeOf(plans);
    const stack = new Uint8Array(bytecode.depth);
    const { tags, numbers } = slots;
    return () => runBytecode(bytecode, stack, tags, numbers, verdicts, ask, sets);
  }

  const decide = (given: JsonRecord, at: number): Uint8Array => {
    record = given;
    now = at;
    slots.load(given, at);
    run();
    return verdicts;
  };
  return {
    form,
    decide,
    hits(given, at) {
      decide(given, at);
      const ids: string[] = [];
      for (let index = 0; index < verdicts.length; index += 1) {
        if (verdicts[index] === TRUE) ids.push(rules[index]?.id ?? '');
      }
      return ids;
    },
    trace(given, at) {
      decide(given, at);
      tracing ??= new Tracing(rules, env);
      return tracing.of(verdicts);
    },
  };
}
