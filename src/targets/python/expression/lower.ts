import type { Entity, Expression, Literal } from '#blueprint';
import { isNumber, isTime, kindOf } from '../../shared/expression/kind-of.ts';
import { call, literal } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import type { Imports } from '../emit/imports.ts';
import { patternLiteral } from '../entity/pattern.ts';
import { fieldNames } from '../names.ts';
import { durationArguments } from './duration-arguments.ts';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

/** An expression as the value of a check: Python of type `Truth`, and what of the check it reads. */
export interface LoweredCheck {
  readonly body: Code;
  readonly reads: ReadonlySet<'record' | 'previous' | 'caller' | 'now'>;
}

/** Lowers a condition over one record. Parts that can give nothing become `None`, which is unknown. */
export function lowerCheck(expression: Expression, entity: Entity, imports: Imports): LoweredCheck {
  const lowering = new Lowering(entity, imports);
  return { body: lowering.truth(expression), reads: lowering.reads };
}

class Lowering {
  readonly reads = new Set<'record' | 'previous' | 'caller' | 'now'>();
  readonly #entity: Entity;
  readonly #imports: Imports;

  constructor(entity: Entity, imports: Imports) {
    this.#entity = entity;
    this.#imports = imports;
  }

  /** Code of type `Truth`. */
  truth(expression: Expression): Code {
    switch (expression.kind) {
      case 'literal':
        return expression.type === 'boolean' ? boolean(expression.value) : 'None';
      case 'field':
      case 'previous':
        return this.#kind(expression) === 'boolean' ? this.#read(expression) : 'None';
      case 'has-role':
        this.reads.add('caller');
        return call('check.caller.has_role', [literal(expression.role)]);
      case 'present':
        return this.#present(expression.value);
      case 'compare':
        return this.#compare(expression);
      case 'in':
        return this.#in(expression);
      case 'matches':
        return this.#matches(expression);
      case 'and':
        return this.#logic('all_of', expression.operands);
      case 'or':
        return this.#logic('any_of', expression.operands);
      case 'not':
        return this.#logic('negation', [expression.operand]);
      case 'implies':
        return this.#logic('implies', [expression.condition, expression.consequence]);
      default:
        return 'None';
    }
  }

  #logic(name: string, operands: readonly Expression[]): Code {
    return call(
      this.#imports.use('app.rules.logic', name),
      operands.map((operand) => this.truth(operand)),
    );
  }

  #present(value: Expression): Code {
    const reads = value.kind === 'field' || value.kind === 'previous';
    const code = reads ? this.#read(value) : this.#value(value);
    return call(this.#imports.use('app.rules.logic', 'present'), [code]);
  }

  #compare({ operator, left, right }: Of<'compare'>): Code {
    if (!this.#fit(left, right)) return 'None';
    return this.#comparison(operator, this.#value(left), this.#value(right));
  }

  #in({ value, options }: Of<'in'>): Code {
    const fitting = options.filter((option) => this.#fit(value, option));
    // An option of another kind makes the answer unknown, unless another one is a hit.
    const unknown = fitting.length < options.length ? ['None'] : [];
    const codes = fitting.map((option) => this.#value(option));
    return this.#comparison('is_in', this.#value(value), ...codes, ...unknown);
  }

  #matches({ value, pattern }: Of<'matches'>): Code {
    if (this.#kind(value) !== 'text') return 'None';
    const { source } = new RegExp(`^(?:${pattern})$`, 'u');
    return this.#comparison('matches', this.#value(value), patternLiteral(source));
  }

  /** True if two values can be compared at all. */
  #fit(left: Expression, right: Expression): boolean {
    const [a, b] = [this.#kind(left), this.#kind(right)];
    if (a === undefined || b === undefined) return false;
    return a === b || (isNumber(a) && isNumber(b)) || (isTime(a) && isTime(b));
  }

  /** Code of the expression's own type; the helpers bring numbers and times into one form. */
  #value(expression: Expression): Code {
    switch (expression.kind) {
      case 'literal':
        return this.#literal(expression);
      case 'now':
        this.reads.add('now');
        return 'check.now';
      case 'today':
        this.reads.add('now');
        return 'check.now.date()';
      case 'field':
      case 'previous': {
        const code = this.#read(expression);
        return this.#kind(expression) === 'json' ? this.#comparison('text', code) : code;
      }
      case 'length':
        return this.#comparison('length', this.#raw(expression.value));
      case 'arithmetic':
        return this.#arithmetic(expression);
      default:
        return this.truth(expression);
    }
  }

  /** A field as it is in the record; anything else as it comes. */
  #raw(expression: Expression): Code {
    const stored = expression.kind === 'field' || expression.kind === 'previous';
    return stored ? this.#read(expression) : this.#value(expression);
  }

  #arithmetic({ operator, left, right }: Of<'arithmetic'>): Code {
    const [a, b] = [this.#kind(left), this.#kind(right)];
    const values = () => [this.#value(left), this.#value(right)];
    if (isNumber(a) && isNumber(b)) {
      return call(this.#imports.use('app.rules.arithmetic', numbers[operator]), values());
    }
    if (operator !== 'add' && operator !== 'subtract') return 'None';
    const adds = operator === 'add';
    if (a === 'duration' && b === 'duration')
      return this.#time(adds ? 'longer' : 'shorter', values());
    if (isTime(a) && b === 'duration') return this.#time(adds ? 'later' : 'earlier', values());
    if (isTime(a) && isTime(b) && !adds) return this.#time('between', values().toReversed());
    return 'None';
  }

  #time(name: string, values: readonly Code[]): Code {
    return call(this.#imports.use('app.rules.duration', name), values);
  }

  #literal({ type, value }: Literal): Code {
    const base = (name: string) => this.#imports.use('app.database.base', name);
    switch (type) {
      case 'boolean':
        return boolean(value);
      case 'integer':
        return String(BigInt(value));
      case 'decimal':
        return call(base('Decimal'), [literal(value)]);
      case 'date':
        if (Number.isNaN(Date.parse(`${value}T00:00:00Z`))) return 'None';
        return call(`${base('Date')}.fromisoformat`, [literal(value)]);
      case 'datetime':
        if (Number.isNaN(Date.parse(value))) return 'None';
        return call(`${base('DateTime')}.fromisoformat`, [literal(new Date(value).toISOString())]);
      case 'duration': {
        const given = durationArguments(value);
        return given
          ? call(this.#imports.use('app.rules.duration', 'duration'), [], given)
          : 'None';
      }
      default:
        return literal(value);
    }
  }

  /** A field of the record, before or after the write. */
  #read({ kind, field: name }: Of<'field' | 'previous'>): string {
    const field = this.#entity.fields.find((candidate) => candidate.name === name);
    if (!field) return 'None';
    const { attribute } = fieldNames(field);
    if (kind === 'field') {
      this.reads.add('record');
      return `record.${attribute}`;
    }
    this.reads.add('previous');
    return `previous.${attribute} if previous else None`;
  }

  #comparison(name: string, ...args: readonly Code[]): Code {
    return call(this.#imports.use('app.rules.compare', name), args);
  }

  #kind(expression: Expression) {
    return kindOf(expression, this.#entity);
  }
}

const boolean = (value: string) => (value === 'true' ? 'True' : 'False');

const numbers = {
  add: 'plus',
  subtract: 'minus',
  multiply: 'times',
  divide: 'divided',
} as const;
