import type { RuleExpression } from '../language/expression.ts';
import type { InputDeclaration } from '../rule-set/rule-set.ts';
import { inputValue } from '../rule-set/input-value.ts';
import type { JsonRecord } from '../rule-set/input-value.ts';
import { isTime } from '../value.ts';
import type { Value } from '../value.ts';
import { BOOLEAN, NOTHING, NUMBER, OTHER, TEXT, TIME } from './plan.ts';
import type { Tag } from './plan.ts';

const DAY = 86_400_000;
const MAX_SLOTS = 10_000;

/** Where a slot takes its value from: names to go through in the record, or the clock. */
export type SlotSource = readonly string[] | 'now' | 'today';

/**
 * The values that rules read, as numbers in typed arrays: filled once per record, then read by every rule
 * without allocating.
 */
export class Slots {
  readonly sources: SlotSource[] = [];
  tags = new Uint8Array(0);
  numbers = new Float64Array(0);
  readonly #indexes = new Map<string, number>();
  readonly #texts = new Map<string, number>();
  readonly #inputs: ReadonlyMap<string, InputDeclaration>;

  constructor(inputs: readonly InputDeclaration[]) {
    this.#inputs = new Map(inputs.map((input) => [input.name, input]));
  }

  /** The slot of an expression that is a name, a property of one, or the clock. */
  of(expression: RuleExpression): number | undefined {
    const source = sourceOf(expression);
    if (source === undefined) return undefined;
    // The properties of what has a type of its own are not in the JSON value.
    if (typeof source !== 'string' && source.length > 1 && this.#inputs.has(source[0] ?? '')) {
      return undefined;
    }
    const key = typeof source === 'string' ? source : JSON.stringify(source);
    const known = this.#indexes.get(key);
    if (known !== undefined || this.sources.length >= MAX_SLOTS) return known;
    this.#indexes.set(key, this.sources.length);
    return this.sources.push(source) - 1;
  }

  /** The number that stands for a text. */
  text(text: string): number {
    const number = this.#texts.get(text) ?? this.#texts.size;
    this.#texts.set(text, number);
    return number;
  }

  /** After the last `of`: makes room for the values. */
  seal(): void {
    this.tags = new Uint8Array(this.sources.length);
    this.numbers = new Float64Array(this.sources.length);
  }

  load(record: JsonRecord, now: number): void {
    const { sources, numbers } = this;
    for (let slot = 0; slot < sources.length; slot += 1) {
      const source = sources[slot];
      if (source === 'now') this.#set(slot, TIME, now);
      else if (source === 'today') this.#set(slot, TIME, Math.floor(now / DAY) * DAY);
      else if (source !== undefined) {
        numbers[slot] = 0;
        this.#loadJson(slot, source, record);
      }
    }
  }

  #loadJson(slot: number, source: readonly string[], record: JsonRecord): void {
    let json: unknown = record;
    for (const name of source) {
      if (typeof json !== 'object' || json === null || Array.isArray(json)) {
        this.#set(slot, json === undefined || json === null ? NOTHING : OTHER, 0);
        return;
      }
      json = Object.hasOwn(json, name) ? (json as JsonRecord)[name] : undefined;
    }
    const type = source.length === 1 ? this.#inputs.get(source[0] ?? '')?.type : undefined;
    if (type === undefined) this.#setJson(slot, json);
    else this.#setValue(slot, inputValue(json, type, ''));
  }

  #setJson(slot: number, json: unknown): void {
    switch (typeof json) {
      case 'number':
        if (Number.isFinite(json)) this.#set(slot, NUMBER, json);
        else this.#set(slot, NOTHING, 0);
        return;
      case 'string':
        this.#set(slot, TEXT, this.#texts.get(json) ?? -1);
        return;
      case 'boolean':
        this.#set(slot, BOOLEAN, json ? 1 : 0);
        return;
      case 'object':
        this.#set(slot, json === null ? NOTHING : OTHER, 0);
        return;
      default:
        this.#set(slot, NOTHING, 0);
    }
  }

  #setValue(slot: number, value: Value): void {
    if (isTime(value)) this.#set(slot, TIME, value.time);
    else if (typeof value === 'object') this.#set(slot, OTHER, 0);
    else this.#setJson(slot, value);
  }

  #set(slot: number, tag: Tag, number: number): void {
    this.tags[slot] = tag;
    this.numbers[slot] = number;
  }
}

export function sourceOf(expression: RuleExpression): SlotSource | undefined {
  if (expression.kind === 'now' || expression.kind === 'today') return expression.kind;
  if (expression.kind === 'variable')
    return expression.name === '?' ? undefined : [expression.name];
  if (expression.kind !== 'property') return undefined;
  const of = sourceOf(expression.of);
  return of === undefined || typeof of === 'string' ? undefined : [...of, expression.name];
}
