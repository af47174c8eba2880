import { jsonName } from '#blueprint';
import type { Entity, Expression, Field, Literal } from '#blueprint';
import { isNumber, isTime, kindOf } from '../../shared/expression/kind-of.ts';
import { relatedEntity } from '../../shared/expression/place.ts';
import type { Place } from '../../shared/expression/place.ts';
import { rowQuery } from '../../shared/rules/row-query.ts';
import { isOptional } from '../../shared/migrations/schema-of.ts';
import { array, call, closure, literal } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import type { Uses } from '../emit/uses.ts';
import { patternLiteral } from '../entity/pattern.ts';
import { entityNames, fieldNames } from '../names.ts';
import { durationParts } from './duration-parts.ts';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

/** An expression as the value of a check: Rust of type `Truth`, and what of the check it reads. */
export interface LoweredCheck {
  readonly body: Code;
  readonly reads: ReadonlySet<Part>;
  /** Other records, by the names of the variables that hold them. */
  readonly others: ReadonlyMap<string, Code>;
}

type Part = 'record' | 'previous' | 'check';

/** Lowers a condition over a record. Parts that can give nothing become `None`, which is unknown. */
export function lowerCheck(expression: Expression, place: Place, uses: Uses): LoweredCheck {
  const found: Found = { reads: new Set(), others: new Map() };
  return { body: new Lowering(place, uses, found).truth(expression), ...found };
}

/** What an expression turns out to read. */
interface Found {
  readonly reads: Set<Part>;
  readonly others: Map<string, Code>;
}

class Lowering {
  readonly #found: Found;
  readonly #place: Place;
  readonly #uses: Uses;
  /** The variable that holds the record, or the row of an aggregate. */
  readonly #record: string;

  constructor(place: Place, uses: Uses, found: Found, record = 'record') {
    this.#place = place;
    this.#uses = uses;
    this.#found = found;
    this.#record = record;
  }

  /** Code of type `Truth`. */
  truth(expression: Expression): Code {
    switch (expression.kind) {
      case 'literal':
        return expression.type === 'boolean' ? `Some(${expression.value === 'true'})` : 'None';
      case 'field':
      case 'previous':
      case 'outer':
      case 'related':
        return this.#kind(expression) === 'boolean'
          ? this.#rule('truth', this.#read(expression))
          : 'None';
      case 'has-role':
        this.#found.reads.add('check');
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
        this.#found.reads.add('check');
        return 'check.now';
      case 'today':
        this.#found.reads.add('check');
        return 'check.now.date()';
      case 'field':
      case 'previous':
      case 'outer':
      case 'related':
        return this.#read(expression);
      case 'aggregate':
        return this.#aggregate(expression);
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
    return this.#rule('operand', this.#value(expression));
  }

  #raw(expression: Expression): Code {
    return this.#value(expression);
  }

  #length(value: Expression): Code {
    if (isStored(value)) {
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

  /** A field of the record, before or after the write, or of one that it refers to. */
  #read(expression: Stored): string {
    const { entity, around } = this.#place;
    switch (expression.kind) {
      case 'field':
        return this.#attribute(entity, expression.field, this.#record);
      case 'outer':
        return this.#attribute(around?.entity, expression.field, 'record');
      case 'previous': {
        const field = fieldOf(entity, expression.field);
        if (!field) return this.#missing();
        this.#found.reads.add('previous');
        return `previous.map(|before| &before.${fieldNames(field).attribute})`;
      }
      case 'related': {
        const target = relatedEntity(this.#place, expression.via);
        const via = fieldOf(entity, expression.via);
        const field = target && fieldOf(target, expression.field);
        if (!target || !via || !field) return this.#missing();
        if (this.#record === 'record') this.#found.reads.add('record');
        const name = `its_${fieldNames(via).attribute.replace(/^r#|_id$/g, '')}`;
        const id = `${this.#record}.${fieldNames(via).attribute}`;
        this.#found.others.set(name, call(`read.one::<${this.#type(target)}>`, id));
        return `${name}.as_ref().map(|one| &one.${fieldNames(field).attribute})`;
      }
    }
  }

  #attribute(entity: Entity | undefined, name: string, variable: string): string {
    const field = entity && fieldOf(entity, name);
    if (!entity || !field) return this.#missing();
    if (variable === 'record') this.#found.reads.add('record');
    const { kind } = field.type;
    const isCopied = kind === 'boolean' || (COPIED.has(kind) && !isOptional(entity, field));
    return `${isCopied ? '' : '&'}${variable}.${fieldNames(field).attribute}`;
  }

  #aggregate(aggregate: Of<'aggregate'>): Code {
    const query = rowQuery(aggregate, this.#place);
    if (!query || this.#kind(aggregate) === undefined) return this.#missing();
    const { rows, via, conditions, rest, place } = query;
    const selected: Code[] = [];
    if (via) {
      this.#found.reads.add('check');
      const refers = this.#uses.use('crate::records', 'refers');
      selected.push(call(refers, literal(jsonName(via)), 'check.id'));
    }
    for (const { field, operator, value } of conditions) {
      const fits = this.#uses.use('crate::records', 'fits');
      const name = literal(jsonName(field));
      selected.push(call(fits, name, literal(operators[operator]), this.#value(value)));
    }
    const inner = new Lowering(place, this.#uses, this.#found, 'row');
    const list = call(`read.rows::<${this.#type(rows)}>`, array(selected));
    const name = `rows${this.#found.others.size === 0 ? '' : `_${this.#found.others.size + 1}`}`;
    this.#found.others.set(name, list);
    let some = `&${name}`;
    if (rest.length > 0) {
      const where = closure('|row| ', inner.truth(allOf(rest)));
      const fitting = `${name}_where`;
      this.#found.others.set(fitting, this.#rule('rows_where', name, where));
      some = `&${fitting}`;
    }
    const { value } = aggregate;
    if (!value) return this.#rule('count_of', some);
    const read = closure('|row| ', inner.#operand(value));
    return this.#rule(aggregates[aggregate.function], some, read);
  }

  #type(entity: Entity): string {
    const { type, module } = entityNames(entity);
    let { entity: own, around } = this.#place;
    while (around) ({ entity: own, around } = around);
    const path = own.id === entity.id ? 'super' : `crate::resources::${module}`;
    return this.#uses.use(path, type);
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
const COPIED: ReadonlySet<string> = new Set(['integer', 'date', 'datetime']);

type Stored = Of<'field' | 'previous' | 'outer' | 'related'>;

function isStored(expression: Expression): expression is Stored {
  return ['field', 'previous', 'outer', 'related'].includes(expression.kind);
}

function fieldOf(entity: Entity, name: string): Field | undefined {
  return entity.fields.find((candidate) => candidate.name === name);
}

function allOf(operands: readonly Expression[]): Expression {
  const [only] = operands;
  return operands.length === 1 && only ? only : { kind: 'and', operands };
}

const aggregates = {
  count: 'count_with',
  sum: 'sum_of',
  average: 'average_of',
  min: 'least_of',
  max: 'greatest_of',
} as const;

const operators = { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' } as const;

const numbers = {
  add: 'plus',
  subtract: 'minus',
  multiply: 'times',
  divide: 'divided',
} as const;
