import type { Parameter } from '../function-value.ts';
import type { ContextEntry, Loop, RuleExpression } from '../language/expression.ts';
import { isFunctionName } from '../language/function-names.ts';
import { arithmetic, binding, COMPARISON, comparisons, NEGATION, SUM } from './binding.ts';
import { callOf } from './forms.ts';
import type { Arguments } from './forms.ts';
import { booleanLiteral, numberLiteral, temporal, textLiteral } from './literals.ts';
import { keywords } from './names.ts';
import { FeelSyntaxError, TokenCursor } from './token-cursor.ts';
import { unquoted } from './tokens.ts';
import type { Token } from './tokens.ts';

const MAX_DEPTH = 100;

/** Reads FEEL by operator precedence (Pratt, 1973). Throws {@link FeelSyntaxError}. */
export class FeelParser {
  readonly #text: TokenCursor;
  #depth = 0;

  constructor(
    text: string,
    names: readonly string[],
    types: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#text = new TokenCursor(text, names, types);
  }

  /** The whole text as an expression. */
  expression(): RuleExpression {
    const expression = this.#expression();
    this.#text.end();
    return expression;
  }

  /** The whole text as unary tests: a condition on `?`. */
  unaryTests(): RuleExpression {
    const value: RuleExpression = { kind: 'variable', name: '?' };
    let condition: RuleExpression;
    if (this.#text.sees('-') && this.#text.next.kind === 'end') {
      this.#text.advance(1);
      condition = booleanLiteral(true);
    } else if (this.#text.sees('not') && this.#text.sees('(', 1)) {
      this.#text.advance(2);
      condition = { kind: 'not', operand: { kind: 'test', value, tests: this.#tests() } };
      this.#text.need(')');
    } else condition = { kind: 'test', value, tests: this.#tests() };
    this.#text.end();
    return condition;
  }

  #tests(): readonly RuleExpression[] {
    const tests = [this.#expression()];
    while (this.#text.take(',')) tests.push(this.#expression());
    return tests;
  }

  #expression(power = 0): RuleExpression {
    if ((this.#depth += 1) > MAX_DEPTH) this.#text.fail('too deep');
    let left = this.#prefix();
    for (;;) {
      const operator = this.#text.current.kind === 'string' ? '' : this.#text.current.text;
      const strength = binding.get(operator);
      if (strength === undefined || strength <= power) break;
      this.#text.advance(1);
      left = this.#infix(left, operator, strength);
    }
    this.#depth -= 1;
    return left;
  }

  #infix(left: RuleExpression, operator: string, strength: number): RuleExpression {
    switch (operator) {
      case 'and':
      case 'or': {
        const right = this.#expression(strength);
        // A chain is one node.
        const operands = left.kind === operator && !this.#closed.has(left) ? left.operands : [left];
        return { kind: operator, operands: [...operands, right] };
      }
      case '=':
      case '!=':
        return this.#equality(left, operator === '!=');
      case '<':
      case '<=':
      case '>':
      case '>=': {
        const right = this.#expression(COMPARISON);
        return { kind: 'compare', operator: comparisons[operator], left, right };
      }
      case 'between': {
        const low = this.#expression(SUM - 1);
        this.#text.need('and');
        const high = this.#expression(SUM - 1);
        const atLeast = { kind: 'compare', operator: 'ge', left, right: low } as const;
        const atMost = { kind: 'compare', operator: 'le', left, right: high } as const;
        return { kind: 'and', operands: [atLeast, atMost] };
      }
      case 'in':
        return { kind: 'test', value: left, tests: this.#membership() };
      case '**': {
        const right = this.#expression(strength);
        return { kind: 'call', function: 'power', arguments: [left, right] };
      }
      default: {
        const sign = arithmetic[operator as keyof typeof arithmetic];
        return { kind: 'arithmetic', operator: sign, left, right: this.#expression(strength) };
      }
    }
  }

  /** What was in parentheses: it is not continued as a chain. */
  readonly #closed = new WeakSet<RuleExpression>();

  #equality(left: RuleExpression, isNegated: boolean): RuleExpression {
    const isNull = this.#text.sees('null');
    const right = this.#expression(COMPARISON);
    const isPresence = isNull && right.kind === 'null';
    if (isPresence) {
      const present: RuleExpression = { kind: 'present', value: left };
      return isNegated ? present : { kind: 'not', operand: present };
    }
    const equal: RuleExpression = { kind: 'equal', left, right };
    return isNegated ? { kind: 'not', operand: equal } : equal;
  }

  /** After `in`: one test, or several in parentheses. */
  #membership(): readonly RuleExpression[] {
    if (!this.#text.take('(')) return [this.#expression(COMPARISON)];
    const tests = this.#tests();
    const [low, ...more] = tests;
    if (low && more.length === 0 && this.#text.take('..')) return [this.#range(low, false)];
    this.#text.need(')');
    return tests;
  }

  #prefix(): RuleExpression {
    const token = this.#text.current;
    if (token.text === '-' && token.kind === 'symbol') {
      this.#text.advance(1);
      if (this.#text.current.kind === 'number') {
        const { text } = this.#text.current;
        this.#text.advance(1);
        return this.#postfix(numberLiteral(`-${text}`) ?? this.#text.fail('too large a number'));
      }
      return { kind: 'call', function: 'negate', arguments: [this.#expression(NEGATION)] };
    }
    if (token.kind === 'symbol' && (token.text in comparisons || /^!?=$/.test(token.text)))
      return this.#oneSided();
    return this.#postfix(this.#primary());
  }

  /** `< 5`: the range of all values below. */
  #oneSided(): RuleExpression {
    const { text } = this.#text.current;
    this.#text.advance(1);
    const limit = this.#expression(COMPARISON);
    if (text === '=')
      return { kind: 'range', low: limit, high: limit, lowIncluded: true, highIncluded: true };
    if (text === '!=') {
      const left: RuleExpression = { kind: 'variable', name: '?' };
      return { kind: 'not', operand: { kind: 'equal', left, right: limit } };
    }
    const isIncluded = text.endsWith('=');
    return text.startsWith('<')
      ? { kind: 'range', high: limit, lowIncluded: false, highIncluded: isIncluded }
      : { kind: 'range', low: limit, lowIncluded: isIncluded, highIncluded: false };
  }

  #postfix(first: RuleExpression): RuleExpression {
    let value = first;
    for (;;) {
      if (this.#text.sees('.')) {
        this.#text.advance(1);
        value = this.#propertyOf(value, this.#text.name());
      } else if (this.#text.sees('[') && !endsRange(this.#text.next)) {
        this.#text.advance(1);
        const where = this.#expression();
        this.#text.need(']');
        value = { kind: 'filter', list: value, where };
      } else if (this.#text.sees('instance') && this.#text.sees('of', 1)) {
        this.#text.advance(2);
        value = { kind: 'instance-of', value, type: this.#text.type() };
      } else if (this.#text.sees('(') && this.#canBeCalled(value)) {
        value = this.#invocation(value);
      } else return value;
    }
  }

  /** `record.x` and its like are fields of the record of a rule of the blueprint. */
  #propertyOf(of: RuleExpression, name: string): RuleExpression {
    const field = name.replaceAll('_', '-');
    if (of.kind === 'variable') {
      if (of.name === 'record') return { kind: 'field', field };
      if (of.name === 'previous') return { kind: 'previous', field };
      if (of.name === 'outer') return { kind: 'outer', field };
    }
    if (of.kind === 'field') return { kind: 'related', via: of.field, field };
    return { kind: 'property', of, name };
  }

  #primary(): RuleExpression {
    const token = this.#text.current;
    switch (token.kind) {
      case 'number':
        this.#text.advance(1);
        return numberLiteral(token.text) ?? this.#text.fail('too large a number');
      case 'string':
        this.#text.advance(1);
        return textLiteral(unquoted(token.text));
      case 'temporal':
        this.#text.advance(1);
        return temporal(token.text.slice(2, -1)) ?? this.#text.fail('no date, time or duration');
      case 'name':
        return this.#word(token.text);
      case 'symbol':
        return this.#bracketed(token.text);
      case 'end':
      case 'wrong':
        return this.#text.fail('unexpected');
    }
  }

  #word(word: string): RuleExpression {
    switch (word) {
      case 'true':
      case 'false':
        this.#text.advance(1);
        return booleanLiteral(word === 'true');
      case 'null':
        this.#text.advance(1);
        return { kind: 'null' };
      case 'if':
        return this.#if();
      case 'for':
        return this.#for();
      case 'some':
      case 'every':
        return this.#quantified(word);
      case 'function':
        return this.#function();
      case 'not':
        this.#text.advance(1);
        return this.#text.sees('(') ? this.#call('not') : this.#text.fail("'(' expected");
      default:
    }
    if (keywords.has(word)) this.#text.fail('unexpected');
    const name = this.#text.name();
    const variable: RuleExpression = { kind: 'variable', name };
    if (!this.#text.sees('(')) return variable;
    const isOwn = !isFunctionName(name) && this.#text.knows(name);
    return isOwn ? this.#invocation(variable) : this.#call(name);
  }

  #bracketed(symbol: string): RuleExpression {
    this.#text.advance(1);
    if (symbol === '{') return this.#context();
    if (symbol !== '(' && symbol !== '[' && symbol !== ']') {
      this.#text.advance(-1);
      return this.#text.fail('unexpected');
    }
    if (symbol === '[' && this.#text.take(']')) return { kind: 'list', items: [] };
    const first = this.#expression();
    if (this.#text.take('..')) return this.#range(first, symbol === '[');
    if (symbol === '(') {
      this.#text.need(')');
      this.#closed.add(first);
      return first;
    }
    if (symbol === ']') return this.#text.fail("'..' expected");
    const items = [first];
    while (this.#text.take(',')) items.push(this.#expression());
    this.#text.need(']');
    return { kind: 'list', items };
  }

  #range(low: RuleExpression, lowIncluded: boolean): RuleExpression {
    const high = this.#expression();
    const highIncluded = this.#text.take(']');
    if (!highIncluded && !this.#text.take(')') && !this.#text.take('['))
      this.#text.fail("']' expected");
    return { kind: 'range', low, high, lowIncluded, highIncluded };
  }

  #context(): RuleExpression {
    const entries: ContextEntry[] = [];
    while (!this.#text.take('}')) {
      if (entries.length > 0) this.#text.need(',');
      const name = this.#key();
      this.#text.define(name);
      entries.push({ name, value: this.#expression() });
    }
    return { kind: 'context', entries };
  }

  /** A text, or whatever stands before the colon. */
  #key(): string {
    if (this.#text.current.kind === 'string') {
      const { text } = this.#text.current;
      this.#text.advance(1);
      this.#text.need(':');
      return unquoted(text);
    }
    return this.#text.nameBefore(':');
  }

  #if(): RuleExpression {
    this.#text.advance(1);
    const condition = this.#expression();
    this.#text.need('then');
    const consequence = this.#expression();
    this.#text.need('else');
    return { kind: 'if', condition, consequence, alternative: this.#expression() };
  }

  #for(): RuleExpression {
    this.#text.advance(1);
    const loops = this.#loops();
    this.#text.need('return');
    return { kind: 'for', loops, result: this.#expression() };
  }

  #quantified(quantifier: 'some' | 'every'): RuleExpression {
    this.#text.advance(1);
    const loops = this.#loops();
    this.#text.need('satisfies');
    return { kind: 'quantified', quantifier, loops, condition: this.#expression() };
  }

  #loops(): readonly Loop[] {
    const loops: Loop[] = [];
    do {
      const variable = this.#text.nameBefore('in');
      this.#text.define(variable);
      const first = this.#expression();
      // Without brackets a range includes both ends.
      const list: RuleExpression = this.#text.take('..')
        ? { ...CLOSED, low: first, high: this.#expression() }
        : first;
      loops.push({ variable, list });
    } while (this.#text.take(','));
    return loops;
  }

  #function(): RuleExpression {
    this.#text.advance(1);
    this.#text.need('(');
    const parameters: Parameter[] = [];
    while (!this.#text.take(')')) {
      if (parameters.length > 0) this.#text.need(',');
      const name = this.#text.parameterName();
      this.#text.define(name);
      parameters.push(this.#text.take(':') ? { name, type: this.#text.type() } : { name });
    }
    return { kind: 'function', parameters, body: this.#expression() };
  }

  #canBeCalled(value: RuleExpression): boolean {
    return this.#closed.has(value) || ['property', 'invoke', 'filter'].includes(value.kind);
  }

  #invocation(of: RuleExpression): RuleExpression {
    const { positional, named } = this.#arguments();
    if (named.size === 0) return { kind: 'invoke', of, arguments: positional };
    if (positional.length > 0) this.#text.fail('names or positions');
    return { kind: 'invoke', of, arguments: [...named.values()], names: [...named.keys()] };
  }

  #call(name: string): RuleExpression {
    const at = this.#text.current.at;
    const args = this.#arguments();
    const isMixed = args.positional.length > 0 && args.named.size > 0;
    const call = isMixed ? 'names or positions' : callOf(name, args);
    if (typeof call === 'string') throw new FeelSyntaxError(call, at);
    return call;
  }

  #arguments(): Arguments {
    this.#text.need('(');
    const positional: RuleExpression[] = [];
    const named = new Map<string, RuleExpression>();
    while (!this.#text.take(')')) {
      if (positional.length + named.size > 0) this.#text.need(',');
      const parameter = this.#text.parameter();
      const value = this.#expression();
      if (parameter === undefined) positional.push(value);
      else named.set(parameter, value);
    }
    return { positional, named };
  }
}

/** `]1..5[`: a bracket that opens after the end of a range closes it. No index begins with these. */
function endsRange({ kind, text }: Token): boolean {
  return kind === 'end' || (kind === 'symbol' && /^[,)}\].]$/.test(text)) || joining.has(text);
}

const joining: ReadonlySet<string> = new Set(['and', 'or', 'then', 'else', 'return', 'satisfies']);

const CLOSED = { kind: 'range', lowIncluded: true, highIncluded: true } as const;
