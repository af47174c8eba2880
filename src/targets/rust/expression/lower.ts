import type { Entity, Expression, Literal, Service } from '#blueprint';
import { isNumber, isTime, kindOf } from '../../shared/expression/kind-of.ts';
import type { Place } from '../../shared/expression/place.ts';
import { isOptional } from '../../shared/entity/presence.ts';
import { array, call, literal } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import type { Uses } from '../emit/uses.ts';
import { patternLiteral } from '../entity/pattern.ts';
import { fieldNames } from '../names.ts';
import { durationParts } from './duration-parts.ts';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

/** An expression as the value of a check: Rust of type `Truth`, and what of the check it reads. */
export interface LoweredCheck {
  readonly body: Code;
  readonly reads: ReadonlySet<'record' | 'previous' | 'check'>;
}

/** Lowers a condition over one record. Parts that can give nothing become `None`, which is unknown. */
export function lowerCheck(
  expression: Expression,
  service: Pick<Service, 'entities'>,
  entity: Entity,
  uses: Uses,
): LoweredCheck {
  const lowering = new Lowering({ service, entity }, uses);
  return { body: lowering.truth(expression), reads: lowering.reads };
}

class Lowering {
  readonly reads = new Set<'record' | 'previous' | 'check'>();
  readonly #place: Place;
  readonly #uses: Uses;

  constructor(place: Place, uses: Uses) {
    this.#place = place;
    this.#uses = uses;
  }

