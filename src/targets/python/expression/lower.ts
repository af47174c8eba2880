import type { Entity, Expression, Field, Literal } from '#blueprint';
import { isTime, isNumber, kindOf } from '../../shared/expression/kind-of.ts';
import { relatedEntity } from '../../shared/expression/place.ts';
import type { Place } from '../../shared/expression/place.ts';
import { rowQuery } from '../../shared/rules/row-query.ts';
import { call, keyed, literal } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import type { Imports } from '../emit/imports.ts';
import { patternLiteral } from '../entity/pattern.ts';
import { linkType } from '../entity/link-type.ts';
import { entityNames, fieldNames } from '../names.ts';
import { durationArguments } from './duration-arguments.ts';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

/** An expression as the value of a check: Python of type `Truth`, and what of the check it reads. */
export interface LoweredCheck {
  readonly body: Code;
  readonly reads: ReadonlySet<Part>;
  /** Other records, by the names of the variables that hold them. */
  readonly others: ReadonlyMap<string, Code>;
}

type Part = 'record' | 'previous' | 'caller' | 'now' | 'read';

/** Lowers a condition over a record. Parts that can give nothing become `None`, which is unknown. */
export function lowerCheck(expression: Expression, place: Place, imports: Imports): LoweredCheck {
  const found: Found = { reads: new Set(), others: new Map() };
  return { body: new Lowering(place, imports, found).truth(expression), ...found };
}

/** What an expression turns out to read. */
interface Found {
  readonly reads: Set<Part>;
  readonly others: Map<string, Code>;
}

class Lowering {
  readonly #found: Found;
  readonly #place: Place;
  readonly #imports: Imports;
  /** The variable that holds the record, or the row of an aggregate. */
  readonly #record: string;

  constructor(place: Place, imports: Imports, found: Found, record = 'record') {
    this.#place = place;
    this.#imports = imports;
    this.#found = found;
    this.#record = record;
  }

  /** Code of type `Truth`. */
  truth(expression: Expression): Code {
    switch (expression.kind) {
      case 'literal':
        return expression.type === 'boolean' ? boolean(expression.value) : 'None';
      case 'field':
      case 'previous':
      case 'outer':
      case 'related':
        return this.#kind(expression) === 'boolean' ? this.#read(expression) : 'None';
      case 'has-role':
        this.#found.reads.add('caller');
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
    return call(this.#imports.use('app.rules.logic', 'present'), [this.#raw(value)]);
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
        this.#found.reads.add('now');
        return 'check.now';
      case 'today':
        this.#found.reads.add('now');
        return 'check.now.date()';
      case 'field':
      case 'previous':
      case 'outer':
      case 'related': {
        const code = this.#read(expression);
        return this.#kind(expression) === 'json' ? this.#comparison('text', code) : code;
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

  /** A field of the record, before or after the write, or of one that it refers to. */
  #read(expression: Stored): string {
    const { entity, around } = this.#place;
    switch (expression.kind) {
      case 'field':
        return this.#attribute(entity, expression.field, this.#record);
      case 'outer':
        return this.#attribute(around?.entity, expression.field, 'record');
      case 'previous':
        return optional(this.#attribute(entity, expression.field, 'previous'));
      case 'related': {
        const target = relatedEntity(this.#place, expression.via);
        const id = this.#attribute(entity, expression.via, this.#record);
        if (!target || id === 'None') return 'None';
        const name = `its_${id.split('.').at(-1)?.replace(/_id$/, '')}`;
        this.#found.reads.add('read');
        this.#found.others.set(name, call('check.read.one', [this.#model(target), id]));
        return optional(this.#attribute(target, expression.field, name));
      }
    }
  }

  #attribute(entity: Entity | undefined, name: string, variable: string): string {
    const field = entity?.fields.find((candidate) => candidate.name === name);
    if (!field) return 'None';
    if (variable === 'record' || variable === 'previous') this.#found.reads.add(variable);
    return `${variable}.${fieldNames(field).attribute}`;
  }

  #aggregate(aggregate: Of<'aggregate'>): Code {
    const query = rowQuery(aggregate, this.#place);
    if (!query || this.#kind(aggregate) === undefined) return 'None';
    const { rows, via, conditions, rest, place } = query;
    const model = this.#model(rows);
    this.#found.reads.add('read');
    const selected: Code[] = [];
    if (via) {
      this.#found.reads.add('record');
      selected.push(this.#refers(rows, via, model));
    }
    for (const { field, operator, value } of conditions) {
      const fits = this.#imports.use('app.records.read', 'fits');
      const column = `${model}.${fieldNames(field).attribute}`;
      selected.push(call(fits, [column, literal(operator), this.#value(value)]));
    }
    const { value } = aggregate;
    if (aggregate.function === 'count' && rest.length === 0 && value === undefined) {
      return call('check.read.count', [model, ...selected]);
    }
    const inner = new Lowering(place, this.#imports, this.#found, 'row');
    const list = call('check.read.list', [model, ...selected]);
    const some =
      rest.length === 0
        ? list
        : this.#rows('rows_where', list, keyed('lambda row: ', inner.truth(allOf(rest))));
    const name = `rows${this.#found.others.size === 0 ? '' : `_${this.#found.others.size + 1}`}`;
    this.#found.others.set(name, some);
    const read = value && keyed('lambda row: ', inner.#raw(value));
    return this.#rows(aggregates[aggregate.function], name, ...(read ? [read] : []));
  }

  /** Rows that refer to the record. */
  #refers(rows: Entity, via: Field, model: string): Code {
    const many = via.type.kind === 'reference' && via.type.cardinality === 'many';
    if (!many) return `${model}.${fieldNames(via).attribute} == record.id`;
    const link = this.#imports.use(
      `app.resources.${entityNames(rows).module}.model`,
      linkType(rows, via),
    );
    return call(this.#imports.use('app.records.read', 'refers'), [model, link, 'record.id']);
  }

  #rows(name: string, ...args: readonly Code[]): Code {
    return call(this.#imports.use('app.rules.rows', name), args);
  }

  #model(entity: Entity): string {
    const { type, module } = entityNames(entity);
    return this.#imports.use(`app.resources.${module}.model`, type);
  }

  #comparison(name: string, ...args: readonly Code[]): Code {
    return call(this.#imports.use('app.rules.compare', name), args);
  }

  #kind(expression: Expression) {
    return kindOf(expression, this.#place);
  }
}

type Stored = Of<'field' | 'previous' | 'outer' | 'related'>;

function isStored(expression: Expression): expression is Stored {
  return ['field', 'previous', 'outer', 'related'].includes(expression.kind);
}

/** `previous.name if previous else None` */
function optional(attribute: string): string {
  const [variable = ''] = attribute.split('.');
  return attribute === 'None' ? attribute : `${attribute} if ${variable} else None`;
}

function allOf(operands: readonly Expression[]): Expression {
  const [only] = operands;
  return operands.length === 1 && only ? only : { kind: 'and', operands };
}

const aggregates = {
  count: 'count_of',
  sum: 'sum_of',
  average: 'average_of',
  min: 'least_of',
  max: 'greatest_of',
} as const;

const boolean = (value: string) => (value === 'true' ? 'True' : 'False');

const numbers = {
  add: 'plus',
  subtract: 'minus',
  multiply: 'times',
  divide: 'divided',
} as const;
