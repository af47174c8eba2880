import type { Entity } from '../entity.ts';
import { isReference } from '../properties.ts';
import type { Expression } from '../expression.ts';
import type { Field } from '../field.ts';
import type { FieldType } from '../field-type.ts';
import type { Literal } from '../expression.ts';
import type { Node } from '../node.ts';
import { isPortable, isQuickFor } from './usable-pattern.ts';
import type { ServiceScope } from './checker.ts';
import { isDate, isDecimal, isDuration, isTime } from './values.ts';

/** What can be compared with each other; `any` is what was reported already, or has no type of its own. */
type Kind = 'text' | 'number' | 'boolean' | 'time' | 'duration' | 'json' | 'any';

/** Checks that an expression of a node is a condition over the records of an entity whose parts fit each other. */
export function checkCondition(
  scope: ServiceScope,
  entity: Entity,
  node: Node,
  expression: Expression,
): void {
  const typing = new Typing(scope, node, entity, entity);
  typing.expect('boolean', expression);
}

class Typing {
  readonly #scope: ServiceScope;
  readonly #node: Node;
  /** The entity whose fields are meant: inside of an aggregate its rows. */
  readonly #entity: Entity;
  /** The entity of the record that the expression is about. */
  readonly #record: Entity;

  constructor(scope: ServiceScope, node: Node, entity: Entity, record: Entity) {
    this.#scope = scope;
    this.#node = node;
    this.#entity = entity;
    this.#record = record;
  }

  /** Reports an expression that is of another kind. */
  expect(kind: Kind, expression: Expression): void {
    const found = this.#kindOf(expression);
    if (!fit(kind, found)) this.#say(`needs a ${kind}, but '${expression.kind}' is a ${found}`);
  }

  #kindOf(expression: Expression): Kind {
    switch (expression.kind) {
      case 'literal':
        return this.#literal(expression);
      case 'now':
      case 'today':
        return 'time';
      case 'field':
      case 'previous':
        return kindOfField(this.#field(this.#entity, expression.field));
      case 'outer':
        return kindOfField(this.#field(this.#record, expression.field));
      case 'related':
        return this.#related(expression);
      case 'has-role':
        this.#scope.checker.role(expression.role, this.#node);
        return 'boolean';
      case 'present':
        this.#kindOf(expression.value);
        return 'boolean';
      case 'length': {
        const kind = this.#kindOf(expression.value);
        if (!fit('text', kind) && kind !== 'json') this.#say(`asks for the length of a ${kind}`);
        return 'number';
      }
      case 'compare':
        this.#comparable(expression.left, expression.right);
        return 'boolean';
      case 'in':
        for (const option of expression.options) this.#comparable(expression.value, option);
        return 'boolean';
      case 'matches':
        this.expect('text', expression.value);
        this.#pattern(expression.pattern);
        return 'boolean';
      case 'arithmetic':
        return this.#arithmetic(expression);
      case 'and':
      case 'or':
        for (const operand of expression.operands) this.expect('boolean', operand);
        return 'boolean';
      case 'not':
        this.expect('boolean', expression.operand);
        return 'boolean';
      case 'implies':
        this.expect('boolean', expression.condition);
        this.expect('boolean', expression.consequence);
        return 'boolean';
      case 'aggregate':
        return this.#aggregate(expression);
    }
  }

  #literal({ type, value }: Literal): Kind {
    const fits = literals[type](value);
    if (!fits) this.#say(`has the constant '${value}', which is no ${type}`);
    return kindOfLiteral[type];
  }

