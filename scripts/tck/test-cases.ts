import { XMLParser } from 'fast-xml-parser';

/** A value as the suite writes it: typed text, items of a list, components of a context, or nothing. */
export type Expected =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly type: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Expected[] }
  | { readonly kind: 'context'; readonly entries: readonly (readonly [string, Expected])[] };

export interface TestCase {
  readonly id: string;
  /** A decision service or a decision; results are decisions where it is left out. */
  readonly invocable: string | undefined;
  readonly inputs: readonly (readonly [name: string, value: Expected])[];
  readonly results: readonly {
    readonly name: string;
    readonly expected: Expected;
    readonly isError: boolean;
  }[];
}

type Node = Readonly<Record<string, unknown>> | string | undefined;

/** The test cases of a file of the suite; undefined if it is another kind of file. */
export function readTestCases(
  xml: string,
): { readonly model: string; readonly cases: readonly TestCase[] } | undefined {
  const root = part(parser().parse(xml) as Node, 'testCases');
  const [model] = parts(root, 'modelName').map(text);
  if (model === undefined) return undefined;
  const cases = parts(root, 'testCase').map((one): TestCase => ({
    id: attribute(one, 'id') ?? '',
    invocable: attribute(one, 'invocableName'),
    inputs: parts(one, 'inputNode').map((node) => [attribute(node, 'name') ?? '', valueOf(node)]),
    results: parts(one, 'resultNode').map((node) => ({
      name: attribute(node, 'name') ?? '',
      expected: valueOf(part(node, 'expected')),
      isError: attribute(node, 'errorResult') === 'true',
    })),
  }));
  return { model: model.trim(), cases };
}

function valueOf(node: Node): Expected {
  if (typeof node !== 'object') return { kind: 'nothing' };
  if (node['list'] !== undefined) {
    const items = parts(part(node, 'list'), 'item').map(valueOf);
    return attribute(part(node, 'list'), 'nil') === 'true'
      ? { kind: 'nothing' }
      : { kind: 'list', items };
  }
  if (node['component'] !== undefined) {
    const entries = parts(node, 'component').map(
      (one) => [attribute(one, 'name') ?? '', valueOf(one)] as const,
    );
    return { kind: 'context', entries };
  }
  const [value] = parts(node, 'value');
  if (value === undefined || attribute(value, 'nil') === 'true') return { kind: 'nothing' };
  const type = (attribute(value, 'type') ?? 'string').replace(/.*:/, '');
  return { kind: 'text', type, text: text(value) };
}

function parts(node: Node, name: string): readonly Node[] {
  const found = typeof node === 'object' ? node[name] : undefined;
  if (found === undefined) return [];
  return (Array.isArray(found) ? found : [found]) as readonly Node[];
}

function part(node: Node, name: string): Node {
  return parts(node, name)[0];
}

function text(node: Node): string {
  if (typeof node === 'string') return node;
  const inner = typeof node === 'object' ? node['#text'] : undefined;
  return typeof inner === 'string' ? inner : '';
}

function attribute(node: Node, name: string): string | undefined {
  const found = typeof node === 'object' ? node[`@${name}`] : undefined;
  return typeof found === 'string' ? found : undefined;
}

function parser(): XMLParser {
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    parseTagValue: false,
    trimValues: false,
  });
}
