import { jsonName } from '#blueprint';
import type { Entity, Expression, Literal } from '#blueprint';
import { array, call, literal } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import type { Imports } from '../emit/imports.ts';
import { isNumber, isTime, kindOf } from '../../shared/expression/kind-of.ts';
import { lowerDuration } from './lower-duration.ts';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

/** An expression as the body of a check: TypeScript of type `Truth`, and the parameters that it reads. */
export interface LoweredCheck {
  readonly body: Code;
  readonly parameters: readonly string[];
}

/** Lowers a condition over one record. Parts that can give nothing become `undefined`, which is unknown. */
export function lowerCheck(expression: Expression, entity: Entity, imports: Imports): LoweredCheck {
  const lowering = new Lowering(entity, imports);
  return { body: lowering.truth(expression), parameters: [...lowering.parameters].toSorted() };
}

class Lowering {
  readonly parameters = new Set<string>();
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
        return expression.type === 'boolean' ? String(expression.value === 'true') : 'undefined';
      case 'field':
      case 'previous':
        return this.#kind(expression) === 'boolean'
          ? this.#logic('isTrue', this.#read(expression))
          : 'undefined';
      case 'has-role': {
        this.parameters.add('caller');
        const name = this.#imports.value('../../caller.ts', 'hasRole');
        return call(name, 'caller', literal(expression.role));
      }
      case 'present':
        return this.#present(expression.value);
      case 'compare':
        return this.#compare(expression);
      case 'in':
        return this.#in(expression);
      case 'matches':
        return this.#matches(expression);
      case 'and':
      case 'or':
        return this.#logic(
          expression.kind,
          ...expression.operands.map((operand) => this.truth(operand)),
        );
      case 'not':
        return this.#logic('not', this.truth(expression.operand));
      case 'implies':
        return this.#logic(
          'implies',
          this.truth(expression.condition),
          this.truth(expression.consequence),
        );
      default:
        return 'undefined';
    }
  }

  #present(value: Expression): Code {
    const reads = value.kind === 'field' || value.kind === 'previous';
    const code = reads ? this.#read(value) : this.#value(value);
    return this.#logic('present', code);
  }

  #compare({ operator, left, right }: Of<'compare'>): Code {
    if (!this.#fit(left, right)) return 'undefined';
    const plain = this.#plain(left, right);
    const form = (part: Expression) => (plain ? this.#value(part) : this.#exact(part));
    return this.#comparison(operator, form(left), form(right));
  }

  #in({ value, options }: Of<'in'>): Code {
    const fitting = options.filter((option) => this.#fit(value, option));
    // An option of another kind makes the answer unknown, unless another one is a hit.
    const unknown = fitting.length < options.length ? ['undefined'] : [];
    const plain = fitting.every((option) => this.#plain(value, option));
    const form = (part: Expression) => (plain ? this.#value(part) : this.#exact(part));
    return this.#comparison('isIn', form(value), array([...fitting.map(form), ...unknown]));
  }

  #matches({ value, pattern }: Of<'matches'>): Code {
    if (this.#kind(value) !== 'text') return 'undefined';
    const { source } = new RegExp(`^(?:${pattern})$`, 'u');
    return this.#comparison('matches', this.#value(value), `/${source}/u`);
  }

  /** True if two values can be compared at all. */
  #fit(left: Expression, right: Expression): boolean {
    const [a, b] = [this.#kind(left), this.#kind(right)];
    if (a === undefined || b === undefined) return false;
    return a === b || (isNumber(a) && isNumber(b)) || (isTime(a) && isTime(b));
  }

  /** True if the values compare as they are stored: texts of one form compare as the times do. */
  #plain(left: Expression, right: Expression): boolean {
    const kind = this.#kind(left);
    if (kind !== this.#kind(right) || kind === 'decimal') return false;
    return !isTime(kind) || (left.kind !== 'arithmetic' && right.kind !== 'arithmetic');
  }

  /** A number as an exact decimal, a date or time as a moment. */
  #exact(expression: Expression): Code {
    const code = this.#value(expression);
    if (expression.kind === 'arithmetic') return code;
    const kind = this.#kind(expression);
    if (isNumber(kind)) return call(this.#imports.value(DECIMAL, 'decimal'), code);
    return call(this.#imports.value(TIME, 'moment'), expression.kind === 'now' ? 'now' : code);
  }

  /** Code of the expression's own type: text, number, boolean, or a result of a calculation. */
  #value(expression: Expression): Code {
    switch (expression.kind) {
      case 'literal':
        return this.#literal(expression);
      case 'now':
        this.parameters.add('now');
        return 'now.toISOString()';
      case 'today':
        this.parameters.add('now');
        return call(this.#imports.value(TIME, 'dateOf'), 'now');
      case 'field':
      case 'previous': {
        const code = this.#read(expression);
        return this.#kind(expression) === 'json' ? this.#comparison('json', code) : code;
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
    if (isNumber(a) && isNumber(b)) {
      return call(
        this.#imports.value(DECIMAL, decimals[operator]),
        this.#exact(left),
        this.#exact(right),
      );
    }
    if (operator !== 'add' && operator !== 'subtract') return 'undefined';
    const adds = operator === 'add';
    if (a === 'duration' && b === 'duration') {
      return call(
        this.#imports.value(TIME, adds ? 'longer' : 'shorter'),
        this.#value(left),
        this.#value(right),
      );
    }
    if (isTime(a) && b === 'duration') {
      return call(
        this.#imports.value(TIME, adds ? 'later' : 'earlier'),
        this.#exact(left),
        this.#value(right),
      );
    }
    if (isTime(a) && isTime(b) && !adds) {
      return call(this.#imports.value(TIME, 'between'), this.#exact(right), this.#exact(left));
    }
    return 'undefined';
  }

  #literal({ type, value }: Literal): Code {
    switch (type) {
      case 'boolean':
        return String(value === 'true');
      case 'integer':
        return String(Number(value));
      case 'datetime':
        return Number.isNaN(Date.parse(value))
          ? 'undefined'
          : literal(new Date(value).toISOString());
      case 'duration':
        return lowerDuration(value, (name) => this.#imports.value(TIME, name));
      default:
        return literal(value);
    }
  }

  /** A field of the record, before or after the write. */
  #read({ kind, field: name }: Of<'field' | 'previous'>): string {
    const field = this.#entity.fields.find((candidate) => candidate.name === name);
    if (!field) return 'undefined';
    this.parameters.add(kind === 'field' ? 'record' : 'previous');
    return kind === 'field' ? `record.${jsonName(field)}` : `previous?.${jsonName(field)}`;
  }

  #logic(name: string, ...args: readonly Code[]): Code {
    return call(this.#imports.value('../../rules/logic.ts', name), ...args);
  }

  #comparison(name: string, ...args: readonly Code[]): Code {
    return call(this.#imports.value('../../rules/compare.ts', name), ...args);
  }

  #kind(expression: Expression) {
    return kindOf(expression, this.#entity);
  }
}

const DECIMAL = '../../rules/decimal.ts';
const TIME = '../../rules/time.ts';

const decimals = {
  add: 'sum',
  subtract: 'difference',
  multiply: 'product',
  divide: 'quotient',
} as const;
