import type { DmnElement, DmnModdle } from 'dmn-moddle';
import type { Diagnostic, Result } from '#diagnostics';
import { checkModel } from '../model/check-model.ts';
import type {
  Decision,
  DecisionLogic,
  DecisionModel,
  ModelInput,
} from '../model/decision-model.ts';
import { rulesDiagnostics } from '../rules.diagnostics.ts';
import { CellReader } from '../table/cell-reader.ts';
import { asKnownVersion } from './namespaces.ts';
import { elementsOf, referenceOf, textOf, textOfExpression } from './elements.ts';
import { readDmnTable, typeOfReference } from './read-dmn-table.ts';

/** Characters of a document. */
const MAX_LENGTH = 10_000_000;

/**
 * Reads DMN XML (1.2 to 1.5): inputs, and decisions by table or literal expression in FEEL. What is not
 * supported is an error, never left out. Errors: `rules/not-dmn`, `rules/dmn-not-supported`,
 * `rules/feel-syntax`, `rules/uneven-row`, `rules/cycle`, `rules/unknown-requirement`, `rules/duplicate-name`.
 */
export async function readDmn(xml: string): Promise<Result<DecisionModel>> {
  const root = await rootOf(xml);
  if (typeof root === 'string') {
    const diagnostics = [rulesDiagnostics.create('not-dmn', { problem: root })];
    return { value: undefined, diagnostics };
  }
  const { rootElement, warnings } = root;
  const elements = elementsOf(rootElement, 'drgElement');
  const diagnostics: Diagnostic[] = warnings.flatMap(leftOut);
  const refuse = (element: DmnElement, what: string): undefined => {
    const params = { decision: textOf(element, 'name'), what };
    diagnostics.push(rulesDiagnostics.create('dmn-not-supported', params));
    return undefined;
  };
  const names = elementsOf(rootElement, 'itemDefinition').flatMap(componentNames);
  const cells = new CellReader({
    names: [...elements.map((one) => textOf(one, 'name')), ...names],
  });
  const inputs: ModelInput[] = [];
  const decisions: Decision[] = [];
  for (const element of elements) {
    const [id, name] = [textOf(element, 'id'), textOf(element, 'name')];
    switch (element.$type) {
      case 'dmn:InputData': {
        const [variable] = elementsOf(element, 'variable');
        const type = variable && typeOfReference(textOf(variable, 'typeRef'));
        inputs.push({ id, name, ...(type && { type }) });
        break;
      }
      case 'dmn:Decision': {
        if (elementsOf(element, 'knowledgeRequirement').length > 0)
          refuse(element, 'a business knowledge model');
        const logic = logicOf(element, cells, refuse);
        if (logic) decisions.push({ id, name, requires: requirementsOf(element), logic });
        break;
      }
      case 'dmn:KnowledgeSource':
        // Says where knowledge comes from, and decides nothing.
        break;
      default:
        refuse(element, `a ${element.$type.replace('dmn:', '')}`);
    }
  }
  const [id, name] = [textOf(rootElement, 'id'), textOf(rootElement, 'name')];
  const model = { id, name, inputs, decisions };
  diagnostics.push(...cells.diagnostics);
  if (diagnostics.length === 0) diagnostics.push(...checkModel(model));
  return { value: diagnostics.length === 0 ? model : undefined, diagnostics };
}

/** The document as objects, or why it is none. */
async function rootOf(xml: string): Promise<Awaited<ReturnType<DmnModdle['fromXML']>> | string> {
  if (xml.length > MAX_LENGTH) return 'it is too long';
  const { DmnModdle } = await import('dmn-moddle');
  try {
    return await new DmnModdle().fromXML(asKnownVersion(xml));
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}

/** What the object model does not take it leaves out with a warning; foreign content may be left out. */
function leftOut({ message }: Error): readonly Diagnostic[] {
  const [, name] = /duplicate ID <([^>]{0,300})>/.exec(message) ?? [];
  if (name !== undefined) return [rulesDiagnostics.create('duplicate-name', { name })];
  const [, type] = /unknown type <dmn:([^>]{0,300})>/.exec(message) ?? [];
  if (type === undefined) return [];
  return [
    rulesDiagnostics.create('dmn-not-supported', { decision: 'The document', what: `a ${type}` }),
  ];
}

function logicOf(
  decision: DmnElement,
  cells: CellReader,
  refuse: (element: DmnElement, what: string) => undefined,
): DecisionLogic | undefined {
  const [logic] = elementsOf(decision, 'decisionLogic');
  if (!logic) return refuse(decision, 'no logic');
  if (logic.$type === 'dmn:LiteralExpression') {
    return { kind: 'expression', expression: cells.expression(textOfExpression(logic)) };
  }
  if (logic.$type !== 'dmn:DecisionTable') {
    return refuse(decision, `a ${logic.$type.replace('dmn:', '')}`);
  }
  const table = readDmnTable(textOf(decision, 'id'), logic, cells);
  return table && { kind: 'table', table };
}

function requirementsOf(decision: DmnElement): readonly string[] {
  return elementsOf(decision, 'informationRequirement').flatMap((requirement) =>
    [requirement['requiredInput'], requirement['requiredDecision']].flatMap(referenceOf),
  );
}

function componentNames(definition: DmnElement): readonly string[] {
  return elementsOf(definition, 'itemComponent').flatMap((component) => [
    textOf(component, 'name'),
    ...componentNames(component),
  ]);
}
