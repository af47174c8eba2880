import { camelCase, jsonName } from '#blueprint';
import type { Entity, Expression, Literal } from '#blueprint';
import { isNumber, isTime, kindOf } from '../../shared/expression/kind-of.ts';
import { relatedEntity } from '../../shared/expression/place.ts';
import type { Place } from '../../shared/expression/place.ts';
import { rowQuery } from '../../shared/rules/row-query.ts';
import { array, arrow, call, literal, object } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import type { Imports } from '../emit/imports.ts';
import { entityNames } from '../names.ts';
import { lowerDuration } from './lower-duration.ts';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

/** An expression as the body of a check: TypeScript of type `Truth`, and the parameters that it reads. */
export interface LoweredCheck {
  readonly body: Code;
  readonly parameters: readonly string[];
}

/** Lowers a condition over a record. Parts that can give nothing become `undefined`, which is unknown. */
export function lowerCheck(expression: Expression, place: Place, imports: Imports): LoweredCheck {
  const lowering = new Lowering(place, imports);
  return { body: lowering.truth(expression), parameters: [...lowering.parameters].toSorted() };
}

/** A check as a function; one that reads other records waits for them. */
export function checkCode({ body, parameters }: LoweredCheck): Code {
  const list = parameters.length === 0 ? '()' : `({ ${parameters.join(', ')} })`;
  return arrow(parameters.includes('read') ? `async ${list}` : list, body);
}

class Lowering {
  readonly parameters: Set<string>;
  readonly #place: Place;
  readonly #imports: Imports;
  /** The variable that holds the record, or the row of an aggregate. */
  readonly #record: string;

  constructor(
    place: Place,
    imports: Imports,
    record = 'record',
    parameters: Set<string> = new Set(),
  ) {
    this.#place = place;
    this.#imports = imports;
    this.#record = record;
    this.parameters = parameters;
  }

  /** Code of type `Truth`. */
  truth(expression: Expression): Code {
    switch (expression.kind) {
      case 'literal':
        return expression.type === 'boolean' ? String(expression.value === 'true') : 'undefined';
      case 'field':
      case 'previous':
      case 'outer':
      case 'related':
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
    return this.#logic('present', this.#raw(value));
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
    const kind = this.#kind(expression);
    const isExact = expression.kind === 'aggregate' && kind === 'decimal';
    if (expression.kind === 'arithmetic' || isExact) return code;
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
      case 'previous':
      case 'outer':
      case 'related': {
        const code = this.#read(expression);
        return this.#kind(expression) === 'json' ? this.#comparison('json', code) : code;
      }
      case 'length':
        return this.#comparison('length', this.#raw(expression.value));
      case 'arithmetic':
        return this.#arithmetic(expression);
      case 'aggregate':
        return this.#aggregate(expression);
      default:
        return this.truth(expression);
    }
  }

  /** A field as it is in the record; anything else as it comes. */
  #raw(expression: Expression): Code {
    return isStored(expression) ? this.#read(expression) : this.#value(expression);
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

  /** A field of the record, before or after the write, or of one that it refers to. */
  #read(expression: Stored): string {
    switch (expression.kind) {
      case 'field':
        return this.#property(this.#place.entity, expression.field, `${this.#record}.`);
      case 'outer':
        return this.#property(this.#place.around?.entity, expression.field, 'record.');
      case 'previous':
        return this.#property(this.#place.entity, expression.field, 'previous?.');
      case 'related': {
        const id = this.#property(this.#place.entity, expression.via, `${this.#record}.`);
        const entity = relatedEntity(this.#place, expression.via);
        if (!entity) return 'undefined';
        const one = `(await read.one<${this.#type(entity)}>(${literal(entity.name)}, ${id}))?.`;
        return this.#property(entity, expression.field, one);
      }
    }
  }