  #field(entity: Entity, name: string): Field | undefined {
    const field = entity.fields.find((candidate) => candidate.name === name);
    if (!field) this.#unknownField(entity, name);
    return field;
  }

  #unknownField(entity: Entity, field: string): void {
    const params = { id: this.#node.id, field, entity: entity.id };
    this.#scope.checker.report('unknown-field', params, this.#node);
  }

  #related({ via, field }: Extract<Expression, { kind: 'related' }>): Kind {
    const reference = this.#field(this.#entity, via);
    if (!reference) return 'any';
    const target =
      isReference(reference) && reference.type.cardinality === 'one'
        ? this.#scope.entities.get(reference.type.entity)
        : undefined;
    if (target) return kindOfField(this.#field(target, field));
    this.#scope.checker.report('not-a-reference', { id: this.#node.id, field: via }, this.#node);
    return 'any';
  }

  #comparable(left: Expression, right: Expression): void {
    const kinds = [this.#kindOf(left), this.#kindOf(right)] as const;
    if (!fit(...kinds)) this.#say(`compares a ${kinds[0]} with a ${kinds[1]}`);
    this.#knownValue(left, right);
    this.#knownValue(right, left);
  }

  /** An enum never has a value that is not among its own. */
  #knownValue(side: Expression, other: Expression): void {
    if (side.kind !== 'field' && side.kind !== 'previous') return;
    if (other.kind !== 'literal' || other.type !== 'string') return;
    const type = this.#entity.fields.find(({ name }) => name === side.field)?.type;
    if (type?.kind !== 'enum' || type.values.some(({ value }) => value === other.value)) return;
    const params = { id: this.#node.id, field: side.field, value: other.value };
    this.#scope.checker.report('unknown-value', params, this.#node);
  }

  #pattern(pattern: string): void {
    const { id } = this.#node;
    const { checker } = this.#scope;
    if (!isPortable(pattern)) checker.report('bad-pattern', { id, pattern }, this.#node);
    else if (!isQuickFor({ type: { kind: 'text' } }, pattern))
      checker.report('slow-pattern', { id, pattern }, this.#node);
  }

  #arithmetic({ operator, left, right }: Extract<Expression, { kind: 'arithmetic' }>): Kind {
    const [a, b] = [this.#kindOf(left), this.#kindOf(right)];
    if (a === 'any' || b === 'any') return 'any';
    if (a === 'number' && b === 'number') return 'number';
    const isSum = operator === 'add' || operator === 'subtract';
    if (isSum && b === 'duration' && (a === 'time' || a === 'duration')) return a;
    if (operator === 'subtract' && a === 'time' && b === 'time') return 'duration';
    this.#say(`can't ${operator} a ${a} and a ${b}`);
    return 'any';
  }

  #aggregate(expression: Extract<Expression, { kind: 'aggregate' }>): Kind {
    const { checker, entities } = this.#scope;
    const rows = entities.get(expression.entity);
    if (!rows) {
      const params = { id: this.#node.id, entity: expression.entity };
      checker.report('unknown-entity', params, this.#node);
      return 'any';
    }
    if (expression.via !== undefined) {
      const field = this.#field(rows, expression.via);
      if (field && !(isReference(field) && field.type.entity === this.#record.id)) {
        checker.report('not-a-reference', { id: this.#node.id, field: expression.via }, this.#node);
      }
    }
    const inside = new Typing(this.#scope, this.#node, rows, this.#record);
    if (expression.where) inside.expect('boolean', expression.where);
    if (expression.function === 'count') return 'number';
    if (!expression.value) {
      this.#say(`takes the ${expression.function} of nothing`);
      return 'any';
    }
    if (expression.function === 'min' || expression.function === 'max') {
      return inside.#kindOf(expression.value);
    }
    inside.expect('number', expression.value);
    return 'number';
  }

  #say(problem: string): void {
    this.#scope.checker.report('type-mismatch', { id: this.#node.id, problem }, this.#node);
  }
}

function fit(a: Kind, b: Kind): boolean {
  return a === b || a === 'any' || b === 'any';
}

const literals: Readonly<Record<Literal['type'], (text: string) => boolean>> = {
  string: () => true,
  boolean: (text) => text === 'true' || text === 'false',
  integer: (text) => /^-?[0-9]{1,100}$/.test(text),
  decimal: (text) => isDecimal(text),
  date: isDate,
  datetime: isTime,
  duration: isDuration,
};

const kindOfLiteral = {
  string: 'text',
  boolean: 'boolean',
  integer: 'number',
  decimal: 'number',
  date: 'time',
  datetime: 'time',
  duration: 'duration',
} as const satisfies Record<Literal['type'], Kind>;

function kindOfField(field: Field | undefined): Kind {
  return field ? kindOfType(field.type) : 'any';
}

function kindOfType(type: FieldType): Kind {
  switch (type.kind) {
    case 'integer':
    case 'number':
    case 'decimal':
    case 'money':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'date':
    case 'datetime':
      return 'time';
    case 'list':
    case 'json':
      return 'json';
    case 'reference':
      return type.cardinality === 'many' ? 'json' : 'text';
    default:
      return 'text';
  }
}