  /** Code of type `Truth`. */
  truth(expression: Expression): Code {
    switch (expression.kind) {
      case 'literal':
        return expression.type === 'boolean' ? `Some(${expression.value === 'true'})` : 'None';
      case 'field':
      case 'previous':
        return this.#kind(expression) === 'boolean'
          ? this.#rule('truth', this.#read(expression))
          : 'None';
      case 'has-role':
        this.reads.add('check');
        return `Some(check.caller.has_role(${literal(expression.role)}))`;
      case 'present':
        return this.#rule('present', this.#raw(expression.value));
      case 'compare':
        return this.#compare(expression);
      case 'in':
        return this.#in(expression);
      case 'matches':
        return this.#matches(expression);
      case 'and':
        return this.#rule('all_of', array(expression.operands.map((one) => this.truth(one))));
      case 'or':
        return this.#rule('any_of', array(expression.operands.map((one) => this.truth(one))));
      case 'not':
        return this.#rule('negation', this.truth(expression.operand));
      case 'implies':
        return this.#rule(
          'implies',
          this.truth(expression.condition),
          this.truth(expression.consequence),
        );
      default:
        return 'None';
    }
  }

  #compare({ operator, left, right }: Of<'compare'>): Code {
    if (!this.#fit(left, right)) return 'None';
    return this.#rule(operator, this.#value(left), this.#value(right));
  }

  #in({ value, options }: Of<'in'>): Code {
    const fitting = options.filter((option) => this.#fit(value, option));
    const texts = fitting.every((option) => option.kind === 'literal' && option.type === 'string');
    const all = texts && fitting.length === options.length && options.length > 0;
    const codes = fitting.map((option) => (all ? this.#value(option) : this.#operand(option)));
    // An option of another kind makes the answer unknown, unless another one is a hit.
    const unknown = fitting.length < options.length ? [this.#missing()] : [];
    if (codes.length + unknown.length === 0) return 'Some(false)';
    return this.#rule('is_in', this.#value(value), array([...codes, ...unknown]));
  }

  #matches({ value, pattern }: Of<'matches'>): Code {
    if (this.#kind(value) !== 'text') return 'None';
    this.#uses.use('crate', 'pattern');
    const { source } = new RegExp(`^(?:${pattern})$`, 'u');
    return this.#rule('matches', this.#value(value), `pattern!(${patternLiteral(source)})`);
  }

  /** True if two values can be compared at all. */
  #fit(left: Expression, right: Expression): boolean {
    const [a, b] = [this.#kind(left), this.#kind(right)];
    if (a === undefined || b === undefined) return false;
    return a === b || (isNumber(a) && isNumber(b)) || (isTime(a) && isTime(b));
  }

  /** Code of anything that is an operand. */
  #value(expression: Expression): Code {
    switch (expression.kind) {
      case 'literal':
        return this.#literal(expression);
      case 'now':
        this.reads.add('check');
        return 'check.now';
      case 'today':
        this.reads.add('check');
        return 'check.now.date()';
      case 'field':
      case 'previous':
        return this.#read(expression);
      case 'length':
        return this.#length(expression.value);
      case 'arithmetic':
        return this.#arithmetic(expression);
      default: {
        const truth = this.truth(expression);
        return truth === 'None' ? this.#missing() : truth;
      }
    }
  }

  /** Code of type `Operand`. */
  #operand(expression: Expression): Code {
    return call(`${this.#uses.use('crate::rules', 'Operand')}::from`, this.#value(expression));
  }

  #raw(expression: Expression): Code {
    return this.#value(expression);
  }

  #length(value: Expression): Code {
    if (value.kind === 'field' || value.kind === 'previous') {
      const code = this.#read(value);
      return this.#rule('length', code.startsWith('&') ? code : `&${code}`);
    }
    return value.kind === 'literal' ? this.#rule('length', literal(value.value)) : this.#missing();
  }

  #arithmetic({ operator, left, right }: Of<'arithmetic'>): Code {
    const [a, b] = [this.#kind(left), this.#kind(right)];
    const values = () => [this.#value(left), this.#value(right)];
    if (isNumber(a) && isNumber(b)) return this.#rule(numbers[operator], ...values());
    if (operator !== 'add' && operator !== 'subtract') return this.#missing();
    const adds = operator === 'add';
    if (a === 'duration' && b === 'duration')
      return this.#rule(adds ? 'longer' : 'shorter', ...values());
    if (isTime(a) && b === 'duration') return this.#rule(adds ? 'later' : 'earlier', ...values());
    if (isTime(a) && isTime(b) && !adds) return this.#rule('between', ...values().toReversed());
    return this.#missing();
  }

  #literal({ type, value }: Literal): Code {
    switch (type) {
      case 'boolean':
        return String(value === 'true');
      case 'integer':
        return Number.isSafeInteger(Number(value))
          ? `${BigInt(value)}_i64`
          : this.#rule('decimal', literal(value));
      case 'decimal':
        return this.#rule('decimal', literal(value));
      case 'date':
      case 'datetime': {
        const time = Date.parse(type === 'date' ? `${value}T00:00:00Z` : value);
        if (Number.isNaN(time)) return this.#missing();
        return this.#rule('moment', literal(new Date(time).toISOString()));
      }
      case 'duration': {
        const parts = durationParts(value);
        return parts
          ? this.#rule('duration', String(parts.months), String(parts.seconds))
          : this.#missing();
      }
      default:
        return literal(value);
    }
  }

  /** A field of the record, before or after the write. */
  #read({ kind, field: name }: Of<'field' | 'previous'>): string {
    const field = this.#place.entity.fields.find((candidate) => candidate.name === name);
    if (!field) return this.#missing();
    const { attribute } = fieldNames(field);
    if (kind === 'field') {
      this.reads.add('record');
      const isCopied = COPIED.has(field.type.kind) && !isOptional(this.#place.entity, field);
      return `${isCopied ? '' : '&'}record.${attribute}`;
    }
    this.reads.add('previous');
    return `previous.map(|before| &before.${attribute})`;
  }

  #missing(): string {
    return `${this.#uses.use('crate::rules', 'Operand')}::Missing`;
  }

  #rule(name: string, ...args: readonly Code[]): Code {
    return call(this.#uses.use('crate::rules', name), ...args);
  }

  #kind(expression: Expression) {
    return kindOf(expression, this.#place);
  }
}

/** Types whose values are operands; of others that is only a reference to one. */
const COPIED: ReadonlySet<string> = new Set(['integer', 'boolean', 'date', 'datetime']);

const numbers = {
  add: 'plus',
  subtract: 'minus',
  multiply: 'times',
  divide: 'divided',
} as const;