  #property(entity: Entity | undefined, name: string, before: string): string {
    const field = entity?.fields.find((candidate) => candidate.name === name);
    if (!field) return 'undefined';
    const [variable = ''] = /^\w+/.exec(before) ?? ['read'];
    if (variable === 'record' || variable === 'previous') this.parameters.add(variable);
    return `${before}${jsonName(field)}`;
  }

  #aggregate(aggregate: Of<'aggregate'>): Code {
    const query = rowQuery(aggregate, this.#place);
    if (!query || this.#kind(aggregate) === undefined) return 'undefined';
    const { rows, via, conditions, rest, place } = query;
    this.parameters.add('read');
    const selected = new Map<string, Code>();
    if (via) {
      this.parameters.add('record');
      const many = via.type.kind === 'reference' && via.type.cardinality === 'many';
      selected.set(jsonName(via), many ? object({ contains: 'record.id' }) : 'record.id');
    }
    const limits = Map.groupBy(conditions, ({ field }) => jsonName(field));
    for (const [name, all] of limits) {
      const [first] = all;
      const isEqual = all.length === 1 && first?.operator === 'eq';
      const values = all.map(({ operator, value }) => [operator, this.#value(value)] as const);
      const code = isEqual ? values[0]?.[1] : object(Object.fromEntries(values));
      if (code !== undefined) selected.set(name, code);
    }
    const where = object(Object.fromEntries(selected));
    const { value } = aggregate;
    if (aggregate.function === 'count' && rest.length === 0 && value === undefined) {
      return call('await read.count', literal(rows.name), where);
    }
    const list = call(`await read.list<${this.#type(rows)}>`, literal(rows.name), where);
    const row = variableOf(rows);
    const inner = new Lowering(place, this.#imports, row, this.parameters);
    const left =
      rest.length === 0
        ? list
        : this.#rows('rowsWhere', list, arrow(`(${row})`, inner.truth(allOf(rest))));
    const kind = value && kindOf(value, place);
    const read = value && (isNumber(kind) ? inner.#exact(value) : inner.#raw(value));
    const name = aggregates[aggregate.function][isTime(kind) ? 1 : 0];
    return this.#rows(name, left, ...(read === undefined ? [] : [arrow(`(${row})`, read)]));
  }

  #rows(name: string, ...args: readonly Code[]): Code {
    return call(this.#imports.value('../../rules/rows.ts', name), ...args);
  }

  /** The type of the records of another entity. */
  #type(entity: Entity): string {
    const { type, folder, file } = entityNames(entity);
    const own = entity.id === (this.#place.around ?? this.#place).entity.id;
    this.parameters.add('read');
    const path = own ? `./${file}.fields.ts` : `../${folder.split('/').at(-1)}/${file}.fields.ts`;
    return this.#imports.type(path, type);
  }

  #logic(name: string, ...args: readonly Code[]): Code {
    return call(this.#imports.value('../../rules/logic.ts', name), ...args);
  }

  #comparison(name: string, ...args: readonly Code[]): Code {
    return call(this.#imports.value('../../rules/compare.ts', name), ...args);
  }

  #kind(expression: Expression) {
    return kindOf(expression, this.#place);
  }
}

type Stored = Of<'field' | 'previous' | 'outer' | 'related'>;

function isStored(expression: Expression): expression is Stored {
  return ['field', 'previous', 'outer', 'related'].includes(expression.kind);
}

/** What rows are called in code: `orderLine`. */
function variableOf({ name }: Entity): string {
  return `${camelCase(name)}Row`;
}

function allOf(operands: readonly Expression[]): Expression {
  const [only] = operands;
  return operands.length === 1 && only ? only : { kind: 'and', operands };
}

/** The helper for numbers, and the one for dates and times. */
const aggregates = {
  count: ['countOf', 'countOf'],
  sum: ['sumOf', 'sumOf'],
  average: ['averageOf', 'averageOf'],
  min: ['leastOf', 'earliestOf'],
  max: ['greatestOf', 'latestOf'],
} as const;

const DECIMAL = '../../rules/decimal.ts';
const TIME = '../../rules/time.ts';

const decimals = {
  add: 'sum',
  subtract: 'difference',
  multiply: 'product',
  divide: 'quotient',
} as const;
