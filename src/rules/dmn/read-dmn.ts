import type { DmnElement, DmnModdle } from 'dmn-moddle';
import type { Diagnostic, Result } from '#diagnostics';
import { checkModel } from '../model/check-model.ts';
import type {
  Decision,
  DecisionLogic,
  DecisionModel,
  DecisionService,
  ModelInput,
} from '../model/decision-model.ts';
import { rulesDiagnostics } from '../rules.diagnostics.ts';
import { CellReader } from '../table/cell-reader.ts';
import { asKnownVersion } from './namespaces.ts';
import { elementsOf, referenceOf, textOf } from './elements.ts';
import { itemTypes, typeOfItem } from './item-types.ts';
import { dmnModdle } from './moddle.ts';
import { parametersOf, readBoxed } from './read-boxed.ts';
import type { BoxedReading } from './read-boxed.ts';
import { readDmnTable, typeOfReference } from './read-dmn-table.ts';

/** Characters of a document. */
const MAX_LENGTH = 10_000_000;

/** A document as far as it can be read. */
export interface DmnDocument {
  readonly model: DecisionModel;
  readonly diagnostics: readonly Diagnostic[];
  /** Of each decision that cannot be read: why. It has no value then. */
  readonly problems: ReadonlyMap<string, string>;
}

/**
 * Reads DMN XML (1.2 to 1.5): inputs, decisions, models of knowledge and decision services in FEEL. What is not
 * supported is an error, never left out. Errors: `rules/not-dmn`, `rules/dmn-not-supported`,
 * `rules/feel-syntax`, `rules/uneven-row`, `rules/cycle`, `rules/unknown-requirement`, `rules/duplicate-name`.
 */
export async function readDmn(xml: string): Promise<Result<DecisionModel>> {
  const read = await readDmnLeniently(xml);
  const diagnostics = [...read.diagnostics];
  if (diagnostics.length === 0) diagnostics.push(...checkModel(read.model));
  return { value: diagnostics.length === 0 ? read.model : undefined, diagnostics };
}

/** Reads what can be read of a document: a decision with a mistake does not keep others from being made. */
export async function readDmnLeniently(xml: string): Promise<DmnDocument> {
  const root = await rootOf(xml);
  if (typeof root === 'string') {
    const diagnostics = [rulesDiagnostics.create('not-dmn', { problem: root })];
    const model = { id: '', name: '', inputs: [], decisions: [] };
    return { model, diagnostics, problems: new Map() };
  }
  return new DmnReader(root.rootElement).read(root.warnings.flatMap(leftOut));
}

class DmnReader {
  readonly #root: DmnElement;
  readonly #elements: readonly DmnElement[];
  readonly #types: ReadonlyMap<string, string>;
  readonly #cells: CellReader;
  readonly #refused: Diagnostic[] = [];
  readonly #problems = new Map<string, string>();

  constructor(root: DmnElement) {
    this.#root = root;
    this.#elements = elementsOf(root, 'drgElement');
    this.#types = itemTypes(root);
    const names = new Set<string>();
    collectNames(root, names, 0);
    this.#cells = new CellReader({ names: [...names], types: this.#types });
  }

