import type { DmnElement } from 'dmn-moddle';
import { printFeel } from '../feel/print-feel.ts';
import type { Parameter } from '../function-value.ts';
import type { ContextEntry, RuleExpression } from '../language/expression.ts';
import { partsOfRule } from '../language/operands.ts';
import type { RuleTable } from '../table/rule-table.ts';
import { RESULT } from './read-boxed.ts';
import type { MakeElement } from './write-types.ts';

export interface BoxWriting {
  readonly make: MakeElement;
  readonly reference: (type: string) => string;
  readonly table: (table: RuleTable) => DmnElement;
}

/** An expression as DMN has it: as text where FEEL can say it, as boxes around what is no text. */
export function writeBoxed(expression: RuleExpression, writing: BoxWriting): DmnElement {
  const { make } = writing;
  const inner = (part: RuleExpression) => writeBoxed(part, writing);
  const child = (part: RuleExpression) => make('ChildExpression', { value: inner(part) });
  if (!partsOfRule(expression).some(needsBox))
    return make('LiteralExpression', { text: printFeel(expression) });
  switch (expression.kind) {
    case 'decide':
      return writing.table(expression.table);
    case 'property':
      if (expression.name !== RESULT || expression.of.kind !== 'context') break;
      return contextElement(expression.of.entries, writing);
    case 'context':
      return contextElement(expression.entries, writing);
    case 'function':
      return functionElement(expression.parameters, expression.body, writing);
    case 'invoke': {
      const binding = expression.arguments.map((argument, at) =>
        make('Binding', {
          parameter: make('InformationItem', { name: expression.names?.[at] ?? `p${at + 1}` }),
          bindingFormula: inner(argument),
        }),
      );
      return make('Invocation', { calledFunction: inner(expression.of), binding });
    }
    case 'list':
      return make('List', { elements: expression.items.map(inner) });
    case 'if':
      return make('Conditional', {
        if: child(expression.condition),
        // oxlint-disable-next-line unicorn/no-thenable -- DMN's own name, of an element and no function
        then: child(expression.consequence),
        else: child(expression.alternative),
      });
    case 'filter':
      return make('Filter', { in: child(expression.list), match: child(expression.where) });
    case 'for':
    case 'quantified': {
      const [loop] = expression.loops;
      if (!loop || expression.loops.length > 1) break;
      const given = { iteratorVariable: loop.variable, in: child(loop.list) };
      if (expression.kind === 'for')
        return make('For', { ...given, return: child(expression.result) });
      const type = expression.quantifier === 'some' ? 'Some' : 'Every';
      return make(type, { ...given, satisfies: child(expression.condition) });
    }
    default:
  }
  throw new Error(`a decision table inside of ${expression.kind} has no box`);
}

/** A function, which is also what a model of knowledge holds. */
export function functionElement(
  parameters: readonly Parameter[],
  body: RuleExpression,
  writing: BoxWriting,
): DmnElement {
  const formalParameter = parameters.map(({ name, type }) =>
    writing.make('InformationItem', {
      name,
      ...(type !== undefined && { typeRef: writing.reference(type) }),
    }),
  );
  return writing.make('FunctionDefinition', { formalParameter, body: writeBoxed(body, writing) });
}

function contextElement(entries: readonly ContextEntry[], writing: BoxWriting): DmnElement {
  const contextEntry = entries.map(({ name, value }) =>
    writing.make('ContextEntry', {
      ...(name !== RESULT && { variable: writing.make('InformationItem', { name }) }),
      value: writeBoxed(value, writing),
    }),
  );
  return writing.make('Context', { contextEntry });
}

function needsBox(part: RuleExpression): boolean {
  if (part.kind === 'property') return part.name === RESULT;
  // Names of parameters can be more than FEEL takes before a colon.
  const isPlain = (name: string) => /^[\p{L}_][\p{L}\p{Nd}_ ]*$/u.test(name);
  if (part.kind === 'invoke') return part.names?.every(isPlain) === false;
  return part.kind === 'decide';
}
