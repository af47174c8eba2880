import type { DmnElement } from 'dmn-moddle';
import type { Parameter } from '../function-value.ts';
import type { ContextEntry, RuleExpression } from '../language/expression.ts';
import type { CellReader } from '../table/cell-reader.ts';
import { elementsOf, textOf, textOfExpression } from './elements.ts';
import { typeOfItem } from './item-types.ts';
import { readDmnTable } from './read-dmn-table.ts';

/** What reading a document knows at every place of it. */
export interface BoxedReading {
  readonly cells: CellReader;
  readonly types: ReadonlyMap<string, string>;
  /** Says what is not supported. */
  refuse(what: string): undefined;
}

/** The name of the entry that is the value of a boxed context which ends with one without a name. */
export const RESULT = '$result';
/** Boxes within boxes. */
const MAX_DEPTH = 50;

/** A boxed expression as an expression; undefined for what is not supported, which was said. */
export function readBoxed(
  element: DmnElement | undefined,
  reading: BoxedReading,
  depth = 0,
): RuleExpression | undefined {
  if (depth > MAX_DEPTH) return reading.refuse(`more than ${MAX_DEPTH} boxes within each other`);
  if (!element) return { kind: 'null' };
  const inner = (box: DmnElement | undefined) => readBoxed(box, reading, depth + 1);
  const child = (name: string) => inner(elementsOf(elementsOf(element, name)[0], 'value')[0]);
  switch (element.$type) {
    case 'dmn:LiteralExpression': {
      const language = textOf(element, 'expressionLanguage');
      if (language !== '' && !/feel/i.test(language))
        return reading.refuse(`the language ${language}`);
      const text = textOfExpression(element);
      return text === '' ? { kind: 'null' } : reading.cells.expression(text);
    }
    case 'dmn:DecisionTable': {
      const table = readDmnTable('table', element, reading.cells);
      return table && { kind: 'decide', table };
    }
    case 'dmn:Context':
      return readContext(element, inner);
    case 'dmn:Invocation':
      return readInvocation(element, inner);
    case 'dmn:FunctionDefinition':
      return readFunction(element, reading, inner);
    case 'dmn:List':
      return all(elementsOf(element, 'elements').map(inner), (items) => ({ kind: 'list', items }));
    case 'dmn:Relation':
      return readRelation(element, inner);
    case 'dmn:Conditional':
      return all([child('if'), child('then'), child('else')], (parts) => {
        const [condition = NULL, consequence = NULL, alternative = NULL] = parts;
        return { kind: 'if', condition, consequence, alternative };
      });
    case 'dmn:Filter':
      return all([child('in'), child('match')], ([list = NULL, where = NULL]) => {
        return { kind: 'filter', list, where };
      });
    case 'dmn:For':
      return all([child('in'), child('return')], ([list = NULL, result = NULL]) => {
        return { kind: 'for', loops: [{ variable: variableOf(element), list }], result };
      });
    case 'dmn:Every':
    case 'dmn:Some': {
      const quantifier = element.$type === 'dmn:Some' ? 'some' : 'every';
      return all([child('in'), child('satisfies')], ([list = NULL, condition = NULL]) => {
        const loops = [{ variable: variableOf(element), list }];
        return { kind: 'quantified', quantifier, loops, condition };
      });
    }
    default:
      return reading.refuse(`a ${element.$type.replace('dmn:', '')}`);
  }
}

/** The parameters of a function or of a model of knowledge. */
export function parametersOf(
  element: DmnElement,
  types: ReadonlyMap<string, string>,
): readonly Parameter[] {
  return elementsOf(element, 'formalParameter').map((one) => {
    const type = typeOfItem(textOf(one, 'typeRef'), types);
    return { name: textOf(one, 'name'), ...(type !== undefined && { type }) };
  });
}

const NULL: RuleExpression = { kind: 'null' };

function readContext(
  element: DmnElement,
  inner: (box: DmnElement | undefined) => RuleExpression | undefined,
): RuleExpression | undefined {
  const entries = elementsOf(element, 'contextEntry').map((entry) => {
    const [variable] = elementsOf(entry, 'variable');
    const name = variable ? textOf(variable, 'name') : RESULT;
    return [name, inner(elementsOf(entry, 'value')[0])] as const;
  });
  return all(
    entries.map(([, value]) => value),
    (values) => {
      const made = entries.map(([name], at): ContextEntry => ({ name, value: values[at] ?? NULL }));
      const context: RuleExpression = { kind: 'context', entries: made };
      const hasResult = entries.some(([name]) => name === RESULT);
      return hasResult ? { kind: 'property', of: context, name: RESULT } : context;
    },
  );
}

function readInvocation(
  element: DmnElement,
  inner: (box: DmnElement | undefined) => RuleExpression | undefined,
): RuleExpression | undefined {
  const bindings = elementsOf(element, 'binding');
  const names = bindings.map((one) => textOf(elementsOf(one, 'parameter')[0] ?? one, 'name'));
  const values = bindings.map((one) => inner(elementsOf(one, 'bindingFormula')[0]));
  const called = inner(elementsOf(element, 'calledFunction')[0]);
  return all([called, ...values], ([of = NULL, ...given]) => {
    return { kind: 'invoke', of, arguments: given, names };
  });
}

function readFunction(
  element: DmnElement,
  reading: BoxedReading,
  inner: (box: DmnElement | undefined) => RuleExpression | undefined,
): RuleExpression | undefined {
  const kind = textOf(element, 'kind');
  if (kind !== '' && kind !== 'FEEL') return reading.refuse(`a function in ${kind}`);
  const body = inner(elementsOf(element, 'body')[0]);
  return body && { kind: 'function', parameters: parametersOf(element, reading.types), body };
}

function readRelation(
  element: DmnElement,
  inner: (box: DmnElement | undefined) => RuleExpression | undefined,
): RuleExpression | undefined {
  const columns = elementsOf(element, 'column').map((column) => textOf(column, 'name'));
  const rows = elementsOf(element, 'row').map((row) =>
    all(elementsOf(row, 'elements').map(inner), (values): RuleExpression => {
      const entries = columns.map((name, at) => ({ name, value: values[at] ?? NULL }));
      return { kind: 'context', entries };
    }),
  );
  return all(rows, (items) => ({ kind: 'list', items }));
}

function variableOf(element: DmnElement): string {
  return textOf(element, 'iteratorVariable') || 'item';
}

/** Made of parts that could all be read. */
function all(
  parts: readonly (RuleExpression | undefined)[],
  make: (parts: readonly RuleExpression[]) => RuleExpression,
): RuleExpression | undefined {
  return parts.every((part) => part !== undefined) ? make(parts) : undefined;
}