  read(leftOut: readonly Diagnostic[]): DmnDocument {
    const inputs: ModelInput[] = [];
    const decisions: Decision[] = [];
    const services: DecisionService[] = [];
    for (const element of this.#elements) {
      const [id, name] = [textOf(element, 'id'), textOf(element, 'name')];
      switch (element.$type) {
        case 'dmn:InputData': {
          const reference = this.#reference(element);
          const of = typeOfItem(reference, this.#types);
          const type = typeOfReference(of ?? reference);
          inputs.push({ id, name, ...(type && { type }), ...(of !== undefined && { of }) });
          break;
        }
        case 'dmn:Decision':
        case 'dmn:BusinessKnowledgeModel': {
          const isKnowledge = element.$type === 'dmn:BusinessKnowledgeModel';
          const logic = this.#noting(name, () =>
            isKnowledge ? this.#knowledge(element) : this.#logic(element),
          );
          const type = isKnowledge ? undefined : typeOfItem(this.#reference(element), this.#types);
          decisions.push({
            id,
            name,
            requires: requirementsOf(element),
            logic: logic ?? { kind: 'expression', expression: { kind: 'null' } },
            ...(isKnowledge && { isKnowledge }),
            ...(type !== undefined && { type }),
          });
          break;
        }
        case 'dmn:DecisionService': {
          const references = (property: string) =>
            elementsOf(element, property).flatMap((one) => referenceOf(one));
          services.push({
            id,
            name,
            outputs: references('outputDecision'),
            inputDecisions: references('inputDecision'),
            inputs: references('inputData'),
          });
          break;
        }
        case 'dmn:KnowledgeSource':
          // Says where knowledge comes from, and decides nothing.
          break;
        default:
          this.#refuse(name, `a ${element.$type.replace('dmn:', '')}`);
      }
    }
    const [id, name] = [textOf(this.#root, 'id'), textOf(this.#root, 'name')];
    return {
      model: { id, name, inputs, decisions, ...(services.length > 0 && { services }) },
      diagnostics: [...leftOut, ...this.#refused, ...this.#cells.diagnostics],
      problems: this.#problems,
    };
  }

  #knowledge(element: DmnElement): DecisionLogic | undefined {
    const [logic] = elementsOf(element, 'encapsulatedLogic');
    const reading = this.#reading(textOf(element, 'name'));
    if (!logic) return reading.refuse('no logic');
    const kind = textOf(logic, 'kind');
    if (kind !== '' && kind !== 'FEEL') return reading.refuse(`a function in ${kind}`);
    const body = readBoxed(elementsOf(logic, 'body')[0], reading);
    const parameters = parametersOf(logic, this.#types);
    return body && { kind: 'expression', expression: { kind: 'function', parameters, body } };
  }

  #logic(decision: DmnElement): DecisionLogic | undefined {
    const [logic] = elementsOf(decision, 'decisionLogic');
    const reading = this.#reading(textOf(decision, 'name'));
    if (!logic) return reading.refuse('no logic');
    if (logic.$type === 'dmn:DecisionTable') {
      const table = readDmnTable(textOf(decision, 'id'), logic, this.#cells);
      return table && { kind: 'table', table };
    }
    const expression = readBoxed(logic, reading);
    return expression && { kind: 'expression', expression };
  }

  #reading(name: string): BoxedReading {
    return {
      cells: this.#cells,
      types: this.#types,
      refuse: (what) => this.#refuse(name, what),
    };
  }

  #refuse(decision: string, what: string): undefined {
    this.#refused.push(rulesDiagnostics.create('dmn-not-supported', { decision, what }));
    return undefined;
  }

  /** Notes what went wrong while a decision was read; it has no logic then. */
  #noting(name: string, read: () => DecisionLogic | undefined): DecisionLogic | undefined {
    const said = () => [...this.#refused, ...this.#cells.diagnostics];
    const before = new Set(said());
    const logic = read();
    const problem = said().find((diagnostic) => !before.has(diagnostic));
    if (problem) this.#problems.set(name, problem.message);
    return problem ? undefined : logic;
  }

  #reference(element: DmnElement): string {
    const [variable] = elementsOf(element, 'variable');
    return variable ? textOf(variable, 'typeRef') : '';
  }
}

/** The document as objects, or why it is none. */
async function rootOf(xml: string): Promise<Awaited<ReturnType<DmnModdle['fromXML']>> | string> {
  if (xml.length > MAX_LENGTH) return 'it is too long';
  try {
    return await (await dmnModdle()).fromXML(asKnownVersion(xml));
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

function requirementsOf(decision: DmnElement): readonly string[] {
  const information = elementsOf(decision, 'informationRequirement').flatMap((requirement) =>
    [requirement['requiredInput'], requirement['requiredDecision']].flatMap(referenceOf),
  );
  const knowledge = elementsOf(decision, 'knowledgeRequirement').flatMap((requirement) =>
    referenceOf(requirement['requiredKnowledge']),
  );
  return [...information, ...knowledge];
}

/** Whatever has a name that an expression may say. */
function collectNames(element: DmnElement, names: Set<string>, depth: number): void {
  const name = textOf(element, 'name');
  if (name !== '') names.add(name);
  const variable = textOf(element, 'iteratorVariable');
  if (variable !== '') names.add(variable);
  if (depth >= MAX_NESTING) return;
  for (const property of Object.keys(element)) {
    for (const part of elementsOf(element, property)) collectNames(part, names, depth + 1);
  }
}

/** Levels of a document where names are looked for. */
const MAX_NESTING = 200;
