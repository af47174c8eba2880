import type { Bytecode } from './bytecode.ts';
import {
  ASK,
  COMPARE,
  CONSTANT,
  FOUND,
  IF_FALSE,
  IF_TRUE,
  LEAST,
  MEMBER,
  MOST,
  NOT,
  PAIR,
  POP_IF_FALSE,
  POP_IF_TRUE,
  PRESENT,
  PUSH,
  SLOT,
  STORE,
} from './operations.ts';
import { BOOLEAN, NOTHING, NUMBER, OTHER, TIME } from './plan.ts';

/** Runs all rules of a bytecode over the slots; see operations.ts for what the numbers mean. */
export function runBytecode(
  { code, constants, depth }: Bytecode,
  stack: Uint8Array,
  tags: Uint8Array,
  numbers: Float64Array,
  verdicts: Uint8Array,
  ask: (part: number) => number,
  sets: readonly ReadonlySet<number>[],
): void {
  if (stack.length < depth) throw new Error('the stack is too small');
  const at = (index: number): number => code[index] ?? 0;
  let verdict = 0;
  let value = 0;
  let top = 0;
  let index = 0;
  while (index < code.length) {
    switch (at(index)) {
      case CONSTANT:
        verdict = at(index + 1);
        index += 2;
        break;
      case ASK:
        verdict = ask(at(index + 1));
        index += 2;
        break;
      case NOT:
        verdict = 2 - verdict;
        index += 1;
        break;
      case PUSH:
        stack[top] = verdict;
        top += 1;
        index += 1;
        break;
      case POP_IF_FALSE:
      case POP_IF_TRUE: {
        const decisive = at(index) === POP_IF_FALSE ? 0 : 2;
        if (verdict === decisive) {
          top -= 1;
          index = at(index + 1);
        } else index += 2;
        break;
      }
      case LEAST:
        top -= 1;
        verdict = Math.min(verdict, stack[top] ?? 0);
        index += 1;
        break;
      case MOST:
        top -= 1;
        verdict = Math.max(verdict, stack[top] ?? 0);
        index += 1;
        break;
      case IF_FALSE:
        index = verdict === 0 ? at(index + 1) : index + 2;
        break;
      case IF_TRUE:
        index = verdict === 2 ? at(index + 1) : index + 2;
        break;
      case PRESENT: {
        const tag = tags[at(index + 1)];
        verdict = tag === OTHER ? ask(at(index + 2)) : tag === NOTHING ? 0 : 2;
        index += 3;
        break;
      }
      case PAIR: {
        const left = at(index + 1);
        const right = at(index + 2);
        const tag = tags[left];
        const isNumber = tag === NUMBER || tag === BOOLEAN || tag === TIME;
        verdict =
          isNumber && tag === tags[right]
            ? holds(at(index + 3), numbers[left] ?? 0, numbers[right] ?? 0)
              ? 2
              : 0
            : ask(at(index + 4));
        index += 5;
        break;
      }
      case SLOT: {
        const slot = at(index + 1);
        const tag = tags[slot];
        if (tag === at(index + 2)) {
          value = numbers[slot] ?? 0;
          index += 6;
        } else {
          verdict = tag === NOTHING ? at(index + 3) : ask(at(index + 4));
          index = at(index + 5);
        }
        break;
      }
      case COMPARE:
        index = holds(at(index + 1), value, constants[at(index + 2)] ?? 0)
          ? index + 4
          : at(index + 3);
        break;
      case MEMBER:
        index = sets[at(index + 1)]?.has(value) === true ? index + 3 : at(index + 2);
        break;
      case FOUND:
        verdict = 2;
        index = at(index + 1);
        break;
      case STORE:
        verdicts[at(index + 1)] = verdict;
        index += 2;
        break;
      default:
        throw new Error(`no operation ${at(index)}`);
    }
  }
}

function holds(operator: number, left: number, right: number): boolean {
  switch (operator) {
    case 0:
      return left === right;
    case 1:
      return left !== right;
    case 2:
      return left < right;
    case 3:
      return left <= right;
    case 4:
      return left > right;
    default:
      return left >= right;
  }
}
